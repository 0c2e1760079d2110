using System.CommandLine;
using Lasco.Research.Datasets;

namespace Lasco.Cli;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of a table." };

    public static Option<string> Root() => new("--root") { Description = "Folder of the dataset's annotations.", Required = true };

    public static Option<string?> Images() => new("--images") { Description = "Folder of the images, where it is not the annotations' own." };

    public static Option<string> Model() => new("--model") { Description = "Folder with config.json, model.safetensors and vocab.txt.", Required = true };

    public static Option<string> OutFolder(string description, bool required = true)
    {
        var option = new Option<string>("--out") { Description = description, Required = required };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && File.Exists(token.Value))
                result.AddError($"--out {token.Value}: is a file; expected a folder");
        });
        return option;
    }

    public static Option<int> Seed() => new("--seed") { Description = "Seed of everything that is random.", DefaultValueFactory = _ => 0 };

    public static Option<string> Device() =>
        new("--device") { Description = "cpu, cuda, or cuda:N.", DefaultValueFactory = _ => "cpu" };

    public static Argument<string> Dataset() => Dataset(CoirDatasets.Names);

    public static Argument<string> Benchmark() => Dataset(CoirDatasets.Benchmarks);

    public static Argument<string> Dataset(IReadOnlyList<string> names)
    {
        var argument = new Argument<string>("dataset") { Description = string.Join(", ", names) + "." };
        argument.AcceptOnlyFromAmong([.. names]);
        return argument;
    }

    public static Option<string> Choice(string name, string description, string[] choices)
    {
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", choices)}.", DefaultValueFactory = _ => choices[0] };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }
}
