using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>exp(xᵢ) / Σⱼ exp(xⱼ) along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>The logarithm of <see cref="softmax"/>, computed without its underflow.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>x · Φ(x), with the normal distribution's Φ from erf.</summary>
            public static Tensor gelu(Tensor x) => gelu(x, tanh: false, inplace: false);

            /// <inheritdoc cref="gelu(Tensor)"/>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, tanh: false, inplace);

            /// <param name="x">The input.</param>
            /// <param name="tanh">Whether Φ is approximated by tanh.</param>
            /// <param name="inplace">Whether the result overwrites the input.</param>
            internal static Tensor gelu(Tensor x, bool tanh, bool inplace)
            {
                if (!inplace) return LibTorch.lt_gelu(x, tanh);
                LibTorch.lt_gelu_(x, tanh);
                return x.alias();
            }

            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            /// <summary>x · σ(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().alias() : x.silu();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            /// <summary>Zeroes elements at random and scales the others by 1 / (1 − p), while training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (!inplace) return LibTorch.lt_dropout(input, p, training);
                LibTorch.lt_dropout_(input, p, training);
                return input.alias();
            }
        }
    }
}
