using System.Runtime.CompilerServices;
using System.Runtime.InteropServices.Marshalling;

namespace TorchSharp.Native;

/// <summary>The result of a call that makes nothing: whoever holds one knows that the call succeeded.</summary>
[NativeMarshalling(typeof(StatusMarshaller))]
internal readonly struct Status;

[CustomMarshaller(typeof(Status), MarshalMode.ManagedToUnmanagedOut, typeof(StatusMarshaller))]
internal static class StatusMarshaller
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Status ConvertToManaged(byte succeeded)
    {
        if (succeeded == 0) LibTorch.Throw();
        return default;
    }
}
