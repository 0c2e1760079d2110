using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lasco.Notebooks.Tests.Kernel;

/// <summary>The kernel started by hand, with nothing or with something wrong.</summary>
public sealed class KernelProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-kernel-");

    [Fact]
    public void Without_a_file_it_says_what_it_needs() => Assert.Contains("connection file", Refuse());

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains("nowhere.json", Refuse("nowhere.json"));

    [Fact]
    public void A_folder_is_no_file() => Refuse(folder.FullName);

    [Fact]
    public void A_malformed_file_is_named()
    {
        string file = Path.Combine(folder.FullName, "bad.json");
        File.WriteAllText(file, "{ \"ip\": ");
        Assert.Contains("bad.json: not JSON", Refuse(file));
    }

    [Fact]
    public void An_address_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        string file = Path.Combine(folder.FullName, "taken.json");
        File.WriteAllText(file, $$"""{"ip":"127.0.0.1","shell_port":{{port}},"iopub_port":1,"stdin_port":1,"control_port":1,"hb_port":1,"key":""}""");
        Assert.Contains($"127.0.0.1:{port}", Refuse(file));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Runs it and gives the one line that it ends with.</summary>
    private string Refuse(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Lasco.Notebooks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder.FullName,
        })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
        Assert.Empty(process.StandardOutput.ReadToEnd());
        Assert.Single(error.TrimEnd().Split('\n'));
        return error;
    }
}
