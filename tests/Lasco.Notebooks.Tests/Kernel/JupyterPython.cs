using System.Diagnostics;
using Lasco.Notebooks.Kernel;

namespace Lasco.Notebooks.Tests.Kernel;

/// <summary>The Python that Debian's Jupyter packages belong to, with our kernel installed for it in a folder that goes away. Nothing of the user's is read or written.</summary>
public sealed class JupyterPython : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-jupyter-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Skips the test where Python lacks a module that it needs.</summary>
    public async Task Require(params string[] modules)
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not on this machine");
        var (missing, _) = await Run(["-c", $"import {string.Join(", ", modules)}"]);
        Assert.SkipUnless(missing == 0, $"{Python} lacks one of the modules {string.Join(", ", modules)}");
        KernelSpec.Install(folder.FullName);
    }

    /// <summary>Runs Python, at most for some minutes.</summary>
    /// <returns>Its exit code and all that it wrote.</returns>
    public async Task<(int Code, string Output)> Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        start.Environment["JUPYTER_PATH"] = folder.FullName;
        foreach (string variable in new[] { "HOME", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "XDG_STATE_HOME" })
            start.Environment[variable] = Path.Combine(folder.FullName, variable);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
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
}
