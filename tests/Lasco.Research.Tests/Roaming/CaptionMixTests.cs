using Lasco.Research.Datasets;
using Lasco.Research.Roaming;

namespace Lasco.Research.Tests.Roaming;

public class CaptionMixTests
{
    private static readonly RoamedTriplet[] Triplets = [.. Enumerable.Range(0, 1001).Select(i => new RoamedTriplet(i * 1000L, i, i + 1, $"text {i}"))];
    private static readonly CocoCaptionedImage[] Captions =
        [.. Enumerable.Range(0, 1002).Select(i => new CocoCaptionedImage(i, "x.jpg", i % 10 == 0 ? [] : [$"first of  {i}.\n", $"second of {i}"]))];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 250)]
    [InlineData(0.5, 501)]
    [InlineData(1, 901)]
    public void The_share_is_met_exactly_as_far_as_there_are_captions_of_the_target(double share, int expected)
    {
        var (mixed, replaced) = CaptionMix.Apply(Triplets, Captions, share, seed: 3);
        Assert.Equal(expected, replaced);
        Assert.Equal(expected, mixed.Count(triplet => !triplet.Text.StartsWith("text", StringComparison.Ordinal)));
        Assert.All(mixed.Zip(Triplets), pair =>
        {
            Assert.Equal(pair.Second, pair.First with { Text = pair.Second.Text });
            Assert.Contains(pair.First.Text, new[] { pair.Second.Text, $"first of {pair.Second.TargetImage}.", $"second of {pair.Second.TargetImage}" });
        });
    }

    [Fact]
    public void The_seed_decides()
    {
        IEnumerable<string> Texts(int seed) => CaptionMix.Apply(Triplets, Captions, 0.5, seed).Triplets.Select(triplet => triplet.Text);
        Assert.Equal(Texts(1), Texts(1));
        Assert.NotEqual(Texts(1), Texts(2));
        // A larger share keeps the captions of a smaller one.
        var (some, more) = (CaptionMix.Apply(Triplets, Captions, 0.2, 1).Triplets, CaptionMix.Apply(Triplets, Captions, 0.4, 1).Triplets);
        Assert.All(Enumerable.Range(0, Triplets.Length).Where(i => some[i] != Triplets[i]), i => Assert.Equal(some[i], more[i]));
    }
}
