using System.CommandLine;
using System.Globalization;
using Lasco.Bench;
using TorchSharp;

namespace Lasco.Cli.Verbs;

internal static class BenchVerb
{
    public static Command Create()
    {
        string[] names = [.. Benchmark.All.Select(benchmark => benchmark.Name)];
        var only = new Option<string[]>("--only") { Description = $"Run these alone: {string.Join(", ", names)}.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong(names);
        var json = CommonOptions.Json();
        var command = new Command("bench", "Measures this kit against PyTorch and json.load in Python, in turn, on the same libtorch and threads.") { only, json };
        command.SetAction((parse, cancellation) =>
        {
            var chosen = parse.GetValue(only) is { Length: > 0 } some ? Benchmark.All.Where(benchmark => some.Contains(benchmark.Name)).ToArray() : Benchmark.All;
            var (version, comparisons) = Display.WithProgress("bench", report => Comparison.Run(chosen, report, cancellation));
            int threads = torch.get_num_threads();

            if (parse.GetValue(json))
                Display.WriteJson(new { Threads = threads, Torch = torch.__version__, PeerTorch = version, Comparisons = comparisons });
            else
            {
                Display.WriteTable($"Ours against Python's (PyTorch {version}, {threads} threads): medians, and our time over theirs",
                    ["Work", "Against", "Ours", "Theirs", "Ratio", "Wanted", "CPU ratio", "Difference"],
                    comparisons.Select(row => new[]
                    {
                        row.Title, row.Against, Time(row.Seconds), Time(row.RivalSeconds), Number(row.Ratio), $"≤ {row.Target.ToString(CultureInfo.InvariantCulture)}",
                        Number(row.CpuRatio), row.Difference?.ToString("E1", CultureInfo.InvariantCulture) ?? "",
                    }));
            }

            if (comparisons.FirstOrDefault(row => !row.Agrees) is { } other)
            {
                Display.Note($"{other.Title}: ours and Python's results differ");
                return Task.FromResult(ExitCode.Failed);
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static string Time(double seconds) => seconds switch
    {
        >= 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s"),
        >= 1e-2 => string.Create(CultureInfo.InvariantCulture, $"{1e3 * seconds:F0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{1e3 * seconds:F2} ms"),
    };

    private static string Number(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);
}
