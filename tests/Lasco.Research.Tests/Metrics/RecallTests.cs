using Lasco.Research.Metrics;

namespace Lasco.Research.Tests.Metrics;

public class RecallTests
{
    [Fact]
    public void Recall_is_the_share_of_ranks_up_to_K()
    {
        int[] ranks = [1, 3, 10, 11];
        Assert.Equal(0.25, Recall.At(ranks, 1));
        Assert.Equal(0.75, Recall.At(ranks, 10));
        Assert.Equal(double.NaN, Recall.At([], 10));
    }

    [Theory]
    [InlineData(39_826, 50, 0.13)] // the paper's Table 4
    [InlineData(39_826, 1000, 2.51)]
    [InlineData(2_296, 50, 2.18)] // Table 3: the reference image is left out
    [InlineData(6_346, 10, 0.16)] // Table 2, shirts
    [InlineData(3, 10, 100)]
    public void Random_recall_is_the_papers(int candidates, int k, double percent) =>
        Assert.Equal(percent, 100 * Recall.Random(candidates, k), 0.005);

    [Fact]
    public void Average_precision_of_CIRCO_divides_by_the_smaller_of_K_and_the_answers()
    {
        var relevant = new HashSet<int> { 1, 2, 3 };
        Assert.Equal(1, AveragePrecision.At([1, 2, 3, 4], relevant, 3));
        Assert.Equal((1.0 / 2 + 2.0 / 4) / 3, AveragePrecision.At([9, 1, 8, 2, 3], relevant, 4), 12);
        Assert.Equal(1.0 / 2 / 2, AveragePrecision.At([9, 1, 8], relevant, 2), 12);
        Assert.Equal(0, AveragePrecision.At([7, 8], relevant, 5));
        Assert.Throws<ArgumentException>(() => AveragePrecision.At([1], new HashSet<int>(), 5));
    }

    [Fact]
    public void Average_precision_of_ranks_is_that_of_the_ranking()
    {
        var random = new Random(5);
        for (int i = 0; i < 500; i++)
        {
            int images = 1 + random.Next(30), k = 1 + random.Next(40);
            int[] ranking = [.. Enumerable.Range(0, images).OrderBy(_ => random.Next())];
            var relevant = new HashSet<int>(Enumerable.Range(0, images).OrderBy(_ => random.Next()).Take(1 + random.Next(images)));
            int[] ranks = [.. relevant.Select(image => Array.IndexOf(ranking, image) + 1)];
            Assert.Equal(AveragePrecision.At(ranking, relevant, k), AveragePrecision.OfRanks(ranks, k), 12);
        }

        Assert.Throws<ArgumentException>(() => AveragePrecision.OfRanks([], 5));
    }

    [Theory]
    [InlineData(1, 1, 5)]
    [InlineData(5, 1, 3)]
    [InlineData(5, 2, 3)]
    [InlineData(6, 3, 2)]
    [InlineData(6, 6, 4)]
    [InlineData(6, 2, 50)]
    public void Average_precision_of_chance_is_the_mean_over_all_rankings(int images, int relevant, int k)
    {
        // All places that the right answers can have are equally likely.
        var places = Enumerable.Range(0, 1 << images).Where(set => int.PopCount(set) == relevant).ToArray();
        double mean = places.Average(set => AveragePrecision.OfRanks([.. Enumerable.Range(1, images).Where(rank => (set >> (rank - 1) & 1) != 0)], k));
        Assert.Equal(mean, AveragePrecision.Random(images, relevant, k), 12);
    }
}
