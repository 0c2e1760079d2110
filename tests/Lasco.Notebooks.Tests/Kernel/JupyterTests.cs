using System.Text.RegularExpressions;

namespace Lasco.Notebooks.Tests.Kernel;

/// <summary>
/// The kernel as a process, seen by Jupyter's own clients: each of the Python files beside this one is run, a class at a time.
/// </summary>
[Trait("Speed", "Slow")]
public sealed partial class JupyterTests : IDisposable
{
    private readonly JupyterPython python = new();

    [Fact]
    public Task Jupyters_conformance_suite_passes() => Run("jupyter_conformance.py", "CSharpKernelTests", "jupyter_kernel_test");

    [Theory]
    [InlineData("Start")]
    [InlineData("Output")]
    [InlineData("Requests")]
    [InlineData("Interrupts")]
    [InlineData("Endings")]
    [InlineData("Hostile")]
    [InlineData("History")]
    [InlineData("Runners")]
    public Task A_real_client_is_served(string tests) => Run("kernel_client.py", tests, "jupyter_client", "nbclient", "nbconvert");

    public void Dispose() => python.Dispose();

    /// <summary>Runs a class of a Python file's tests; skips where Python lacks a module that they need.</summary>
    private async Task Run(string file, string tests, params string[] modules)
    {
        await python.Require(modules);
        var (code, output) = await python.Run([Path.Combine(AppContext.BaseDirectory, "Kernel", file), "-v", tests]);
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        Assert.True(code == 0, output);
        Assert.DoesNotMatch(NothingRan(), output);
    }

    [GeneratedRegex("Ran 0 tests")]
    private static partial Regex NothingRan();
}
