using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_reshape(Tensor x, ReadOnlySpan<long> shape, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_view(Tensor x, ReadOnlySpan<long> shape, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_as_strided(
        Tensor x, ReadOnlySpan<long> shape, long ndim, ReadOnlySpan<long> strides, long count, long offset);

    [LibraryImport(Library)]
    internal static partial Tensor lt_permute(Tensor x, ReadOnlySpan<long> dims, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_expand(
        Tensor x, ReadOnlySpan<long> shape, long ndim, [MarshalAs(UnmanagedType.U1)] bool @implicit);

    [LibraryImport(Library)]
    internal static partial Tensor lt_repeat(Tensor x, ReadOnlySpan<long> counts, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_tile(Tensor x, ReadOnlySpan<long> counts, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_flip(Tensor x, ReadOnlySpan<long> dims, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_roll(
        Tensor x, ReadOnlySpan<long> shifts, long count, ReadOnlySpan<long> dims, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_movedim(
        Tensor x, ReadOnlySpan<long> source, long count, ReadOnlySpan<long> destination, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_flatten(Tensor x, long start, long end);

    [LibraryImport(Library)]
    internal static partial Tensor lt_unflatten(Tensor x, long dim, ReadOnlySpan<long> shape, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_squeeze_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_squeeze_all_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_squeeze(Tensor x, long dim);

    [LibraryImport(Library)]
    internal static partial Status lt_squeeze_(Tensor x, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_unsqueeze(Tensor x, long dim);

    [LibraryImport(Library)]
    internal static partial Status lt_unsqueeze_(Tensor x, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_t(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mT(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_transpose(Tensor x, long dim0, long dim1);

    [LibraryImport(Library)]
    internal static partial Status lt_transpose_(Tensor x, long dim0, long dim1);

    [LibraryImport(Library)]
    internal static partial Tensor lt_unfold(Tensor x, long dim, long size, long step);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cat(ReadOnlySpan<nint> tensors, long count, long dim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_stack(ReadOnlySpan<nint> tensors, long count, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_split(Tensor x, long size, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_split_sizes(Tensor x, ReadOnlySpan<long> counts, long count, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_tensor_split(Tensor x, long sections, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_tensor_split_at(Tensor x, ReadOnlySpan<long> indices, long count, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_chunk(Tensor x, long chunks, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_unbind(Tensor x, long dim);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_broadcast_tensors(ReadOnlySpan<nint> tensors, long count);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(TensorListMarshaller))]
    internal static partial Tensor[] lt_meshgrid(
        ReadOnlySpan<nint> tensors, long count, [MarshalAs(UnmanagedType.U1)] bool xy);
}
