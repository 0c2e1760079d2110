namespace Lasco.Notebooks.Zmq;

/// <summary>libzmq's socket options, with its numbers.</summary>
internal enum ZmqOption
{
    /// <summary>What a SUB socket wants to hear (bytes).</summary>
    Subscribe = 6,

    /// <summary>For how many milliseconds unsent messages outlive their socket (int).</summary>
    Linger = 17,

    /// <summary>The largest frame in bytes that a peer may send: the connection of one that announces more is closed before anything is allocated (long).</summary>
    MaxFrameSize = 22,

    /// <summary>How many messages may wait to be sent to a peer (int).</summary>
    SendHighWaterMark = 23,

    /// <summary>Whether endpoints may be IPv6 (int).</summary>
    IPv6 = 42,

    /// <summary>Whether a peer that comes back under its old name takes over from its old connection (int).</summary>
    RouterHandover = 56,

    /// <summary>Whether sending fails, rather than dropping the message, when a subscriber's queue is full (int).</summary>
    XPubNoDrop = 69,
}
