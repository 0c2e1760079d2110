using Lasco.Research.Datasets;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Quality;

namespace Lasco.Research.Tests.Roaming;

public class QualityControlTests
{
    [Theory]
    [InlineData("The dog should be brown", null)]
    [InlineData("Add people", null)]
    [InlineData("Set the clock to 10:30, please", null)]
    [InlineData("Show a café's \"menu\" for $5 (50% off)", null)]
    [InlineData("Brown", "answer-echoed")]
    [InlineData("  brown. ", "answer-echoed")]
    [InlineData("Dog", "too-short")]
    [InlineData("", "too-short")]
    [InlineData("?!", "too-short")]
    [InlineData("Make the dog\nbrown", "unexpected-characters")]
    [InlineData("Make the dog \uFFFD", "unexpected-characters")]
    [InlineData("Make the dog 棕色", "unexpected-characters")]
    [InlineData("Make the dog brown 🐶", "unexpected-characters")]
    [InlineData("Make the {dog} brown", "unexpected-characters")]
    [InlineData("What color is the dog? Brown", "question-echoed")]
    [InlineData("Say what COLOR is the dog", "question-echoed")]
    [InlineData("Rephrase the following texts", "leftover-prompt")]
    [InlineData("brown\" = \"The dog is brown", "leftover-prompt")]
    [InlineData("Sure, here is the text", "leftover-prompt")]
    public void Texts(string text, string? rule) => Assert.Equal(rule, Reject(new QualityControl(), text));

    [Fact]
    public void Long_texts()
    {
        var quality = new QualityControl();
        Assert.Null(Reject(quality, "Make the dog " + new string('a', TooLongRule.MostCharacters - 13)));
        Assert.Equal("too-long", Reject(quality, "Make the dog " + new string('a', TooLongRule.MostCharacters - 12)));
    }

    [Fact]
    public void Duplicates()
    {
        var quality = new QualityControl();
        Assert.Equal([null, "duplicate", null], new[] { "Add a dog", "Add a dog", "Add two dogs" }.Select(text => Reject(quality, text)));
    }

    [Fact]
    public void Every_rule_can_be_left_out_by_its_name_and_only_by_it()
    {
        foreach (IQualityRule rule in QualityControl.All())
            Assert.DoesNotContain(rule.Name, new QualityControl(rule.Name).Rules.Select(left => left.Name));
        Assert.Null(Reject(new QualityControl("answer-echoed", "too-short"), "Brown"));
        Assert.Contains("\"nonsense\"", Assert.Throws<InputException>(() => new QualityControl("nonsense")).Message);
    }

    [Fact]
    public void A_rule_of_ones_own_comes_after_the_others()
    {
        var quality = new QualityControl("duplicate").With(new NoDogs());
        Assert.Equal("no-dogs", quality.Rules[^1].Name);
        Assert.Equal(["no-dogs", null, "too-short"], new[] { "Add a dog", "Add a cat", "Dog" }.Select(text => Reject(quality, text)));
        Assert.Throws<ArgumentException>(() => quality.With(new NoDogs()));
        Assert.Throws<ArgumentException>(() => quality.With(new Neither()));
    }

    private static string? Reject(QualityControl quality, string text)
    {
        var query = new VqaQuestion(1000, 1, "What color is the dog?", "black", null, null);
        return quality.Reject(new Transition(query, query with { Id = 2000, ImageId = 2, Answer = "brown" }, text));
    }

    private sealed class NoDogs : ITextRule
    {
        public string Name => "no-dogs";

        public string Description => "a dog";

        public bool Rejects(in Transition transition) => transition.Text.Contains("dog", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Neither : IQualityRule
    {
        public string Name => "neither";

        public string Description => "nothing";
    }
}
