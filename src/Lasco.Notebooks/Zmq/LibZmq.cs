using System.Runtime.InteropServices;

namespace Lasco.Notebooks.Zmq;

/// <summary>What of libzmq's C interface (zmq.h of 4.3) the kernel needs. A call that fails gives -1 or 0 and sets errno.</summary>
internal static unsafe partial class LibZmq
{
    public const int DontWait = 1;
    public const int SendMore = 2;
    public const short PollIn = 1;

    private const string Library = "libzmq.so.5";

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new", SetLastError = true)]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_shutdown", SetLastError = true)]
    public static partial int ShutDownContext(ZmqContext context);

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term", SetLastError = true)]
    public static partial int EndContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket", SetLastError = true)]
    public static partial nint NewSocket(ZmqContext context, int type);

    [LibraryImport(Library, EntryPoint = "zmq_close", SetLastError = true)]
    public static partial int CloseSocket(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt", SetLastError = true)]
    public static partial int SetOption(ZmqSocket socket, int option, void* value, nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_bind", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(ZmqSocket socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_connect", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Connect(ZmqSocket socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_send", SetLastError = true)]
    public static partial int Send(ZmqSocket socket, byte* data, nuint size, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_poll", SetLastError = true)]
    public static partial int Poll(PollItem* items, int count, CLong milliseconds);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init")]
    public static partial int InitFrame(Frame* frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv", SetLastError = true)]
    public static partial int ReceiveFrame(Frame* frame, ZmqSocket socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_size")]
    public static partial nuint FrameSize(Frame* frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    public static partial byte* FrameData(Frame* frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_more")]
    public static partial int FrameHasMore(Frame* frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    public static partial int CloseFrame(Frame* frame);

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    public static partial nint ErrorText(int error);

    /// <summary>zmq_msg_t: 64 opaque bytes, aligned as a pointer.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    public struct Frame
    {
        private readonly nint first;
    }

    /// <summary>zmq_pollitem_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public nint Socket;
        public int Descriptor;
        public short Events;
        public short Ready;
    }
}
