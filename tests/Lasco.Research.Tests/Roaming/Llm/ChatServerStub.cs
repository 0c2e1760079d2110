using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Lasco.Research.Tests.Roaming.Llm;

/// <summary>An OpenAI-compatible server on this machine whose behaviour the test decides, request by request.</summary>
internal sealed class ChatServerStub : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<int, string, Reply> answer;
    private int requests, open, mostOpen;

    /// <summary>Starts listening.</summary>
    /// <param name="answer">From the number of the request (from 0) and its prompt to what to send.</param>
    public ChatServerStub(Func<int, string, Reply> answer)
    {
        this.answer = answer;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/v1");
        }

        listener.Prefixes.Add(Address.GetLeftPart(UriPartial.Authority) + "/");
        listener.Start();
        _ = Listen();
    }

    public Uri Address { get; }

    public int Requests => requests;

    public int MostAtATime => mostOpen;

    public List<string> Bodies { get; } = [];

    public List<string?> Authorizations { get; } = [];

    /// <summary>A completion that says <paramref name="text"/>.</summary>
    public static Reply Says(string text, string finish = "stop") => new(200, JsonSerializer.Serialize(new
    {
        id = "x", @object = "chat.completion", created = 1, model = "m",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = finish } },
        usage = new { prompt_tokens = 50, completion_tokens = 9, total_tokens = 59 },
    }));

    public void Dispose() => listener.Close();

    private async Task Listen()
    {
        while (true)
        {
            try
            {
                _ = Serve(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(HttpListenerContext context)
    {
        int now = Interlocked.Increment(ref open), number = Interlocked.Increment(ref requests) - 1;
        mostOpen = Math.Max(mostOpen, now);
        try
        {
            string body = await new StreamReader(context.Request.InputStream).ReadToEndAsync();
            lock (Bodies)
            {
                Bodies.Add(body);
                Authorizations.Add(context.Request.Headers["Authorization"]);
            }

            JsonElement content = JsonDocument.Parse(body).RootElement.GetProperty("messages")[0].GetProperty("content");
            Reply reply = answer(number, content.ValueKind == JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!);
            await Task.Delay(reply.Delay);
            byte[] bytes = Encoding.UTF8.GetBytes(reply.Body);
            context.Response.StatusCode = reply.Status;
            context.Response.ContentType = "application/json";
            if (reply.RetryAfter is not null)
                context.Response.Headers["Retry-After"] = reply.RetryAfter;
            if (reply.RetryAfterMilliseconds is not null)
                context.Response.Headers["retry-after-ms"] = reply.RetryAfterMilliseconds;
            if (reply.IsCompressed)
            {
                context.Response.Headers["Content-Encoding"] = "gzip";
                bytes = Compress(bytes);
            }

            if (reply.IsChunked)
                context.Response.SendChunked = true;
            else
                context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(reply.IsCut ? bytes.AsMemory(0, bytes.Length / 2) : bytes);
            Interlocked.Decrement(ref open);
            if (reply.IsCut)
                context.Response.Abort();
            else
                context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The client went away.
        }
    }

    private static byte[] Compress(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public sealed record Reply(int Status, string Body)
    {
        public TimeSpan Delay { get; init; }

        public string? RetryAfter { get; init; }

        public string? RetryAfterMilliseconds { get; init; }

        public bool IsChunked { get; init; }

        public bool IsCompressed { get; init; }

        public bool IsCut { get; init; }
    }
}
