using System.Diagnostics;

namespace Lasco.Cli.Tests;

/// <summary>Runs the command as a user does: another process, its two outputs and its exit code.</summary>
internal static class Command
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "lasco.dll");

    public static (int ExitCode, string Output, string Error) Run(params string[] arguments) => RunWithInput("", arguments);

    public static (int ExitCode, string Output, string Error) RunWithInput(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process ended without reading all of it.
        }

        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), $"lasco {string.Join(' ', arguments)} did not end");
        return (process.ExitCode, output.Result, error.Result);
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["OMP_NUM_THREADS"] = "1" },
        };
        return Process.Start(start)!;
    }
}
