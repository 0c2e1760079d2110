using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Llm;
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
    [InlineData("Sure! The dog is big", "leftover-prompt")]
    [InlineData("Certainly the dog is big", "leftover-prompt")]
    [InlineData("Of course. The dog is big", "leftover-prompt")]
    [InlineData("Here's one option: The dog is big", "leftover-prompt")]
    [InlineData("Okay: the dog is big", "leftover-prompt")]
    [InlineData("The dog is big. Let me know if you need more", "leftover-prompt")]
    [InlineData("Output : The dog is big", "leftover-prompt")]
    [InlineData("I'm sorry, but I can't help with that.", "refusal")]
    [InlineData("I can’t assist with that request.", "refusal")]
    [InlineData("I cannot see the image.", "refusal")]
    [InlineData("I am unable to see the image above.", "refusal")]
    [InlineData("Unfortunately, I can't do that", "refusal")]
    [InlineData("I apologize, but I am unable to rephrase this.", "refusal")]
    [InlineData("As an AI language model, I have no eyes", "refusal")]
    [InlineData("Hmm. I do not know", "refusal")]
    [InlineData("Please provide the text that you want me to rephrase", "refusal")]
    [InlineData("**The dog is big**", "markup")]
    [InlineData("The dog is *very* big", "markup")]
    [InlineData("# The dog is big", "markup")]
    [InlineData("- The dog is big", "markup")]
    [InlineData("1. The dog is big", "markup")]
    [InlineData("The dog is big &amp; old", "markup")]
    [InlineData("The dog&#39;s big", "markup")]
    [InlineData("`The dog is big`", "unexpected-characters")]
    [InlineData("La dog est marron и velika", "unexpected-characters")]
    // What is alike and good.
    [InlineData("The cat is at 10 #street", null)]
    [InlineData("A T-shirt - red & white - for a #1 fan", null)]
    [InlineData("A 5* hotel and a 4* hotel", null)]
    [InlineData("Show 2 * 2 dogs & a cat; thanks", null)]
    [InlineData("Make sure, that a tape measure, not a dog, is there", null)]
    [InlineData("The man has an airplane", null)]
    [InlineData("There is the word stop on it, in this context: a road", null)]
    [InlineData("The sign says I can't swim", null)]
    [InlineData("The shirt should read: I am sorry", null)]
    [InlineData("I can't see the dog", null)]
    [InlineData("Surely the dog is big", null)]
    [InlineData("Sure-footed goats", null)]
    [InlineData("Absolutely no dogs", null)]
    [InlineData("Here is a clock at 10:30", null)]
    [InlineData("10.5 feet of snow", null)]
    public void Texts(string text, string? rule) => Assert.Equal(rule, Reject(new QualityControl(), text));

    /// <summary>The 300 pairs of the rules and the examples of the prompts: none is rejected.</summary>
    [Fact]
    public void Good_texts_pass()
    {
        var quality = new QualityControl("question-echoed", "answer-echoed", "duplicate");
        string[] accepted = [.. new[] { "rules.json", "rules-held-out.json" }.SelectMany(Accepted)];
        Assert.InRange(accepted.Length, 600, 5000);
        Assert.All(accepted.Concat(ExamplePool.All.Select(example => example.Text)), text => Assert.Equal((null, text), (Reject(quality, text), PlainReply.Of(text))));

        static IEnumerable<string> Accepted(string file)
        {
            using var rules = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "roaming", file)));
            return rules.RootElement.EnumerateArray().Where(pair => pair.TryGetProperty("accepted", out JsonElement texts) && texts.ValueKind == JsonValueKind.Array)
                .SelectMany(pair => pair.GetProperty("accepted").EnumerateArray()).Select(text => text.GetString()!).ToArray();
        }
    }

    [Theory]
    [InlineData("A dog on a bench.", null)]
    [InlineData("A\0dog \e[31mred", "unexpected-characters")]
    [InlineData("Dog", "too-short")]
    [InlineData("I am unable to see the image above.", "refusal")]
    [InlineData("Caption text: a dog", "leftover-prompt")]
    [InlineData("A dog &amp; a cat", "markup")]
    public void Captions(string caption, string? rule) => Assert.Equal(rule, new QualityControl().Reject(caption));

    [Fact]
    public void Long_captions()
    {
        var quality = new QualityControl();
        Assert.Null(quality.Reject("A dog " + new string('a', TooLongRule.MostCharactersOfCaption - 6)));
        Assert.Equal("too-long", quality.Reject("A dog " + new string('a', TooLongRule.MostCharactersOfCaption - 5)));
        Assert.Null(new QualityControl("too-long").Reject("A dog " + new string('a', 1000)));
    }

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
