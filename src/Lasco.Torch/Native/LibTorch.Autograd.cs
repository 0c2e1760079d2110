using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool lt_is_grad_enabled();

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial void lt_set_grad_enabled([MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool lt_is_inference_mode_enabled();

    [LibraryImport(Library)]
    internal static partial nint lt_inference_mode_begin([MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library)]
    internal static partial void lt_inference_mode_end(nint guard);

    [LibraryImport(Library)]
    internal static partial Status lt_backward(
        ReadOnlySpan<nint> tensors, long count, ReadOnlySpan<nint> grads, long gradCount, [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph, ReadOnlySpan<nint> inputs, long inputCount);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_grad_of(
        ReadOnlySpan<nint> outputs, long count, ReadOnlySpan<nint> inputs, long inputCount, ReadOnlySpan<nint> grads, long gradCount, [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph, [MarshalAs(UnmanagedType.U1)] bool allowUnused);
}
