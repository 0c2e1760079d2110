namespace TorchSharp;

// The functions of torch that a tensor has as methods.
public static partial class torch
{
    public static Tensor argwhere(Tensor input) =>
        input.argwhere();

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) =>
        input.chunk(chunks, dim);

    public static Tensor gather(Tensor input, long dim, Tensor index) =>
        input.gather(dim, index);

    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add(dim, index, source, alpha);

    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add_(dim, index, source, alpha);

    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy(dim, index, source);

    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy_(dim, index, source);

    public static Tensor index_select(Tensor input, long dim, Tensor index) =>
        input.index_select(dim, index);

    public static Tensor masked_select(Tensor input, Tensor mask) =>
        input.masked_select(mask);

    public static Tensor movedim(Tensor input, long[] source, long[] destination) =>
        input.movedim(source, destination);

    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) =>
        input.moveaxis(source, destination);

    public static Tensor narrow(Tensor input, long dim, long start, long length) =>
        input.narrow(dim, start, length);

    public static Tensor nonzero(Tensor input) =>
        input.nonzero();

    public static Tensor permute(Tensor input, params long[] permutation) =>
        input.permute(permutation);

    public static Tensor reshape(Tensor input, params long[] shape) =>
        input.reshape(shape);

    public static Tensor select(Tensor input, long dim, long index) =>
        input.select(dim, index);

    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter(dim, index, src);

    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_(dim, index, src);

    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_add(dim, index, src);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) =>
        tensor.split(split_size_or_sections, dim);

    public static Tensor swapaxes(Tensor input, long axis0, long axis1) =>
        input.swapaxes(axis0, axis1);

    public static Tensor swapdims(Tensor input, long dim0, long dim1) =>
        input.swapdims(dim0, dim1);

    public static Tensor t(Tensor input) =>
        input.t();

    public static Tensor take(Tensor input, Tensor index) =>
        input.take(index);

    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0L) =>
        input.take_along_dim(indices, dim);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) =>
        input.tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) =>
        input.tensor_split(indices_or_sections, dim);

    public static Tensor tile(Tensor input, long[] dims) =>
        input.tile(dims);

    public static Tensor transpose(Tensor input, long dim0, long dim1) =>
        input.transpose(dim0, dim1);

    public static Tensor[] unbind(Tensor input, long dim = 0L) =>
        input.unbind(dim);

    public static Tensor unsqueeze(Tensor input, long dim) =>
        input.unsqueeze(dim);

    public static Tensor unsqueeze_(Tensor input, long dim) =>
        input.unsqueeze_(dim);
}
