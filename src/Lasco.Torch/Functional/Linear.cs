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
