using System.Diagnostics;
using Lasco.Notebooks.Protocol;
using Lasco.Notebooks.Zmq;

namespace Lasco.Notebooks.Kernel;

/// <summary>
/// Owns the shell, control, stdin and iopub sockets, which only its thread touches. Other threads hand messages to it; what it
/// receives goes to one delegate, on its thread.
/// </summary>
internal sealed class SocketThread : IDisposable
{
    /// <summary>The largest message that is read. A larger one is dropped.</summary>
    public const int MostBytes = 32 << 20;

    /// <summary>The largest frame that ZeroMQ takes in at all; it closes the connection that announces a larger one.</summary>
    private const long MostFrameBytes = 128 << 20;

    private const int LingerMilliseconds = 1000;
    private const int RetryMilliseconds = 5;
    private const int PaceMilliseconds = 1;

    /// <summary>For how long a subscriber that does not read may hold up everybody. From then on it misses messages.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ZmqSocket[] channels;
    private readonly ZmqSocket wakeUp;
    private readonly ZmqSocket wakened;
    private readonly Lock wakeUpMutex = new();
    private readonly Outbox outbox;
    private readonly Action<Channel, IReadOnlyList<byte[]>> received;
    private readonly Action<Channel> tooLarge;
    private readonly Action<Exception> failed;
    private readonly Thread thread;
    private readonly List<byte[]> frames = [];
    private long stalledSince;
    private bool impatient;
    private int signalled;
    private volatile bool stopping;

    /// <summary>Binds the sockets.</summary>
    /// <param name="context">Where the sockets live.</param>
    /// <param name="connection">Where they are to be found.</param>
    /// <param name="received">Gets every message that arrives.</param>
    /// <param name="tooLarge">Is told of every message that was too large to be received.</param>
    /// <param name="failed">Is told when nothing can be sent or received any more.</param>
    /// <exception cref="ZmqException">An address is in use or is none.</exception>
    public SocketThread(
        ZmqContext context, ConnectionInfo connection, Action<Channel, IReadOnlyList<byte[]>> received, Action<Channel> tooLarge, Action<Exception> failed)
    {
        this.received = received;
        this.tooLarge = tooLarge;
        this.failed = failed;
        outbox = new(Wake);
        string inside = $"inproc://{Guid.NewGuid():N}";
        wakened = new(context, ZmqSocketType.Pair);
        wakened.Bind(inside);
        wakeUp = new(context, ZmqSocketType.Pair);
        wakeUp.Connect(inside);
        channels =
        [
            Bind(ZmqSocketType.Router, connection.ShellPort), Bind(ZmqSocketType.Router, connection.ControlPort),
            Bind(ZmqSocketType.Router, connection.StdinPort), Bind(ZmqSocketType.XPub, connection.IopubPort),
        ];
        thread = new(Run) { Name = "jupyter sockets", IsBackground = true };

        ZmqSocket Bind(ZmqSocketType type, int port)
        {
            var socket = new ZmqSocket(context, type, MostBytes);
            socket.Set(ZmqOption.Linger, LingerMilliseconds);
            socket.Set(ZmqOption.MaxFrameSize, MostFrameBytes);
            socket.Set(ZmqOption.IPv6, connection.Ip.Contains(':') ? 1 : 0);
            if (type == ZmqSocketType.Router)
                socket.Set(ZmqOption.RouterHandover, 1);
            else
                socket.Set(ZmqOption.XPubNoDrop, 1);
            socket.Bind(connection.Endpoint(port));
            return socket;
        }
    }

    /// <summary>Begins to send and to receive.</summary>
    public void Start() => thread.Start();

    /// <summary>Hands over a message to be sent after all that were handed over before. Any thread may call this.</summary>
    /// <param name="channel">Where it is to go.</param>
    /// <param name="message">Its frames.</param>
    /// <param name="urgent">Not to wait where much is waiting already.</param>
    public void Post(Channel channel, byte[][] message, bool urgent = false) => outbox.Add(channel, message, urgent);

    /// <summary>Sends what was handed over, then ends the thread.</summary>
    public void Dispose()
    {
        stopping = true;
        outbox.Close();
        Wake();
        thread.Join();
        lock (wakeUpMutex)
            wakeUp.Dispose();
    }

    private void Run()
    {
        ZmqSocket[] sources = [wakened, .. channels];
        try
        {
            Serve(sources);
        }
        catch (Exception e)
        {
            outbox.Close();
            failed(e);
        }

        foreach (var socket in sources)
            socket.Dispose();
    }

    private void Serve(ZmqSocket[] sources)
    {
        while (true)
        {
            bool sent = SendWaiting();
            if (stopping && sent)
                break;
            ZmqSocket.WaitForAny(sources, sent ? -1 : impatient ? PaceMilliseconds : RetryMilliseconds);
            foreach (var channel in Enum.GetValues<Channel>())
                ReceiveWaiting(channel);
            while (wakened.TryReceive(frames) == ZmqSocket.Received.Message)
                Volatile.Write(ref signalled, 0);
        }
    }

    /// <summary>
    /// Sends until nothing is left, or a subscriber's queue is full. Such a subscriber is waited for, so that no output is lost to
    /// one that is merely busy; but one that stays away misses messages from then on until it reads again, while all others get
    /// them at a pace that they can keep up with.
    /// </summary>
    /// <returns>Whether nothing is left.</returns>
    private bool SendWaiting()
    {
        while (outbox.Peek() is var (channel, message))
        {
            var socket = channels[(int)channel];
            if (!socket.TrySend(message))
            {
                if (stalledSince == 0)
                    stalledSince = Stopwatch.GetTimestamp();
                impatient |= Stopwatch.GetElapsedTime(stalledSince) > Patience;
                if (impatient)
                {
                    socket.Set(ZmqOption.XPubNoDrop, 0);
                    socket.TrySend(message);
                    socket.Set(ZmqOption.XPubNoDrop, 1);
                    outbox.Remove();
                }

                return false;
            }

            outbox.Remove();
            if (channel == Channel.Iopub)
            {
                stalledSince = 0;
                impatient = false;
            }
        }

        return true;
    }

    private void ReceiveWaiting(Channel channel)
    {
        while (true)
        {
            switch (channels[(int)channel].TryReceive(frames))
            {
                case ZmqSocket.Received.Message when channel != Channel.Iopub:
                    received(channel, frames);
                    break;
                case ZmqSocket.Received.TooLarge:
                    tooLarge(channel);
                    break;
                case ZmqSocket.Received.Nothing:
                    return;
            }
        }
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref signalled, 1) != 0)
            return;
        lock (wakeUpMutex)
        {
            if (!wakeUp.IsClosed)
                wakeUp.TrySend([[]]);
        }
    }
}
