using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <param name="input">[N, in, H, W].</param>
            /// <param name="weight">[out, in / groups, kH, kW].</param>
            /// <param name="bias">[out].</param>
            /// <param name="strides">One number, or one for each dimension; 1 if left out.</param>
            /// <param name="padding">Likewise; 0 if left out.</param>
            /// <param name="dilation">Likewise; 1 if left out.</param>
            /// <param name="groups">The number of groups of channels that do not mix.</param>
            /// <returns>[N, out, H', W'].</returns>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                LibTorch.lt_conv2d(input, weight, bias, Pair(strides, 1), Pair(padding, 0), Pair(dilation, 1), groups);

            /// <inheritdoc cref="conv2d"/>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                LibTorch.lt_conv2d_padding(input, weight, bias, Pair(strides, 1), padding == Padding.Same, Pair(dilation, 1), groups);

            private static ReadOnlySpan<long> Pair(long[]? values, long otherwise) => values switch
            {
                null or [] => new[] { otherwise, otherwise },
                [var both] => new[] { both, both },
                [_, _] => values,
                _ => throw new ArgumentException($"One number or two are needed here, not {values.Length}."),
            };
        }
    }
}
