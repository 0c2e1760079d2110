namespace Lasco.Research.Datasets.Statistics;

/// <summary>A bin of a <see cref="Histogram"/>.</summary>
/// <param name="From">The smallest number that falls into it.</param>
/// <param name="To">The largest; <see cref="int.MaxValue"/> where the bin is open.</param>
/// <param name="Count">How many do.</param>
public readonly record struct HistogramBin(int From, int To, long Count)
{
    /// <summary>The bin as an axis shows it: <c>7</c>, <c>10–19</c> or <c>50+</c>.</summary>
    public string Label => To == int.MaxValue ? $"{From}+" : From == To ? $"{From}" : $"{From}–{To}";
}
