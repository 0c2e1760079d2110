namespace Lasco.Research.Datasets.Statistics;

/// <summary>How often each whole number occurs: exact counts, binned only where they are shown.</summary>
public sealed class Histogram
{
    private readonly SortedDictionary<int, long> counts = [];

    /// <summary>How many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>The numbers that occur, in ascending order, with how often each does.</summary>
    public IEnumerable<KeyValuePair<int, long>> Values => counts;

    /// <summary>The smallest number; 0 where there is none.</summary>
    public int Min => Count == 0 ? 0 : counts.First().Key;

    /// <summary>The largest number; 0 where there is none.</summary>
    public int Max => Count == 0 ? 0 : counts.Last().Key;

    /// <summary>The mean; 0 where there is none.</summary>
    public double Mean => Count == 0 ? 0 : counts.Sum(entry => (double)entry.Key * entry.Value) / Count;

    /// <summary>The lower median: <see cref="Quantile"/> of one half.</summary>
    public int Median => Quantile(0.5);

    /// <summary>Adds a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="times">How many times it occurs.</param>
    public void Add(int value, long times = 1)
    {
        counts[value] = counts.GetValueOrDefault(value) + times;
        Count += times;
    }

    /// <summary>Adds all numbers of another histogram.</summary>
    /// <param name="other">The other histogram.</param>
    public void Add(Histogram other)
    {
        foreach ((int value, long times) in other.counts)
            Add(value, times);
    }

    /// <summary>The smallest number x with at least the share <paramref name="share"/> of all numbers at or below it; 0 where there is none.</summary>
    /// <param name="share">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1].</exception>
    public int Quantile(double share)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share is 0 to 1");
        double wanted = Math.Max(share * Count, 1);
        long below = 0;
        foreach ((int value, long times) in counts)
        {
            below += times;
            if (below >= wanted)
                return value;
        }

        return Max;
    }

    /// <summary>Bins of one width from the smallest number to the largest, empty ones among them.</summary>
    /// <param name="width">How many whole numbers a bin holds, at least 1. Bins begin at multiples of it.</param>
    /// <param name="last">Numbers above it share one last bin that is open to the right.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    public IReadOnlyList<HistogramBin> Bins(int width = 1, int last = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var bins = new List<HistogramBin>();
        foreach ((int value, long times) in counts)
        {
            bool isOpen = value > last;
            int from = isOpen ? last + 1 : FloorDivide(value, width) * width;
            while (!isOpen && bins.Count > 0 && bins[^1].To + 1L < from)
                bins.Add(new HistogramBin(bins[^1].To + 1, bins[^1].To + width, 0));
            if (bins.Count > 0 && bins[^1].From == from)
                bins[^1] = bins[^1] with { Count = bins[^1].Count + times };
            else
                bins.Add(new HistogramBin(from, isOpen ? int.MaxValue : from + width - 1, times));
        }

        return bins;
    }

    private static int FloorDivide(int value, int width) => value >= 0 ? value / width : -((-value + width - 1) / width);
}
