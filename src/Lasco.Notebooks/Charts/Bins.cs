using System.Globalization;
using System.Numerics;

namespace Lasco.Notebooks.Charts;

/// <summary>A histogram's counts.</summary>
/// <param name="Width">The bins' width.</param>
/// <param name="Centers">Their middles.</param>
/// <param name="Counts">The values in each.</param>
/// <param name="Labels">What each holds, in words.</param>
internal sealed record Bins(double Width, IReadOnlyList<double> Centers, IReadOnlyList<long> Counts, IReadOnlyList<string> Labels)
{
    private const int Most = 10_000;

    public static Bins Count<T>(IEnumerable<T> values, double? binWidth)
        where T : struct, INumber<T>
    {
        double[] sorted = [.. values.Select(double.CreateChecked).Where(double.IsFinite)];
        if (sorted.Length == 0)
            return new(binWidth ?? 1, [], [], []);
        Array.Sort(sorted);
        bool whole = sorted.All(double.IsInteger);
        double width = binWidth ?? Suggested(sorted, whole);
        double first = Math.Floor(sorted[0] / width), last = Math.Floor(sorted[^1] / width);
        if (!(width > 0) || !double.IsFinite(width) || last - first >= Most)
            throw new ArgumentOutOfRangeException(nameof(binWidth), binWidth, $"a histogram has positive bins and at most {Most} of them");

        long[] counts = new long[(int)(last - first) + 1];
        foreach (double value in sorted)
            counts[Math.Clamp((int)(Math.Floor(value / width) - first), 0, counts.Length - 1)]++;
        bool single = whole && width == 1;
        var starts = counts.Select((_, i) => (first + i) * width).ToArray();
        return new(width, [.. starts.Select(start => single ? start : Rounded(start + width / 2))], counts,
            [.. starts.Select(start => single ? Text(start) : $"{Text(Rounded(start))} to {Text(Rounded(start + width))}")]);
    }

    private static double Suggested(double[] sorted, bool whole)
    {
        double quartiles = sorted[(int)(sorted.Length * 0.75)] - sorted[(int)(sorted.Length * 0.25)];
        double span = sorted[^1] - sorted[0];
        double width = 2 * quartiles / Math.Cbrt(sorted.Length);
        width = Math.Max(width, span / 100);
        if (!(width > 0))
            width = whole ? 1 : Math.Max(Math.Abs(sorted[0]) / 10, 1e-6);
        double power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        double round = (width / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
        return whole ? Math.Max(1, Math.Round(round)) : round;
    }

    /// <summary>Without the last digits, which are of the computer's making.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
