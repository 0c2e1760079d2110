using System.Text;
using Lasco.Notebooks.Protocol;
using Lasco.Notebooks.Zmq;

namespace Lasco.Notebooks.Kernel;

/// <summary>Sends and receives messages: what arrives and is signed as it should be becomes a <see cref="Request"/>; anything else is dropped with a line in the log.</summary>
internal sealed class Wire : IDisposable
{
    private readonly ZmqContext context = new();
    private readonly MessageCodec codec;
    private readonly SocketThread sockets;
    private readonly Heartbeat heartbeat;
    private readonly Action<string> log;
    private readonly Action<Request> received;
    private long arrived;

    /// <param name="connection">Where the channels are to be found.</param>
    /// <param name="received">Gets every request, on the sockets' thread; it must not take long.</param>
    /// <param name="log">Gets a line for every message that is dropped.</param>
    /// <param name="failed">Is told when nothing can be sent or received any more.</param>
    /// <exception cref="ZmqException">An address is in use or is none.</exception>
    public Wire(ConnectionInfo connection, Action<Request> received, Action<string> log, Action<Exception> failed)
    {
        codec = new(connection.Key);
        this.received = received;
        this.log = log;
        sockets = new(context, connection, Receive, DropTooLarge, failed);
        heartbeat = new(context, connection);
    }

    /// <summary>How many messages have arrived.</summary>
    public long Arrived => Volatile.Read(ref arrived);

    /// <summary>Begins to send and to receive.</summary>
    public void Start() => sockets.Start();

    /// <summary>Answers a request.</summary>
    public void Reply(Request request, string type, byte[] content) =>
        Send(request.Channel, request.Message.Identities, type, request.Message.Header, content, urgent: request.Channel == Channel.Control);

    /// <summary>Asks the client that sent a request.</summary>
    public void Ask(Request request, byte[] content) =>
        Send(Channel.Stdin, request.Message.Identities, "input_request", request.Message.Header, content, urgent: false);

    /// <summary>Tells everybody.</summary>
    /// <param name="request">What led to it.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="content">The message's content.</param>
    public void Publish(Request request, string type, byte[] content) =>
        Send(Channel.Iopub, [Encoding.UTF8.GetBytes(type)], type, request.Message.Header, content, urgent: request.Channel == Channel.Control);

    /// <summary>Sends what was handed over, then closes the channels.</summary>
    public void Dispose()
    {
        sockets.Dispose();
        context.ShutDown();
        heartbeat.Dispose();
        context.Dispose();
    }

    private static string Name(Channel channel) => channel.ToString().ToLowerInvariant();

    private void Send(Channel channel, IReadOnlyList<byte[]> identities, string type, byte[] parent, byte[] content, bool urgent) =>
        sockets.Post(channel, codec.Encode(identities, type, parent, content), urgent);

    private void DropTooLarge(Channel channel) => log($"dropped a message on {Name(channel)}: it is larger than {SocketThread.MostBytes >> 20} MB or has too many frames");

    private void Receive(Channel channel, IReadOnlyList<byte[]> frames)
    {
        try
        {
            received(new(channel, Interlocked.Increment(ref arrived), codec.Decode(frames)));
        }
        catch (InvalidDataException e)
        {
            log($"dropped a message on {Name(channel)}: {e.Message}");
        }
    }
}
