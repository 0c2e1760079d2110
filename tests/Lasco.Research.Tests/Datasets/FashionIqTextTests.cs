using System.Text.Json;
using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class FashionIqTextTests
{
    [Fact]
    public void Joins_as_Python_does()
    {
        int cases = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "datasets", "join.jsonl")))
        {
            JsonElement expected = JsonDocument.Parse(line).RootElement;
            string Text(string key) => expected.GetProperty(key).GetString()!;
            Assert.Equal(Text("joined"), FashionIqText.Join(Text("first"), Text("second")));
            cases++;
        }

        Assert.Equal(282, cases);
    }

    [Fact]
    public void Samples_the_four_choices_equally_often()
    {
        var random = new Random(5);
        Dictionary<string, int> counts = Enumerable.Range(0, 40_000)
            .CountBy(_ => FashionIqText.Sample(["is Red.", " has Dots?"], random)).ToDictionary();
        Assert.Equal(["Has dots", "Has dots and is Red", "Is red", "Is red and has Dots"], counts.Keys.Order(StringComparer.Ordinal));
        Assert.All(counts.Values, count => Assert.InRange(count, 9_700, 10_300));
    }

    [Theory]
    [InlineData("", "has bigger image")]
    [InlineData("has bigger image", " . ")]
    public void Samples_the_other_caption_where_one_is_empty(string first, string second)
    {
        var random = new Random(5);
        for (int i = 0; i < 100; i++)
            Assert.Equal("Has bigger image", FashionIqText.Sample([first, second], random));
    }

    [Fact]
    public void Refuses_to_sample_from_another_number_of_captions() =>
        Assert.Throws<ArgumentException>(() => FashionIqText.Sample(["one"], new Random(1)));

    [Fact]
    public void Triplets_use_it_for_two_captions_only()
    {
        var one = new Triplet { Id = 0, Query = 0, Target = 1, Texts = ["Make it RED."] };
        Assert.Equal("Make it RED.", one.Text);
        Assert.Equal("Make it RED.", one.SampleText(new Random(1)));
        var two = one with { Texts = ["is RED.", "is big."] };
        Assert.Equal("Is red and is big", two.Text);
        Assert.Contains(two.SampleText(new Random(1)), (string[])["Is red and is big", "Is big and is RED", "Is red", "Is big"]);
    }
}
