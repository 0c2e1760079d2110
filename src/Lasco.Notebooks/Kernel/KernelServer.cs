using System.Collections.Concurrent;
using Lasco.Notebooks.Protocol;
using Lasco.Notebooks.Scripting;
using Lasco.Notebooks.Zmq;

namespace Lasco.Notebooks.Kernel;

/// <summary>
/// A Jupyter kernel. One thread serves what comes in on shell, one after another, and so runs the cells; another serves control,
/// and so stays there for an interrupt and the end whatever a cell does.
/// </summary>
internal sealed class KernelServer : IDisposable
{
    private const int CellStackBytes = 16 << 20;
    private const string ReplySuffix = "_reply", RequestSuffix = "_request";

    private readonly Action<string> log;
    private readonly Wire wire;
    private readonly StandardInput input;
    private readonly History history;
    private readonly Task<CSharpSession> session;
    private readonly CellRunner cells;
    private readonly BlockingCollection<Request> shell = [];
    private readonly BlockingCollection<Request> control = [];
    private readonly ManualResetEventSlim stopped = new();

    /// <summary>Binds the channels and begins to answer, while the session is still being made.</summary>
    /// <param name="connection">Where the channels are.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="history">Keeps the cells.</param>
    /// <param name="log">Gets a line for everything that the kernel cannot tell a client.</param>
    /// <exception cref="ZmqException">An address is in use or is none.</exception>
    public KernelServer(ConnectionInfo connection, string folder, History history, Action<string> log)
    {
        this.log = log;
        this.history = history;
        wire = new(connection, Receive, log, Fail);
        input = new(wire);
        session = new(() => new CSharpSession(folder));
        cells = new(wire, input, history, session);
        wire.Start();
        new Thread(() => Serve(control)) { Name = "jupyter control", IsBackground = true }.Start();
        new Thread(() => Serve(shell), CellStackBytes) { Name = "jupyter shell", IsBackground = true }.Start();
        session.Start(TaskScheduler.Default);
    }

    /// <summary>Waits until a client, or <see cref="Stop"/>, ends the kernel.</summary>
    public void WaitUntilStopped() => stopped.Wait();

    /// <summary>Ends the kernel.</summary>
    public void Stop() => stopped.Set();

    /// <summary>Stops the running cell.</summary>
    public void Interrupt()
    {
        if (session.IsCompletedSuccessfully)
            session.Result.Interrupt();
        input.Cancel();
    }

    /// <summary>Sends what is still to be sent and closes the channels. A cell that is running goes on, unheard.</summary>
    public void Dispose()
    {
        wire.Dispose();
        history.Dispose();
    }

    /// <summary>On the sockets' thread.</summary>
    private void Receive(Request request)
    {
        if (request.Channel == Channel.Stdin)
            input.Answer(request);
        else
            (request.Channel == Channel.Control ? control : shell).Add(request);
    }

    /// <summary>On the sockets' thread, at its end.</summary>
    private void Fail(Exception e)
    {
        log($"the channels have failed: {e.Message}");
        Stop();
    }

    private void Serve(BlockingCollection<Request> requests)
    {
        foreach (var request in requests.GetConsumingEnumerable())
        {
            wire.Publish(request, "status", Contents.Status(busy: true));
            bool isRequest = request.Type.EndsWith(RequestSuffix, StringComparison.Ordinal);
            string replyType = isRequest ? request.Type[..^RequestSuffix.Length] + ReplySuffix : "";
            try
            {
                if (Answer(request) is { } content && isRequest)
                    wire.Reply(request, replyType, content);
            }
            catch (Exception e)
            {
                // Whatever is wrong with a request or with serving it, the next one is served.
                log($"{request.Type}: {e.Message}".ReplaceLineEndings(" "));
                if (isRequest)
                    wire.Reply(request, replyType, Contents.Failed(new CellError(e.GetType().Name, e.Message, [e.Message], null)));
            }

            wire.Publish(request, "status", Contents.Status(busy: false));
            if (request.Type == "shutdown_request")
                Stop();
        }
    }

    /// <summary>The reply's content, or null where there is none to give.</summary>
    private byte[]? Answer(Request request)
    {
        switch (request.Type)
        {
            case "execute_request" when request.Channel == Channel.Shell:
                return cells.Run(request);
            case "kernel_info_request":
                return Contents.KernelInfo;
            case "complete_request":
                return Complete(request.Content);
            case "inspect_request":
                return Inspect(request.Content);
            case "is_complete_request":
                return IsComplete(request.Content.Text("code"));
            case "history_request":
                return FindHistory(request.Content);
            case "comm_info_request":
                return Contents.CommInfo();
            case "comm_open":
                wire.Publish(request, "comm_close", Contents.CommClose(request.Content.Text("comm_id")));
                return null;
            case "comm_msg" or "comm_close":
                return null;
            case "interrupt_request":
                Interrupt();
                return Contents.Ok;
            case "shutdown_request":
                return ShutDown(request);
            default:
                throw new NotSupportedException($"there is no such request on {request.Channel.ToString().ToLowerInvariant()}");
        }
    }

    private byte[] Complete(MessageContent content)
    {
        var (code, cursor) = Cursor(content);
        return Contents.Complete(code, session.GetAwaiter().GetResult().Complete(code, cursor));
    }

    private byte[] Inspect(MessageContent content)
    {
        var (code, cursor) = Cursor(content);
        return Contents.Inspect(session.GetAwaiter().GetResult().Inspect(code, cursor));
    }

    private static (string Code, int Cursor) Cursor(MessageContent content)
    {
        string code = content.Text("code");
        return (code, CodePoints.ToUnits(code, content.Number("cursor_pos") ?? code.Length));
    }

    private byte[] IsComplete(string code)
    {
        var completeness = Pager.Question(code) is null ? session.GetAwaiter().GetResult().Check(code) : Completeness.Complete;
        return Contents.IsComplete(completeness, Indentation.After(code));
    }

    private byte[] FindHistory(MessageContent content)
    {
        int? count = content.Number("n");
        var found = content.Text("hist_access_type") switch
        {
            "tail" => history.Tail(count ?? int.MaxValue),
            "range" => history.Range(content.Number("session") ?? 0, content.Number("start") ?? 0, content.Number("stop")),
            "search" => history.Search(content.Text("pattern", "*"), count, content.Flag("unique", false)),
            var other => throw new InvalidDataException($"hist_access_type is {other}; expected tail, range or search"),
        };
        return Contents.History(found, content.Flag("output", false));
    }

    private byte[] ShutDown(Request request)
    {
        byte[] content = Contents.Shutdown(request.Content.Flag("restart", false));
        wire.Publish(request, "shutdown_reply", content);
        return content;
    }
}
