using System.Runtime.InteropServices;

namespace Lasco.Notebooks.Zmq;

/// <summary>What libzmq's sockets live in. Ends when it and all of its sockets are disposed of, once their last messages are out.</summary>
internal sealed class ZmqContext : SafeHandle
{
    public ZmqContext()
        : base(0, ownsHandle: true)
    {
        SetHandle(LibZmq.NewContext());
        if (IsInvalid)
            throw ZmqException.Last("starting ZeroMQ");
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Lets every call that waits on one of its sockets fail with <see cref="ZmqException.Terminated"/>.</summary>
    public void ShutDown() => ZmqException.ThrowIfFailed(LibZmq.ShutDownContext(this), "ending ZeroMQ");

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => LibZmq.EndContext(handle) == 0;
}
