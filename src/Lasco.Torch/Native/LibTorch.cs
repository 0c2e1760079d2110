using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.Native;

/// <summary>
/// The imports of the C++ shim, one partial file for each of its sources. Their marshallers check every result: a
/// failure becomes an <see cref="ExternalException"/> with libtorch's message, and arguments stay alive until the call
/// has returned.
/// </summary>
internal static unsafe partial class LibTorch
{
    internal const string Library = "LascoTorch";

    /// <summary>The last failure of this thread, or null; asking for it forgets it.</summary>
    internal static ExternalException? TakeFailure()
    {
        var message = Marshal.PtrToStringUTF8(lt_last_error());
        lt_clear_error();
        return message is null ? null : new ExternalException(message);
    }

    [DoesNotReturn]
    internal static void Throw() => throw TakeFailure() ?? new ExternalException("libtorch failed without a message");
}
