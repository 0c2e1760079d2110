namespace TorchSharp;

// The functions of torch that a tensor has as methods.
public static partial class torch
{
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) =>
        input.bincount(weights, minlength);

    public static Tensor broadcast_to(Tensor input, params long[] shape) =>
        input.broadcast_to(shape);

    public static Tensor clone(Tensor input) =>
        input.clone();

    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) =>
        input.cumprod(dim, dtype);

    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) =>
        input.cumsum(dim, type);

    public static Tensor diag(Tensor input, long diagonal = 0) =>
        input.diag(diagonal);

    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) =>
        input.diag_embed(offset, dim1, dim2);

    public static Tensor diagonal(Tensor input, long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
        input.diagonal(offset, dim1, dim2);

    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) =>
        input.flatten(start_dim, end_dim);

    public static Tensor flip(Tensor input, params long[] dims) =>
        input.flip(dims);

    public static Tensor fliplr(Tensor input) =>
        input.fliplr();

    public static Tensor flipud(Tensor input) =>
        input.flipud();

    public static Tensor kron(Tensor input, Tensor other) =>
        input.kron(other);

    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) =>
        input.histc(bins, min, max);

    public static Tensor ravel(Tensor input) =>
        input.ravel();

    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    public static Tensor roll(Tensor input, long shifts, long? dims = null) =>
        input.roll(shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts, long[] dims) =>
        input.roll(shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts) =>
        input.roll(shifts);

    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
        input.roll(shifts, dims);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) =>
        a.tensordot(b, dims1, dims2);

    public static Tensor trace(Tensor input) =>
        input.trace();

    public static Tensor tril(Tensor input, long diagonal = 0) =>
        input.tril(diagonal);

    public static Tensor tril_(Tensor input, long diagonal = 0) =>
        input.tril_(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0L) =>
        input.triu(diagonal);

    public static Tensor triu_(Tensor input, long diagonal = 0L) =>
        input.triu_(diagonal);
}
