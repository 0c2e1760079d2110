using Lasco.Research.Metrics;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Metrics;

public class RankingTests
{
    [Theory]
    [InlineData(1, 40, 50)]
    [InlineData(70, 200, 50)]
    [InlineData(130, 12, 50)]
    public void A_target_stands_where_its_rank_says_with_many_equal_scores(int queryCount, int images, int depth)
    {
        var random = new Random(images);
        using var scope = NewDisposeScope();
        var queries = tensor(Small(random, queryCount * 3)).reshape(queryCount, 3);
        var gallery = tensor(Small(random, images * 3)).reshape(images, 3);
        int[] targets = [.. Enumerable.Range(0, queryCount).Select(_ => random.Next(images))];
        int[] excluded = [.. targets.Select((target, i) => i % 3 == 0 || images == 1 ? -1 : (target + 1 + random.Next(images - 1)) % images)];

        int[] ranks = Ranks.InGallery(queries, gallery, targets, excluded);
        int[][] rankings = Ranking.InGallery(queries, gallery, depth, excluded);
        for (int i = 0; i < queryCount; i++)
        {
            int left = images - (excluded[i] < 0 ? 0 : 1);
            Assert.Equal(Math.Min(depth, left), rankings[i].Length);
            Assert.Equal(rankings[i].Length, rankings[i].Distinct().Count());
            Assert.DoesNotContain(excluded[i], rankings[i]);
            Assert.Equal(ranks[i] <= depth ? ranks[i] - 1 : -1, Array.IndexOf(rankings[i], targets[i]));
        }
    }

    [Fact]
    public void Candidates_are_ordered_as_their_ranks_say()
    {
        var random = new Random(5);
        using var scope = NewDisposeScope();
        var queries = tensor(Small(random, 60)).reshape(20, 3);
        var gallery = tensor(Small(random, 90)).reshape(30, 3);
        int[][] candidates = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 30).OrderBy(_ => random.Next()).Take(5).ToArray())];
        int[][] orders = Ranking.InSubset(queries, gallery, candidates);
        for (int place = 0; place < 5; place++)
        {
            int[] targets = [.. candidates.Select(positions => positions[place])];
            int[] ranks = Ranks.InSubset(queries, gallery, targets, candidates);
            Assert.Equal(ranks, orders.Select((order, query) => 1 + Array.IndexOf(order, targets[query])));
        }
    }

    [Fact]
    public void Refuses_embeddings_that_are_no_numbers()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => Ranking.InGallery(tensor([float.NaN, 1]).reshape(1, 2), ones(3, 2), 2));
        Assert.Throws<ArgumentException>(() => Ranking.InGallery(ones(2, 2), ones(3, 2), 2, [1]));
    }

    private static float[] Small(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-2, 3))];
}
