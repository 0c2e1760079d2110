namespace TorchSharp;

// The functions of torch that a tensor has as methods.
public static partial class torch
{
    public static Tensor norm(Tensor input) =>
        input.norm();

    public static Tensor squeeze(Tensor input, long? dim = null) =>
        input.squeeze(dim);

    public static Tensor squeeze_(Tensor input, long? dim = null) =>
        input.squeeze_(dim);

    public static Tensor[] unbind(Tensor tensor, int dim = 0) =>
        tensor.unbind(dim);

    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) =>
        input.scatter_add_(dim, index, src);

    public static Tensor clamp_max(Tensor input, Scalar max) =>
        input.clamp_max(max);

    public static Tensor clamp_max_(Tensor input, Scalar max) =>
        input.clamp_max_(max);

    public static Tensor clamp_min(Tensor input, Scalar min) =>
        input.clamp_min(min);

    public static Tensor clamp_min_(Tensor input, Scalar min) =>
        input.clamp_min_(min);

    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) =>
        input.unflatten(dim, sizes);

    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) =>
        input.index_fill(dim, index, value);

    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) =>
        input.index_fill_(dim, index, value);

    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) =>
        input.std_mean(unbiased);
}
