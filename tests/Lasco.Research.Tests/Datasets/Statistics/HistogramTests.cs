using Lasco.Research.Datasets.Statistics;

namespace Lasco.Research.Tests.Datasets.Statistics;

public class HistogramTests
{
    [Fact]
    public void An_empty_one_is_zero_everywhere()
    {
        var histogram = new Histogram();
        Assert.Equal((0L, 0, 0, 0.0, 0), (histogram.Count, histogram.Min, histogram.Max, histogram.Mean, histogram.Median));
        Assert.Empty(histogram.Bins(10));
    }

    [Fact]
    public void Agrees_with_a_sorted_list()
    {
        var random = new Random(2);
        for (int round = 0; round < 100; round++)
        {
            int[] values = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(-40, 40))];
            var histogram = new Histogram();
            foreach (int value in values)
                histogram.Add(value);
            Array.Sort(values);
            Assert.Equal((values.Length, values[0], values[^1]), (histogram.Count, histogram.Min, histogram.Max));
            Assert.Equal(values.Average(), histogram.Mean, 1e-9);
            Assert.Equal(values[(values.Length - 1) / 2], histogram.Median);
            foreach (double share in new[] { 0, 0.05, 0.5, 0.95, 1 })
                Assert.Equal(values[Math.Max(0, (int)Math.Ceiling(share * values.Length - 1e-9) - 1)], histogram.Quantile(share));

            int width = random.Next(1, 12);
            var bins = histogram.Bins(width);
            Assert.All(bins, bin => Assert.Equal(values.Count(value => value >= bin.From && value <= bin.To), bin.Count));
            Assert.All(bins, bin => Assert.Equal((0, width), (bin.From % width, bin.To - bin.From + 1)));
            Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.To + 1, pair.Second.From));
            Assert.Equal(values.Length, bins.Sum(bin => bin.Count));
        }
    }

    [Fact]
    public void The_last_bin_may_be_open()
    {
        var histogram = new Histogram();
        foreach (int value in new[] { 1, 2, 2, 9, 1000 })
            histogram.Add(value);
        Assert.Equal([("1", 1L), ("2", 2), ("3+", 2)], histogram.Bins(1, last: 2).Select(bin => (bin.Label, bin.Count)));
        Assert.Equal([("0–4", 3L), ("5–9", 1), ("10+", 1)], histogram.Bins(5, last: 9).Select(bin => (bin.Label, bin.Count)));
    }

    [Fact]
    public void Refuses_what_is_no_share_and_no_width()
    {
        var histogram = new Histogram();
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Bins(0));
    }
}
