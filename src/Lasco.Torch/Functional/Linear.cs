using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x Wᵀ + b.</summary>
            /// <param name="input">x: [*, in].</param>
            /// <param name="weights">W: [out, in].</param>
            /// <param name="bias">b: [out].</param>
            /// <returns>[*, out].</returns>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LibTorch.lt_linear(input, weights, bias);

            /// <summary>The rows of a table at these positions.</summary>
            /// <param name="input">Positions: [*].</param>
            /// <param name="weight">The table: [rows, dim].</param>
            /// <param name="padding_idx">A row that gets no gradient.</param>
            /// <param name="max_norm">Rows that are looked up and have a larger norm are scaled down to it, in the table.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Divide a row's gradient by how often it was looked up.</param>
            /// <param name="sparse">Make the gradient of the table sparse.</param>
            /// <returns>[*, dim].</returns>
            internal static Tensor embedding(Tensor input, Tensor weight, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false)
            {
                if (max_norm is { } limit) LibTorch.lt_embedding_renorm_(weight, input, limit, norm_type);
                var padding = padding_idx is < 0 ? padding_idx.Value + weight.size(0) : padding_idx ?? -1;
                return LibTorch.lt_embedding(weight, input, padding, scale_grad_by_freq, sparse);
            }

            /// <summary>For each number, a row of zeros with a one at that place.</summary>
            /// <param name="x">Whole numbers: [*].</param>
            /// <param name="num_classes">The length of a row; -1 for one more than the largest number.</param>
            /// <returns>[*, classes], Int64.</returns>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64) throw new ArgumentException("OneHot input tensor must have elements of type Int64");
                return LibTorch.lt_one_hot(x, num_classes);
            }

            /// <summary>x · y / (‖x‖ ‖y‖) along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                LibTorch.lt_cosine_similarity(x1, x2, dim, eps);
        }
    }
}
