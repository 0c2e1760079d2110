using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => LibTorch.lt_sum_all(this, Code(type));

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            LibTorch.lt_sum(this, dim, dim.Length, keepdim, Code(type));

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum((ReadOnlySpan<long>)dim, keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        public Tensor mean() => LibTorch.lt_mean_all(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            LibTorch.lt_mean(this, dimensions, dimensions.Length, keepdim, Code(type));

        public Tensor prod(ScalarType? type = null) => LibTorch.lt_prod_all(this, Code(type));

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => LibTorch.lt_prod(this, dim, keepdim, Code(type));

        public Tensor var(bool unbiased = true) => LibTorch.lt_var_all(this, unbiased);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(LibTorch.lt_var(this, dimensions, dimensions.Length, unbiased, keepdim), type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var([dim], unbiased, keepdim, type);

        public Tensor std(bool unbiased = true) => LibTorch.lt_std_all(this, unbiased);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(LibTorch.lt_std(this, dimensions, dimensions.Length, unbiased, keepdim), type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std([dim], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => std_mean([], unbiased);

        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            LibTorch.lt_std_mean(this, dimensions, dimensions.Length, unbiased, keepdim, out var std, out var mean);
            return (As(std, type), As(mean, type));
        }

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim], unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true)
        {
            LibTorch.lt_var_mean(this, default, 0, unbiased, false, out var variance, out var mean);
            return (variance, mean);
        }

        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            LibTorch.lt_var_mean(this, [dim], 1, unbiased, keepdim, out var variance, out var mean);
            return (As(variance, type), As(mean, type));
        }

        /// <summary>(Σ |x|ᵖ)^(1/p) over all elements.</summary>
        public Tensor norm(float p = 2.0f) => LibTorch.lt_norm_all(this, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => LibTorch.lt_norm(this, dim, keepdim, p);

        public Tensor dist(Tensor other, float p = 2.0f) => LibTorch.lt_dist(this, other, p);

        public Tensor all() => LibTorch.lt_all_all(this);

        public Tensor all(long dim, bool keepdim = false) => LibTorch.lt_all(this, dim, keepdim);

        public Tensor any() => LibTorch.lt_any_all(this);

        public Tensor any(long dim, bool keepdim = false) => LibTorch.lt_any(this, dim, keepdim);

        public Tensor argmax() => LibTorch.lt_argmax_all(this);

        public Tensor argmax(long dim, bool keepdim = false) => LibTorch.lt_argmax(this, dim, keepdim);

        public Tensor argmin() => LibTorch.lt_argmin_all(this);

        public Tensor argmin(long dim, bool keepdim = false) => LibTorch.lt_argmin(this, dim, keepdim);

        public Tensor max() => LibTorch.lt_max_all(this);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            LibTorch.lt_max(this, dim, keepdim, out var values, out var indexes);
            return (values, indexes);
        }

        public Tensor min() => LibTorch.lt_min_all(this);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false)
        {
            LibTorch.lt_min(this, dim, keepdim, out var values, out var indexes);
            return (values, indexes);
        }

        public Tensor median() => LibTorch.lt_median_all(this);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Into(LibTorch.lt_amax(this, dims, dims.Length, keepdim), @out);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => amax((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amax(params long[] dims) => amax((ReadOnlySpan<long>)dims);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Into(LibTorch.lt_amin(this, dims, dims.Length, keepdim), @out);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => amin((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amin(params long[] dims) => amin((ReadOnlySpan<long>)dims);

        public Tensor logsumexp(long dim, bool keepdim = false) => LibTorch.lt_logsumexp(this, dim, keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => LibTorch.lt_cumsum(this, dim, Code(type));

        public Tensor cumprod(long dim, ScalarType? type = null) => LibTorch.lt_cumprod(this, dim, Code(type));

        /// <summary>The k largest elements along a dimension, or smallest, and where they stand.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            LibTorch.lt_topk(this, k, dim, largest, sorted, out var values, out var indexes);
            return (values, indexes);
        }

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            LibTorch.lt_sort(this, dim, descending, stable, out var values, out var indices);
            return (values, indices);
        }

        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false)
        {
            LibTorch.lt_kthvalue(this, k, dim ?? -1, keepdim, out var values, out var indices);
            return (values, indices);
        }

        public Tensor argsort(long dim = -1, bool descending = false) => LibTorch.lt_argsort(this, dim, descending);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => LibTorch.lt_quantile(this, q, dim, keepdim);

        public Tensor count_nonzero(long[]? dims = null) => LibTorch.lt_count_nonzero(this, dims, dims?.Length ?? 0);

        public Tensor bincount(Tensor? weights, long minlength = 0) => LibTorch.lt_bincount(this, weights, minlength);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => LibTorch.lt_histc(this, bins, min, max);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            long? along = dim;
            LibTorch.lt_unique(
                this, sorted, return_inverse, return_counts, Optional.Span(in along), out var output, out var inverse, out var counts);
            return (output, Requested(inverse, return_inverse), Requested(counts, return_counts));
        }

        private static Tensor? Requested(Tensor tensor, bool wanted)
        {
            if (wanted) return tensor;
            tensor.Dispose();
            return null;
        }

        private static Tensor As(Tensor result, ScalarType? type) =>
            type is null || result.dtype == type ? result : result.to_type(type.Value, disposeAfter: true);

        private static Tensor Into(Tensor result, Tensor? @out)
        {
            if (@out is null) return result;
            using (result) return @out.set_(result);
        }

        private static sbyte Code(ScalarType? type) => type is null ? (sbyte)-1 : (sbyte)type.Value;
    }
}
