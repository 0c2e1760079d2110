using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_matmul(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mm(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bmm(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mv(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_dot(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_outer(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_inner(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_kron(Tensor x, Tensor y);

    [LibraryImport(Library)]
    internal static partial Tensor lt_addmm(Tensor x, Tensor y, Tensor z, float beta, float alpha);

    [LibraryImport(Library)]
    internal static partial Tensor lt_addmv(Tensor x, Tensor y, Tensor z, float beta, float alpha);

    [LibraryImport(Library)]
    internal static partial Tensor lt_addbmm(Tensor x, Tensor y, Tensor z, float beta, float alpha);

    [LibraryImport(Library)]
    internal static partial Tensor lt_baddbmm(Tensor x, Tensor y, Tensor z, float beta, float alpha);

    [LibraryImport(Library)]
    internal static partial Status lt_addmm_(Tensor x, Tensor y, Tensor z, float beta, float alpha);

    [LibraryImport(Library)]
    internal static partial Tensor lt_einsum(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string equation, ReadOnlySpan<nint> tensors, long count);

    [LibraryImport(Library)]
    internal static partial Tensor lt_tensordot(
        Tensor x, Tensor y, ReadOnlySpan<long> dims1, long count1, ReadOnlySpan<long> dims2, long count2);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cdist(Tensor x, Tensor y, double p, ReadOnlySpan<long> mode);

    [LibraryImport(Library)]
    internal static partial Tensor lt_diag(Tensor x, long diagonal);

    [LibraryImport(Library)]
    internal static partial Tensor lt_tril(Tensor x, long diagonal);

    [LibraryImport(Library)]
    internal static partial Tensor lt_triu(Tensor x, long diagonal);

    [LibraryImport(Library)]
    internal static partial Status lt_tril_(Tensor x, long diagonal);

    [LibraryImport(Library)]
    internal static partial Status lt_triu_(Tensor x, long diagonal);

    [LibraryImport(Library)]
    internal static partial Tensor lt_diagonal(Tensor x, long offset, long dim1, long dim2);

    [LibraryImport(Library)]
    internal static partial Tensor lt_diag_embed(Tensor x, long offset, long dim1, long dim2);

    [LibraryImport(Library)]
    internal static partial Tensor lt_trace(Tensor x);
}
