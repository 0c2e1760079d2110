using Lasco.Research.Metrics;
using TorchSharp;

namespace Lasco.Research.Tests.Metrics;

public class RanksTests
{
    public static TheoryData<int, int, int> Sizes => new() { { 1, 1, 4 }, { 3, 17, 4 }, { 300, 1000, 3 }, { 513, 77, 2 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Ranks_equal_those_of_a_full_stable_sort_with_many_ties(int queries, int images, int dimension)
    {
        var (q, g, targets, random) = Integers(queries, images, dimension);
        using (q)
        using (g)
        {
            Assert.Equal(NaiveRanks(q, g, targets, null), Ranks.InGallery(q, g, targets));

            int[] excluded = Array.ConvertAll(targets, target => images > 1 && random.Next(3) > 0 ? (target + 1 + random.Next(images - 1)) % images : -1);
            Assert.Equal(NaiveRanks(q, g, targets, excluded), Ranks.InGallery(q, g, targets, excluded));
        }
    }

    [Fact]
    public void A_tie_counts_against_the_target_when_the_other_image_comes_first()
    {
        using var query = torch.tensor(new float[] { 1, 0 }, [1, 2]);
        using var gallery = torch.tensor(new float[] { 1, 0, 1, 0, 1, 0 }, [3, 2]);
        Assert.Equal([1], Ranks.InGallery(query, gallery, [0]));
        Assert.Equal([3], Ranks.InGallery(query, gallery, [2]));
        Assert.Equal([2], Ranks.InGallery(query, gallery, [2], [0]));
    }

    [Fact]
    public void A_gallery_image_whose_embedding_is_not_a_number_ranks_ahead()
    {
        using var query = torch.tensor(new float[] { 1, 0 }, [1, 2]);
        using var gallery = torch.tensor(new float[] { float.NaN, 0, 1, 0 }, [2, 2]);
        Assert.Equal([2], Ranks.InGallery(query, gallery, [1]));
        Assert.Throws<ArgumentException>(() => Ranks.InGallery(query, gallery, [0]));
    }

    [Fact]
    public void Ranks_in_a_subset_are_those_of_a_gallery_of_its_images()
    {
        var (q, g, _, random) = Integers(40, 60, 3);
        using (q)
        using (g)
        {
            int[][] candidates = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 60).OrderBy(_ => random.Next()).Take(5).ToArray())];
            int[] targets = Array.ConvertAll(candidates, candidate => candidate[random.Next(5)]);
            int[] ranks = Ranks.InSubset(q, g, targets, candidates);
            for (int i = 0; i < ranks.Length; i++)
            {
                using var scope = torch.NewDisposeScope();
                var subset = g.index_select(0, torch.tensor(candidates[i].Select(c => (long)c).ToArray()));
                Assert.Equal(NaiveRanks(q.narrow(0, i, 1), subset, [Array.IndexOf(candidates[i], targets[i])], null)[0], ranks[i]);
            }
        }
    }

    [Theory]
    [InlineData(new[] { 5 }, new int[0])]
    [InlineData(new[] { -1 }, new int[0])]
    [InlineData(new[] { 0, 1 }, new int[0])]
    [InlineData(new[] { 1 }, new[] { 1 })]
    [InlineData(new[] { 1 }, new[] { 9 })]
    public void Positions_outside_the_gallery_are_refused(int[] targets, int[] excluded)
    {
        using var query = torch.zeros(1, 2);
        using var gallery = torch.zeros(5, 2);
        Assert.Throws<ArgumentException>(() => Ranks.InGallery(query, gallery, targets, excluded));
    }

    /// <summary>Small integers: exact inner products, hence exact ties.</summary>
    private static (torch.Tensor Queries, torch.Tensor Gallery, int[] Targets, Random Random) Integers(int queries, int images, int dimension)
    {
        var random = new Random(queries * 31 + images);
        float[] Draw(int count) => [.. Enumerable.Range(0, count * dimension).Select(_ => (float)random.Next(-2, 3))];
        return (torch.tensor(Draw(queries), [queries, dimension]), torch.tensor(Draw(images), [images, dimension]),
            [.. Enumerable.Range(0, queries).Select(_ => random.Next(images))], random);
    }

    private static int[] NaiveRanks(torch.Tensor queries, torch.Tensor gallery, int[] targets, int[]? excluded)
    {
        using var scope = torch.NewDisposeScope();
        float[] scores = queries.matmul(gallery.t()).data<float>().ToArray();
        int images = (int)gallery.shape[0];
        return [.. targets.Select((target, i) => 1 + Enumerable.Range(0, images)
            .Where(image => excluded is null || image != excluded[i])
            .OrderByDescending(image => scores[i * images + image])
            .ToList().IndexOf(target))];
    }
}
