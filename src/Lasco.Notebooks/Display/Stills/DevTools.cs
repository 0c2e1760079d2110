using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Display;

/// <summary>A headless Chromium with one page, driven over a pair of pipes by the DevTools protocol: no port, and it ends when the pipes do.</summary>
internal sealed class DevTools : IDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BlockingCollection<JsonNode> messages = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-");
    private readonly Process process;
    private string? session;
    private int requests;

    private DevTools(string executable)
    {
        // The protocol speaks on descriptors 3 and 4; the shell puts the standard pipes there.
        string[] arguments =
        [
            "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", executable,
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--font-render-hinting=none", "--force-color-profile=srgb",
            "--remote-debugging-pipe", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "about:blank",
        ];
        process = Process.Start(new ProcessStartInfo("/bin/sh", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        new Thread(Read) { IsBackground = true, Name = "Chromium" }.Start();
    }

    /// <exception cref="StillException">There is no Chromium.</exception>
    public static DevTools Start()
    {
        string? executable = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return new(executable ?? throw new StillException("no still pictures of charts: there is no Chromium; install the package chromium"));
    }

    /// <summary>Opens a page and waits until it is loaded.</summary>
    public void Open(string html)
    {
        string file = Path.Combine(folder.FullName, "page.html");
        File.WriteAllText(file, html);
        string target = Call("Target.createTarget", new JsonObject { ["url"] = "about:blank" })["targetId"]!.GetValue<string>();
        session = Call("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true })["sessionId"]!.GetValue<string>();
        Call("Page.enable", []);
        Call("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri });
        while (Next()["method"]?.GetValue<string>() != "Page.loadEventFired")
        {
        }
    }

    /// <summary>Sends a request and waits for its result.</summary>
    /// <exception cref="StillException">Chromium refuses it, ended, or does not answer.</exception>
    public JsonNode Call(string method, JsonObject parameters)
    {
        int id = ++requests;
        var request = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            request["sessionId"] = session;
        try
        {
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(request.ToJsonString() + '\0'));
            process.StandardInput.BaseStream.Flush();
        }
        catch (IOException)
        {
            throw Ended();
        }

        while (true)
        {
            var answer = Next();
            if (answer["id"]?.GetValue<int>() != id)
                continue;
            return answer["result"] ?? throw new StillException($"no still pictures of charts: Chromium refuses {method}: {answer["error"]?["message"]}");
        }
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        process.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that is still ending writes into it.
        }
    }

    private static StillException Ended() => new("no still pictures of charts: Chromium ended at once; does `chromium --headless about:blank` work here?");

    private JsonNode Next()
    {
        if (messages.TryTake(out var message, Patience))
            return message;
        throw messages.IsCompleted ? Ended() : new StillException($"no still picture: Chromium did not draw it within {Patience.TotalSeconds:0} seconds");
    }

    private void Read()
    {
        var message = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        try
        {
            while (process.StandardOutput.BaseStream.Read(buffer) is var count and > 0)
            {
                var rest = buffer.AsSpan(0, count);
                while (rest.IndexOf((byte)0) is var end and >= 0)
                {
                    message.Write(rest[..end]);
                    messages.Add(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!);
                    message.SetLength(0);
                    rest = rest[(end + 1)..];
                }

                message.Write(rest);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process was ended.
        }
        finally
        {
            messages.CompleteAdding();
        }
    }
}
