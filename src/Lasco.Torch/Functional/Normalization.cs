using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x / max(‖x‖ₚ, eps) along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12) =>
                LibTorch.lt_normalize(input, p, dim, eps);

            /// <summary>(x − mean) / √(var + eps) · weight + bias over the last dimensions.</summary>
            /// <param name="input">x: [*, normalized_shape].</param>
            /// <param name="normalized_shape">The sizes of the dimensions to normalize over.</param>
            /// <param name="weight">[normalized_shape]; ones if left out.</param>
            /// <param name="bias">[normalized_shape]; zeros if left out.</param>
            /// <param name="eps">Keeps the root from zero.</param>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                LibTorch.lt_layer_norm(input, normalized_shape, normalized_shape.Length, weight, bias, eps);

            /// <summary>(x − mean) / √(var + eps) · weight + bias for each channel, [N, C, *].</summary>
            /// <param name="input">x: [N, C, *].</param>
            /// <param name="running_mean">[C]; updated in training, used otherwise.</param>
            /// <param name="running_var">[C]; updated in training, used otherwise.</param>
            /// <param name="weight">[C].</param>
            /// <param name="bias">[C].</param>
            /// <param name="training">Whether mean and variance are the batch's.</param>
            /// <param name="momentum">How fast the running figures follow.</param>
            /// <param name="eps">Keeps the root from zero.</param>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                LibTorch.lt_batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                LibTorch.lt_group_norm(input, num_groups, weight, bias, eps);
        }
    }
}
