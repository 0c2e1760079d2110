using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_sum_all(Tensor x, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_sum(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool keepdim, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mean_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mean(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool keepdim, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_prod_all(Tensor x, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_prod(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_var_all(Tensor x, [MarshalAs(UnmanagedType.U1)] bool unbiased);

    [LibraryImport(Library)]
    internal static partial Tensor lt_var(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_std_all(Tensor x, [MarshalAs(UnmanagedType.U1)] bool unbiased);

    [LibraryImport(Library)]
    internal static partial Tensor lt_std(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Status lt_std_mean(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, out Tensor std, out Tensor mean);

    [LibraryImport(Library)]
    internal static partial Status lt_var_mean(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, out Tensor var, out Tensor mean);

    [LibraryImport(Library)]
    internal static partial Tensor lt_norm_all(Tensor x, float p);

    [LibraryImport(Library)]
    internal static partial Tensor lt_norm(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, float p);

    [LibraryImport(Library)]
    internal static partial Tensor lt_dist(Tensor x, Tensor y, float p);

    [LibraryImport(Library)]
    internal static partial Tensor lt_all_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_all(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_any_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_any(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_argmax_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_argmax(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_argmin_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_argmin(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_max_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_max(
        Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out Tensor values, out Tensor indices);

    [LibraryImport(Library)]
    internal static partial Tensor lt_min_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_min(
        Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out Tensor values, out Tensor indices);

    [LibraryImport(Library)]
    internal static partial Tensor lt_median_all(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_logsumexp(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_amax(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_amin(
        Tensor x, ReadOnlySpan<long> dims, long ndim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cumsum(Tensor x, long dim, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cumprod(Tensor x, long dim, sbyte type);

    [LibraryImport(Library)]
    internal static partial Status lt_topk(
        Tensor x, long k, long dim, [MarshalAs(UnmanagedType.U1)] bool largest, [MarshalAs(UnmanagedType.U1)] bool sorted, out Tensor values, out Tensor indices);

    [LibraryImport(Library)]
    internal static partial Status lt_sort(
        Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool descending, [MarshalAs(UnmanagedType.U1)] bool stable, out Tensor values, out Tensor indices);

    [LibraryImport(Library)]
    internal static partial Status lt_kthvalue(
        Tensor x, long k, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out Tensor values, out Tensor indices);

    [LibraryImport(Library)]
    internal static partial Tensor lt_argsort(Tensor x, long dim, [MarshalAs(UnmanagedType.U1)] bool descending);

    [LibraryImport(Library)]
    internal static partial Tensor lt_quantile(
        Tensor x, Tensor q, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_count_nonzero(Tensor x, ReadOnlySpan<long> dims, long ndim);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bincount(
        Tensor x, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weights, long minlength);

    [LibraryImport(Library)]
    internal static partial Tensor lt_histc(Tensor x, long bins, long min, long max);

    [LibraryImport(Library)]
    internal static partial Tensor lt_searchsorted(
        Tensor sorted, Tensor values, [MarshalAs(UnmanagedType.U1)] bool outInt32, [MarshalAs(UnmanagedType.U1)] bool right);

    [LibraryImport(Library)]
    internal static partial Status lt_unique(
        Tensor x, [MarshalAs(UnmanagedType.U1)] bool sorted, [MarshalAs(UnmanagedType.U1)] bool returnInverse, [MarshalAs(UnmanagedType.U1)] bool returnCounts, ReadOnlySpan<long> dim, out Tensor output, out Tensor inverse, out Tensor counts);
}
