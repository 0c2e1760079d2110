using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Display;

/// <summary>
/// Draws stills in one headless Chromium, which starts with the first one and ends with this process. Where one cannot be drawn,
/// the cell's standard error says why in one line, once for each reason.
/// </summary>
internal static class StillBrowser
{
    private static readonly Lock Mutex = new();
    private static readonly HashSet<string> Told = [];
    private static DevTools? browser;

    /// <summary>The picture in base64, or null where it could not be drawn.</summary>
    public static string? Draw(Still still)
    {
        lock (Mutex)
        {
            try
            {
                browser ??= Start();
                return Draw(browser, still);
            }
            catch (StillException e)
            {
                Stop();
                Tell(e.Message);
                return null;
            }
            catch
            {
                Stop(); // Interrupted between a request and its answer.
                throw;
            }
        }
    }

    private static string Draw(DevTools tools, Still still)
    {
        var drawn = tools.Call("Runtime.evaluate", new JsonObject
        {
            ["expression"] = $"LascoCharts.still({still.Width}, root => {still.Script})", ["awaitPromise"] = true, ["returnByValue"] = true,
        });
        if (drawn["exceptionDetails"] is { } error)
            throw new StillException($"no still picture: {Line(error["exception"]?["description"]?.GetValue<string>() ?? error["text"]!.GetValue<string>())}");
        tools.Call("Emulation.setDefaultBackgroundColorOverride", new JsonObject { ["color"] = Background(still) });
        double height = drawn["result"]!["value"]!.GetValue<double>();
        var picture = tools.Call("Page.captureScreenshot", new JsonObject
        {
            ["format"] = still.MimeType == MimeBundle.Jpeg ? "jpeg" : "png", ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = still.Width, ["height"] = height, ["scale"] = 2 },
        });
        return picture["data"]!.GetValue<string>();
    }

    /// <summary>HTML has none where the format allows, and so reads on light and dark pages; figures bring their own.</summary>
    private static JsonObject Background(Still still) => new() { ["r"] = 255, ["g"] = 255, ["b"] = 255, ["a"] = still.MimeType == MimeBundle.Jpeg ? 1 : 0 };

    private static DevTools Start()
    {
        if (!File.Exists(WebFiles.Plotly))
            throw new StillException(WebFiles.PlotlyMissing);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        var tools = DevTools.Start();
        try
        {
            tools.Open($$"""
                <!DOCTYPE html><html><head><meta charset="utf-8">
                <style>html, body, #root { margin: 0; color: #757575; font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }</style>
                <script src="{{new Uri(WebFiles.Plotly).AbsoluteUri}}"></script><script src="{{new Uri(WebFiles.Charts).AbsoluteUri}}"></script>
                </head><body><div id="root"></div></body></html>
                """);
            return tools;
        }
        catch
        {
            tools.Dispose();
            throw;
        }
    }

    /// <summary>Ends the browser; the next still starts another one.</summary>
    internal static void Stop()
    {
        browser?.Dispose();
        browser = null;
    }

    private static void Tell(string reason)
    {
        if (Told.Add(reason))
            CellOutput.Current?.Stream(reason + "\n", error: true);
    }

    private static string Line(string text) => text.Split('\n')[0];
}

/// <summary>A still cannot be drawn, for a reason that the message says in one line.</summary>
internal sealed class StillException(string message) : Exception(message);
