using System.Buffers;
using System.Runtime.Intrinsics;

namespace Lasco.Research.Imaging;

/// <summary>Weighted sums of pixels in fixed point, rounded and clamped to 8 bits.</summary>
internal static class Resampler
{
    private const int Half = 1 << (BicubicKernel.Precision - 1);

    /// <summary>Resizes each row.</summary>
    public static RgbImage Columns(RgbImage image, BicubicKernel kernel)
    {
        int width = kernel.Starts.Length;
        byte[] pixels = GC.AllocateUninitializedArray<byte>(width * image.Height * 3);
        var wide = ArrayPool<Vector128<int>>.Shared.Rent(image.Width); // a row's pixels as (red, green, blue, 0)
        for (int y = 0; y < image.Height; y++)
        {
            var source = image.Pixels.AsSpan(y * image.Width * 3, image.Width * 3);
            for (int x = 0; x < image.Width; x++)
                wide[x] = Vector128.Create(source[3 * x], source[(3 * x) + 1], source[(3 * x) + 2], 0);

            var target = pixels.AsSpan(y * width * 3, width * 3);
            for (int x = 0; x < width; x++)
            {
                var weights = kernel.Weights.AsSpan(x * kernel.Taps, kernel.Counts[x]);
                var taps = wide.AsSpan(kernel.Starts[x], weights.Length);
                var sum = Vector128.Create(Half);
                for (int t = 0; t < taps.Length; t++)
                    sum += taps[t] * weights[t];
                sum = ToByte(sum);
                target[3 * x] = (byte)sum.GetElement(0);
                target[(3 * x) + 1] = (byte)sum.GetElement(1);
                target[(3 * x) + 2] = (byte)sum.GetElement(2);
            }
        }

        ArrayPool<Vector128<int>>.Shared.Return(wide);
        return new RgbImage(width, image.Height, pixels);
    }

    /// <summary>Resizes each column.</summary>
    public static RgbImage Rows(RgbImage image, BicubicKernel kernel)
    {
        int height = kernel.Starts.Length, length = image.Width * 3;
        byte[] pixels = GC.AllocateUninitializedArray<byte>(length * height);
        for (int y = 0; y < height; y++)
        {
            var weights = kernel.Weights.AsSpan(y * kernel.Taps, kernel.Counts[y]);
            SumRows(image.Pixels.AsSpan(kernel.Starts[y] * length, weights.Length * length), weights, pixels.AsSpan(y * length, length));
        }

        return new RgbImage(image.Width, height, pixels);
    }

    private static void SumRows(ReadOnlySpan<byte> rows, ReadOnlySpan<int> weights, Span<byte> target)
    {
        int x = 0;
        for (; x <= target.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
        {
            var (a, b, c, d) = (Vector128.Create(Half), Vector128.Create(Half), Vector128.Create(Half), Vector128.Create(Half));
            for (int t = 0; t < weights.Length; t++)
            {
                var (low, high) = Vector128.Widen(Vector128.Create(rows[((t * target.Length) + x)..]));
                var (first, second) = Vector128.Widen(low);
                var (third, fourth) = Vector128.Widen(high);
                a += first.AsInt32() * weights[t];
                b += second.AsInt32() * weights[t];
                c += third.AsInt32() * weights[t];
                d += fourth.AsInt32() * weights[t];
            }

            var left = Vector128.Narrow(ToByte(a), ToByte(b)).AsUInt16();
            var right = Vector128.Narrow(ToByte(c), ToByte(d)).AsUInt16();
            Vector128.Narrow(left, right).CopyTo(target[x..]);
        }

        for (; x < target.Length; x++)
        {
            int sum = Half;
            for (int t = 0; t < weights.Length; t++)
                sum += rows[(t * target.Length) + x] * weights[t];
            target[x] = (byte)Math.Clamp(sum >> BicubicKernel.Precision, 0, 255);
        }
    }

    private static Vector128<int> ToByte(Vector128<int> sum) =>
        Vector128.Min(Vector128.Max(sum >> BicubicKernel.Precision, Vector128<int>.Zero), Vector128.Create(255));
}
