using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lasco.Notebooks.Kernel;

namespace Lasco.Notebooks.Running;

/// <summary>
/// Debian's classic Jupyter Notebook with this kernel, on the loopback interface. Its settings, signatures and kernels are in
/// the checkout's <c>artifacts/jupyter</c>: nothing of the user's is read or written.
/// </summary>
public sealed partial class JupyterServer : IDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60), StopPatience = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private JupyterServer(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where to point a browser, with the token that opens it.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="folder">The folder that it opens on.</param>
    /// <param name="openBrowser">Whether to show it in the user's browser, where there is a display.</param>
    /// <param name="cancellation">Stops the waiting, and the server.</param>
    /// <exception cref="NotebookException">The folder or Jupyter is missing, or it did not start.</exception>
    public static async Task<JupyterServer> StartAsync(string folder, bool openBrowser, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            throw new NotebookException(folder, "there is no such folder");
        string program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
            .Select(path => Path.Combine(path, "jupyter-notebook")).FirstOrDefault(File.Exists)
            ?? throw new NotebookException("jupyter-notebook", "not found; install the Debian package jupyter-notebook");

        string home = Path.Combine(Checkout.Find(folder) ?? Checkout.Find(AppContext.BaseDirectory) ?? folder, "artifacts", "jupyter");
        KernelSpec.Install(home);
        int port = FreePort();
        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        bool show = openBrowser && (Environment.GetEnvironmentVariable("DISPLAY") ?? Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")) is { Length: > 0 };

        // A session of its own: Ctrl-C on the terminal reaches this process alone, which then ends the server without questions.
        var start = new ProcessStartInfo("setsid")
        {
            ArgumentList = { program, "--ip=127.0.0.1", $"--port={port}", "--port-retries=0", $"--notebook-dir={Path.GetFullPath(folder)}", "--log-level=WARN" },
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        if (!show)
            start.ArgumentList.Add("--no-browser");
        if (Environment.UserName == "root")
            start.ArgumentList.Add("--allow-root");
        start.Environment["JUPYTER_TOKEN"] = token;
        start.Environment["JUPYTER_PATH"] = home;
        foreach (string place in new[] { "config", "data", "runtime" })
            start.Environment[$"JUPYTER_{place.ToUpperInvariant()}_DIR"] = Directory.CreateDirectory(Path.Combine(home, place)).FullName;

        var process = Process.Start(start)!;
        var server = new JupyterServer(process, new Uri($"http://127.0.0.1:{port}/tree?token={token}"));
        var said = new Queue<string>();
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginErrorReadLine();
        try
        {
            await server.AnswersAsync(cancellation);
            return server;
        }
        catch (Exception e)
        {
            server.Dispose();
            if (e is OperationCanceledException && cancellation.IsCancellationRequested)
                throw;
            lock (said)
                throw new NotebookException("jupyter-notebook", $"did not start: {string.Join(" ", said)}", e);
        }
    }

    /// <summary>Waits until the server ends.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended by <paramref name="cancellation"/>.</exception>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        finally
        {
            Stop();
        }
    }

    /// <summary>Ends the server and its kernels.</summary>
    public void Dispose()
    {
        Stop();
        process.Dispose();
    }

    private static void Keep(Queue<string> lines, string? line)
    {
        const int Kept = 12;
        lock (lines)
        {
            if (!string.IsNullOrWhiteSpace(line))
                lines.Enqueue(line.Trim());
            if (lines.Count > Kept)
                lines.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);

    private async Task AnswersAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException("it ended");
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/api"), cancellation);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (watch.Elapsed < StartPatience)
            {
            }

            await Task.Delay(100, cancellation);
        }
    }

    private void Stop()
    {
        if (process.HasExited)
            return;
        _ = Signal(process.Id, Terminate);
        if (!process.WaitForExit(StopPatience))
            process.Kill(entireProcessTree: true);
    }
}
