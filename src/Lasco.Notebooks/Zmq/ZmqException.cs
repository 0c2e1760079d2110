using System.Runtime.InteropServices;

namespace Lasco.Notebooks.Zmq;

/// <summary>A call into libzmq failed.</summary>
internal sealed class ZmqException : Exception
{
    /// <summary>Nothing can be received or sent without waiting.</summary>
    public const int WouldBlock = 11;

    /// <summary>A signal came in between.</summary>
    public const int Interrupted = 4;

    /// <summary>ETERM: the context is shut down.</summary>
    public const int Terminated = 156384765;

    private ZmqException(int code, string during)
        : base($"{during}: {Marshal.PtrToStringUTF8(LibZmq.ErrorText(code))}") => Code = code;

    /// <summary>The errno.</summary>
    public int Code { get; }

    /// <summary>The errno of the call that this thread made last.</summary>
    public static int LastCode => Marshal.GetLastPInvokeError();

    /// <summary>The exception for the call that this thread made last.</summary>
    public static ZmqException Last(string during) => new(LastCode, during);

    /// <exception cref="ZmqException"><paramref name="result"/> says that the call failed.</exception>
    public static void ThrowIfFailed(int result, string during)
    {
        if (result < 0)
            throw Last(during);
    }
}
