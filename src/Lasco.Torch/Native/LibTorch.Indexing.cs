using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_index(Tensor x, ReadOnlySpan<NativeIndex> entries, long count);

    [LibraryImport(Library)]
    internal static partial Status lt_index_put_(Tensor x, ReadOnlySpan<NativeIndex> entries, long count, Tensor value);

    [LibraryImport(Library)]
    internal static partial Status lt_index_put_scalar_(
        Tensor x, ReadOnlySpan<NativeIndex> entries, long count, Scalar value);

    [LibraryImport(Library)]
    internal static partial Status lt_index_put_accumulate_(
        Tensor x, ReadOnlySpan<nint> tensors, long count, Tensor value, [MarshalAs(UnmanagedType.U1)] bool accumulate);

    [LibraryImport(Library)]
    internal static partial Tensor lt_at(Tensor x, ReadOnlySpan<long> position, long count);

    [LibraryImport(Library)]
    internal static partial Status lt_put_at_(Tensor x, ReadOnlySpan<long> position, long count, Tensor value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_select(Tensor x, long dim, long index);

    [LibraryImport(Library)]
    internal static partial Tensor lt_slice(Tensor x, long dim, long start, long finish, long step);

    [LibraryImport(Library)]
    internal static partial Tensor lt_narrow(Tensor x, long dim, long start, long length);

    [LibraryImport(Library)]
    internal static partial Tensor lt_index_select(Tensor x, long dim, Tensor index);

    [LibraryImport(Library)]
    internal static partial Tensor lt_gather(Tensor x, long dim, Tensor index);

    [LibraryImport(Library)]
    internal static partial Tensor lt_take(Tensor x, Tensor index);

    [LibraryImport(Library)]
    internal static partial Tensor lt_take_along_dim(Tensor x, Tensor indices, ReadOnlySpan<long> dim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_masked_select(Tensor x, Tensor mask);

    [LibraryImport(Library)]
    internal static partial Tensor lt_masked_scatter(Tensor x, Tensor mask, Tensor value);

    [LibraryImport(Library)]
    internal static partial Status lt_masked_scatter_(Tensor x, Tensor mask, Tensor value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_nonzero(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_scatter(Tensor x, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Status lt_scatter_(Tensor x, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Tensor lt_scatter_add(Tensor x, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Status lt_scatter_add_(Tensor x, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Tensor lt_index_copy(Tensor x, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Status lt_index_copy_(Tensor x, long dim, Tensor index, Tensor source);

    [LibraryImport(Library)]
    internal static partial Tensor lt_index_add(Tensor x, long dim, Tensor index, Tensor source, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Status lt_index_add_(Tensor x, long dim, Tensor index, Tensor source, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Tensor lt_index_fill(Tensor x, long dim, Tensor index, Scalar value);

    [LibraryImport(Library)]
    internal static partial Status lt_index_fill_(Tensor x, long dim, Tensor index, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_repeat_interleave(
        Tensor x, Tensor repeats, ReadOnlySpan<long> dim, ReadOnlySpan<long> outputSize);

    [LibraryImport(Library)]
    internal static partial Tensor lt_repeat_interleave_count(
        Tensor x, long repeats, ReadOnlySpan<long> dim, ReadOnlySpan<long> outputSize);
}
