using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial void lt_dispose(nint x);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool lt_defined(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long lt_ndim(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long lt_numel(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long lt_element_size(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long lt_storage_offset(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial sbyte lt_dtype(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int lt_device_type(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int lt_device_index(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool lt_is_sparse(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool lt_is_contiguous(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool lt_is_leaf(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool lt_requires_grad(Tensor x);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial void lt_shape(Tensor x, Span<long> result);

    [LibraryImport(Library)]
    internal static partial Status lt_strides(Tensor x, Span<long> result);

    [LibraryImport(Library)]
    internal static partial Status lt_set_requires_grad(Tensor x, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    internal static partial Status lt_retain_grad(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_grad(Tensor x, out nint result);

    [LibraryImport(Library)]
    internal static partial Status lt_set_grad(Tensor x, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? grad);

    [LibraryImport(Library)]
    internal static partial Status lt_data_ptr(Tensor x, out nint result);

    [LibraryImport(Library)]
    internal static partial Status lt_item(Tensor x, out Number result);

    [LibraryImport(Library)]
    internal static partial Tensor lt_alias(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_share(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_clone(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_detach(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_detach_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_contiguous(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_to_dense(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_copy_(Tensor x, Tensor source, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial Status lt_set_(Tensor x, Tensor source);

    [LibraryImport(Library)]
    internal static partial Tensor lt_to_type(
        Tensor x, sbyte type, [MarshalAs(UnmanagedType.U1)] bool copy, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial Tensor lt_to_device(
        Tensor x, int type, int index, [MarshalAs(UnmanagedType.U1)] bool copy, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial Tensor lt_to_device_type(
        Tensor x, int deviceType, int index, sbyte type, [MarshalAs(UnmanagedType.U1)] bool copy, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial long lt_list_count(nint list);

    [LibraryImport(Library)]
    internal static partial void lt_list_take(nint list, nint* result);
}
