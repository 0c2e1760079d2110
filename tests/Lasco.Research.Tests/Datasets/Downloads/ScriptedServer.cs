using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lasco.Research.Tests.Datasets.Downloads;

/// <summary>A web server on the loopback device that answers as a test says, lies and broken connections included.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<ServedRequest, ServedAnswer> answer;

    public ScriptedServer(Func<ServedRequest, ServedAnswer> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Every request that came, in order.</summary>
    public ConcurrentQueue<ServedRequest> Requests { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>An honest server of one file: ranges, If-Range, and an ETag of the content.</summary>
    public static ServedAnswer Honest(ServedRequest request, byte[] content, string tag)
    {
        string[] headers = [$"ETag: \"{tag}\"", "Accept-Ranges: bytes"];
        if (request.RangeStart is not { } start || (request.IfRange is { } condition && condition != $"\"{tag}\""))
            return new ServedAnswer(200, content) { Headers = headers };
        return start >= content.Length
            ? new ServedAnswer(416, []) { Headers = [.. headers, $"Content-Range: bytes */{content.Length}"] }
            : new ServedAnswer(206, content[(int)start..]) { Headers = [.. headers, $"Content-Range: bytes {start}-{content.Length - 1}/{content.Length}"] };
    }

    public void Dispose() => listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using TcpClient client = connection;
        try
        {
            NetworkStream stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, false, 1024, leaveOpen: true);
            string[] first = (await reader.ReadLineAsync() ?? "").Split(' ');
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
                headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
            if (first.Length < 2)
                return;
            var request = new ServedRequest(first[1], headers, Requests.Count);
            Requests.Enqueue(request);
            ServedAnswer served = answer(request);
            var head = new StringBuilder($"HTTP/1.1 {served.Status} Scripted\r\nConnection: close\r\n");
            if (served.SaysLength)
                head.Append(CultureInfo.InvariantCulture, $"Content-Length: {served.Length ?? served.Body.Length}\r\n");
            foreach (string header in served.Headers)
                head.Append(header).Append("\r\n");
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
            await stream.WriteAsync(served.Body.AsMemory(0, served.BreaksAfter ?? served.Body.Length));
            await stream.FlushAsync();
            if (served.Hangs > TimeSpan.Zero)
                await Task.Delay(served.Hangs);
            if (served.BreaksAfter is not null && served.Resets)
                client.LingerState = new LingerOption(true, 0);
        }
        catch (IOException)
        {
            // The other side went away.
        }
    }
}

internal sealed record ServedRequest(string Path, Dictionary<string, string> Headers, int Number)
{
    public long? RangeStart => Headers.TryGetValue("Range", out string? range) ? long.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : null;

    public string? IfRange => Headers.GetValueOrDefault("If-Range");
}

internal sealed record ServedAnswer(int Status, byte[] Body)
{
    public string[] Headers { get; init; } = [];

    /// <summary>The Content-Length that is said, where it is not the body's.</summary>
    public long? Length { get; init; }

    public bool SaysLength { get; init; } = true;

    /// <summary>How much of the body is sent before the connection is cut.</summary>
    public int? BreaksAfter { get; init; }

    public bool Resets { get; init; }

    /// <summary>How long nothing more happens before the connection ends.</summary>
    public TimeSpan Hangs { get; init; }
}
