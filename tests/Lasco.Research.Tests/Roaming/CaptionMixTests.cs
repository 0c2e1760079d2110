using Lasco.Research.Datasets;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Quality;

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

    [Fact]
    public void Captions_that_a_rule_rejects_give_way_to_others_of_the_image_or_to_the_text()
    {
        RoamedTriplet[] triplets = [new(1000, 1, 2, "Add a dog"), new(2000, 2, 3, "Add a cat"), new(3000, 3, 4, "Add a cow"), new(4000, 4, 5, "Add an owl")];
        CocoCaptionedImage[] captions =
        [
            new(1, "x.jpg", ["Of no target\0"]), new(2, "x.jpg", ["A\0dog \e[31mred", "A dog\non grass", "Dog"]), new(3, "x.jpg", [new string('a', 2_000_000), "A <cat>"]),
            new(4, "x.jpg", ["A cow"]), new(5, "x.jpg", ["An owl"]),
        ];
        CaptionedTriplets mixed = CaptionMix.Apply(triplets, captions, 0.75, seed: 1);
        Assert.Equal(["A dog on grass", "Add a cat", "A cow", "An owl"], mixed.Triplets.Select(triplet => triplet.Text));
        Assert.Equal(3, mixed.Replaced);
        Assert.Equal([(2, "unexpected-characters"), (2, "too-short"), (3, "too-short"), (3, "unexpected-characters")], mixed.Rejects.Select(reject => (reject.Image, reject.Reason)));

        CaptionedTriplets all = CaptionMix.Apply(triplets, captions, 1, seed: 1, new QualityControl("too-short", "too-long", "unexpected-characters"));
        Assert.Equal((4, 0), (all.Replaced, all.Rejects.Count));
    }
}
