using System.Runtime.InteropServices;

namespace Lasco.Notebooks.Zmq;

/// <summary>A socket of libzmq. Not for use by two threads at once.</summary>
internal sealed unsafe class ZmqSocket : SafeHandle
{
    private const int MostFrames = 64;

    private readonly ZmqContext context;
    private readonly long limit;

    /// <param name="context">Where it lives; stays alive until the socket is disposed of.</param>
    /// <param name="type">Its kind.</param>
    /// <param name="limit">The largest message, in bytes, that <see cref="TryReceive"/> hands out.</param>
    public ZmqSocket(ZmqContext context, ZmqSocketType type, long limit = long.MaxValue)
        : base(0, ownsHandle: true)
    {
        this.context = context;
        this.limit = limit;
        bool held = false;
        context.DangerousAddRef(ref held);
        SetHandle(LibZmq.NewSocket(context, (int)type));
        if (!IsInvalid)
            return;
        var error = ZmqException.Last($"opening a {type} socket");
        context.DangerousRelease();
        throw error;
    }

    /// <summary>What <see cref="TryReceive"/> found.</summary>
    public enum Received
    {
        /// <summary>No message is there.</summary>
        Nothing,

        /// <summary>A message, all frames of it.</summary>
        Message,

        /// <summary>A message that was too large or had too many frames, and is gone.</summary>
        TooLarge,
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    public void Set(ZmqOption option, int value) => Set(option, new ReadOnlySpan<byte>(&value, sizeof(int)));

    public void Set(ZmqOption option, long value) => Set(option, new ReadOnlySpan<byte>(&value, sizeof(long)));

    public void Set(ZmqOption option, ReadOnlySpan<byte> value)
    {
        fixed (byte* bytes = value)
            ZmqException.ThrowIfFailed(LibZmq.SetOption(this, (int)option, bytes, (nuint)value.Length), $"setting {option}");
    }

    public void Bind(string endpoint) => ZmqException.ThrowIfFailed(LibZmq.Bind(this, endpoint), $"listening on {endpoint}");

    public void Connect(string endpoint) => ZmqException.ThrowIfFailed(LibZmq.Connect(this, endpoint), $"connecting to {endpoint}");

    /// <summary>Sends a message, all of it or nothing.</summary>
    /// <returns>False where that would mean to wait.</returns>
    public bool TrySend(IReadOnlyList<byte[]> frames)
    {
        for (int i = 0; i < frames.Count; i++)
        {
            int flags = LibZmq.DontWait | (i < frames.Count - 1 ? LibZmq.SendMore : 0);
            fixed (byte* data = frames[i])
            {
                while (LibZmq.Send(this, data, (nuint)frames[i].Length, flags) < 0)
                {
                    if (ZmqException.LastCode == ZmqException.WouldBlock && i == 0)
                        return false;
                    if (ZmqException.LastCode is not (ZmqException.Interrupted or ZmqException.WouldBlock))
                        throw ZmqException.Last("sending");
                }
            }
        }

        return true;
    }

    /// <summary>Receives a message if there is one. Nothing is allocated for one that is larger than the limit.</summary>
    /// <param name="frames">Its frames, or none.</param>
    /// <param name="wait">Whether to wait until there is one.</param>
    public Received TryReceive(List<byte[]> frames, bool wait = false)
    {
        frames.Clear();
        long size = 0;
        int count = 0;
        bool more;
        do
        {
            LibZmq.Frame frame;
            _ = LibZmq.InitFrame(&frame);
            while (LibZmq.ReceiveFrame(&frame, this, wait ? 0 : LibZmq.DontWait) < 0)
            {
                if (ZmqException.LastCode == ZmqException.Interrupted)
                    continue;
                if (ZmqException.LastCode == ZmqException.WouldBlock)
                    return Received.Nothing;
                throw ZmqException.Last("receiving");
            }

            nuint length = LibZmq.FrameSize(&frame);
            size += (long)length;
            if (size <= limit && ++count <= MostFrames)
                frames.Add(new ReadOnlySpan<byte>(LibZmq.FrameData(&frame), (int)length).ToArray());
            more = LibZmq.FrameHasMore(&frame) != 0;
            _ = LibZmq.CloseFrame(&frame);
        }
        while (more);

        if (size <= limit && count <= MostFrames)
            return Received.Message;
        frames.Clear();
        return Received.TooLarge;
    }

    /// <summary>Waits until one of the sockets has something to receive.</summary>
    /// <param name="sockets">The sockets.</param>
    /// <param name="milliseconds">For how long at most; -1 for ever.</param>
    public static void WaitForAny(ReadOnlySpan<ZmqSocket> sockets, int milliseconds)
    {
        var items = stackalloc LibZmq.PollItem[sockets.Length];
        for (int i = 0; i < sockets.Length; i++)
            items[i] = new LibZmq.PollItem { Socket = sockets[i].handle, Events = LibZmq.PollIn };
        if (LibZmq.Poll(items, sockets.Length, new CLong(milliseconds)) < 0 && ZmqException.LastCode != ZmqException.Interrupted)
            throw ZmqException.Last("waiting");
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        bool closed = LibZmq.CloseSocket(handle) == 0;
        context.DangerousRelease();
        return closed;
    }
}
