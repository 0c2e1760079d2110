using Lasco.Notebooks.Protocol;
using Lasco.Notebooks.Zmq;

namespace Lasco.Notebooks.Kernel;

/// <summary>Echoes what arrives on the heartbeat channel, on a thread of its own, so that clients see whether the kernel lives whatever else it does.</summary>
internal sealed class Heartbeat : IDisposable
{
    private const int MostBytes = 1 << 16;

    private readonly ZmqSocket socket;
    private readonly Thread thread;

    /// <summary>Binds the socket and starts the thread, which ends when the context is shut down.</summary>
    /// <exception cref="ZmqException">The address is in use or is none.</exception>
    public Heartbeat(ZmqContext context, ConnectionInfo connection)
    {
        socket = new(context, ZmqSocketType.Router, MostBytes);
        socket.Set(ZmqOption.Linger, 0);
        socket.Set(ZmqOption.MaxFrameSize, (long)MostBytes);
        socket.Set(ZmqOption.IPv6, connection.Ip.Contains(':') ? 1 : 0);
        socket.Bind(connection.Endpoint(connection.HeartbeatPort));
        thread = new(Run) { Name = "jupyter heartbeat", IsBackground = true };
        thread.Start();
    }

    /// <summary>Waits until the thread has ended.</summary>
    public void Dispose() => thread.Join();

    private void Run()
    {
        var frames = new List<byte[]>();
        using (socket)
        {
            try
            {
                while (true)
                {
                    if (socket.TryReceive(frames, wait: true) == ZmqSocket.Received.Message)
                        socket.TrySend(frames);
                }
            }
            catch (ZmqException e) when (e.Code == ZmqException.Terminated)
            {
            }
        }
    }
}
