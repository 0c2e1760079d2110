namespace Lasco.Research.Imaging;

/// <summary>Which source pixels make up each pixel of a resized line, and with what weights.</summary>
/// <param name="Starts">For each new pixel, its first source pixel.</param>
/// <param name="Counts">For each new pixel, the number of its source pixels, at most <paramref name="Taps"/>.</param>
/// <param name="Weights">For each new pixel <paramref name="Taps"/> weights in units of 2^−<see cref="Precision"/>, which sum to 1.</param>
/// <param name="Taps">Weights kept for each new pixel.</param>
internal sealed record BicubicKernel(int[] Starts, int[] Counts, int[] Weights, int Taps)
{
    /// <summary>Fractional bits of a weight: 8 bits of a pixel, 2 of head room and these fill 32.</summary>
    public const int Precision = 22;

    private const double A = -0.5;
    private const double Radius = 2;

    /// <summary>The kernel from lines of <paramref name="source"/> pixels to <paramref name="target"/>.</summary>
    public static BicubicKernel Of(int source, int target)
    {
        double scale = (double)source / target;
        double stretch = Math.Max(scale, 1);
        double radius = Radius * stretch;
        int taps = ((int)Math.Ceiling(radius) * 2) + 1;
        var kernel = new BicubicKernel(new int[target], new int[target], new int[target * taps], taps);
        double[] weights = new double[taps];
        for (int i = 0; i < target; i++)
        {
            double center = (i + 0.5) * scale;
            int start = Math.Max((int)(center - radius + 0.5), 0);
            int count = Math.Min((int)(center + radius + 0.5), source) - start;
            double sum = 0;
            for (int t = 0; t < count; t++)
                sum += weights[t] = Cubic((start + t - center + 0.5) * (1 / stretch));
            for (int t = 0; t < count; t++)
            {
                double weight = weights[t] / sum * (1 << Precision);
                kernel.Weights[(i * taps) + t] = (int)(weight < 0 ? weight - 0.5 : weight + 0.5);
            }

            (kernel.Starts[i], kernel.Counts[i]) = (start, count);
        }

        return kernel;
    }

    /// <summary>Keys' cubic convolution.</summary>
    private static double Cubic(double x)
    {
        x = Math.Abs(x);
        return x < 1 ? ((((A + 2) * x) - (A + 3)) * x * x) + 1
            : x < 2 ? (((((x - 5) * x) + 8) * x) - 4) * A
            : 0;
    }
}
