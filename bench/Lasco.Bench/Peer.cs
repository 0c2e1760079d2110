using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lasco.Research;
using static TorchSharp.torch;

namespace Lasco.Bench;

/// <summary><c>peer.py</c> in a process of its own, with our number of threads and our BLAS.</summary>
internal sealed class Peer : IDisposable
{
    private const string Python = "/usr/bin/python3"; // Debian's, which python3-torch belongs to

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process process;

    private Peer(Process process) => this.process = process;

    /// <summary>The peer's libtorch.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Starts the peer.</summary>
    /// <exception cref="InputException">There is no Python with PyTorch.</exception>
    public static Peer Start()
    {
        int threads = get_num_threads();
        string script = Path.Combine(AppContext.BaseDirectory, "bench", "peer.py");
        var start = new ProcessStartInfo(Python, [script, threads.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        if (BlasFolder() is { } folder)
            start.Environment["LD_LIBRARY_PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("LD_LIBRARY_PATH")}".TrimEnd(':');

        try
        {
            var peer = new Peer(Process.Start(start)!);
            peer.Version = peer.Read<Greeting>().Torch;
            return peer;
        }
        catch (Win32Exception e)
        {
            throw new InputException(Python, $"cannot be started: {e.Message}; the peer needs Debian's python3-torch", e);
        }
    }

    /// <summary>Lets the peer do its work.</summary>
    /// <param name="rival">What.</param>
    /// <param name="iterations">How often.</param>
    /// <param name="input">The work's <see cref="IWork.Input"/>.</param>
    public Measurement Measure(Rival rival, int iterations, string? input)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new { benchmark = rival.Name, iterations, input }));
        return Read<Measurement>();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private T Read<T>()
    {
        string line = process.StandardOutput.ReadLine() ?? throw new IOException("the PyTorch peer ended before it answered");
        return JsonSerializer.Deserialize<Failure>(line, Json)?.Error is { } error
            ? throw new InputException($"the PyTorch peer cannot run: {error}")
            : JsonSerializer.Deserialize<T>(line, Json)!;
    }

    /// <summary>The folder of the OpenBLAS that this process has loaded.</summary>
    private static string? BlasFolder() => File.ReadLines("/proc/self/maps")
        .Where(line => line.Contains("/libopenblas", StringComparison.Ordinal))
        .Select(line => Path.GetDirectoryName(line[line.IndexOf('/', StringComparison.Ordinal)..]))
        .FirstOrDefault();

    private sealed record Greeting(string Torch);

    private sealed record Failure(string? Error);
}
