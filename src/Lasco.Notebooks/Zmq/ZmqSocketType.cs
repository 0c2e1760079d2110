namespace Lasco.Notebooks.Zmq;

/// <summary>libzmq's kinds of sockets, with its numbers.</summary>
internal enum ZmqSocketType
{
    /// <summary>One peer, in this process.</summary>
    Pair = 0,

    /// <summary>Receives what it subscribed to.</summary>
    Sub = 2,

    /// <summary>Sends to and receives from one peer at a time, without taking turns.</summary>
    Dealer = 5,

    /// <summary>Many peers; a message's first frame names one.</summary>
    Router = 6,

    /// <summary>Sends to all subscribers.</summary>
    XPub = 9,
}
