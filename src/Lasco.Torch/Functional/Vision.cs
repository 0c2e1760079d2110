using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes an image, or a line or a volume.</summary>
            /// <param name="x">[N, C, W], [N, C, H, W] or [N, C, D, H, W], as the mode needs.</param>
            /// <param name="size">The new sizes, or one for all; either this or factors.</param>
            /// <param name="scale_factor">Factors of the sizes, or one for all.</param>
            /// <param name="mode">How values between pixels are found.</param>
            /// <param name="align_corners">Whether the corners' centres, instead of the images' edges, coincide; only of linear and cubic modes.</param>
            /// <param name="recompute_scale_factor">Whether the ratio of the sizes, instead of the given factors, sets the sampling grid.</param>
            /// <param name="antialias">Whether, in making smaller, all pixels count, as Pillow does; of bilinear and bicubic.</param>
            /// <exception cref="ArgumentException">The arguments contradict each other.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var dims = (int)x.ndim - 2;
                if (dims < 1) throw new ArgumentException($"Interpolation needs an input of at least 3 dimensions, not of {x.ndim}.", nameof(x));
                if (size is null == scale_factor is null)
                    throw new ArgumentException("Either size or scale_factor must be given, and not both.", nameof(size));
                if (align_corners is not null && mode is (InterpolationMode.Nearest or InterpolationMode.Area or InterpolationMode.NearestExact))
                    throw new ArgumentException("align_corners goes with the modes linear, bilinear, bicubic and trilinear only.", nameof(align_corners));
                if (recompute_scale_factor && scale_factor is null)
                    throw new ArgumentException("recompute_scale_factor needs scale_factor.", nameof(recompute_scale_factor));
                var shape = x.shape;
                var factors = scale_factor is null ? null : Each(scale_factor, dims, nameof(scale_factor));
                var target = size is not null
                    ? Each(size, dims, nameof(size))
                    : [.. factors!.Select((factor, i) => checked((long)Math.Floor(shape[i + 2] * factor)))];
                return LibTorch.lt_interpolate(
                    x, target, dims, recompute_scale_factor ? null : factors, (int)mode, align_corners ?? false, antialias);
            }

            /// <summary>Adds elements before and after: pairs from the last dimension to the first.</summary>
            /// <param name="input">What is padded.</param>
            /// <param name="pad">Before and after the last dimension, before and after the one before it, and so on.</param>
            /// <param name="mode">What is added.</param>
            /// <param name="value">The element that <see cref="PaddingModes.Constant"/> adds.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)pad, mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                LibTorch.lt_pad(input, pad, pad.Length, mode switch
                {
                    PaddingModes.Zeros or PaddingModes.Constant => 0,
                    PaddingModes.Reflect => 1,
                    PaddingModes.Replicate => 2,
                    PaddingModes.Circular => 3,
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
                }, mode == PaddingModes.Zeros ? 0 : value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2], mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad, pad], mode, value);

            private static T[] Each<T>(T[] values, int dims, string name) => values.Length == dims ? values
                : values.Length == 1 ? [.. Enumerable.Repeat(values[0], dims)]
                : throw new ArgumentException($"One number or {dims} are needed here, not {values.Length}.", name);
        }
    }
}
