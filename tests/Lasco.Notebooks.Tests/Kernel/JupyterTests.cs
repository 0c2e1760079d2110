using System.Diagnostics;
using System.Text.RegularExpressions;
using Lasco.Notebooks.Kernel;

namespace Lasco.Notebooks.Tests.Kernel;

/// <summary>
/// The kernel as a process, seen by Jupyter's own clients: each of the Python files beside this one is run, a class at a time,
/// by the Python that Debian's Jupyter packages belong to. Nothing of the user's is read or written.
/// </summary>
[Trait("Speed", "Slow")]
public sealed partial class JupyterTests : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-jupyter-");

    [Fact]
    public Task Jupyters_conformance_suite_passes() => Run("jupyter_conformance.py", "CSharpKernelTests", "jupyter_kernel_test");

    [Theory]
    [InlineData("Speed")]
    [InlineData("Requests")]
    [InlineData("Interrupts")]
    [InlineData("Hostile")]
    [InlineData("History")]
    [InlineData("Runners")]
    public Task A_real_client_is_served(string tests) => Run("kernel_client.py", tests, "jupyter_client", "nbclient", "nbconvert");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Runs a class of a Python file's tests; skips where Python lacks a module that they need.</summary>
    private async Task Run(string file, string tests, params string[] modules)
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not on this machine");
        var (missing, _) = await Start(["-c", $"import {string.Join(", ", modules)}"]);
        Assert.SkipUnless(missing == 0, $"{Python} lacks one of the modules {string.Join(", ", modules)}");

        KernelSpec.Install(folder.FullName);
        var (code, output) = await Start([Path.Combine(AppContext.BaseDirectory, "Kernel", file), "-v", tests]);
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        Assert.True(code == 0, output);
        Assert.DoesNotMatch(NothingRan(), output);
    }

    private async Task<(int Code, string Output)> Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        start.Environment["JUPYTER_PATH"] = folder.FullName;
        foreach (string variable in new[] { "HOME", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "XDG_STATE_HOME" })
            start.Environment[variable] = Path.Combine(folder.FullName, variable);
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex("Ran 0 tests")]
    private static partial Regex NothingRan();
}
