using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Llm;

namespace Lasco.Research.Tests.Roaming.Llm;

public class FewShotPromptTests
{
    [Fact]
    public void The_prompt_has_the_papers_form() => Assert.Equal(
        """
        Rephrase the following texts:
        "Is it day? yes" = "Make it day"
        "What does it say? 'go'" = "It says go"
        "Is the sky cloudy? yes" =
        """.ReplaceLineEndings("\n"),
        FewShotPrompt.Build([new("Is it day?", "yes", "Make it day"), new("What does it say?", "\"go\"", "It says go")], " Is the sky\ncloudy? ", "yes"));

    [Theory]
    [InlineData("\"Make the sky cloudy\"", "Make the sky cloudy")]
    [InlineData("Make the sky cloudy", "Make the sky cloudy")]
    [InlineData(" = \"Make the sky cloudy\"\n", "Make the sky cloudy")]
    [InlineData("“Make the sky cloudy”", "Make the sky cloudy")]
    [InlineData("\"Is the sky cloudy? yes\" = \"Make the sky cloudy\"", "Make the sky cloudy")]
    [InlineData("\"Make the sky cloudy\"\n\"Is it day? no\" = \"Make it night\"", "Make the sky cloudy")]
    [InlineData("\"The sign says \"stop\"\"", "The sign says \"stop\"")]
    [InlineData("'The dog's hat is red'", "The dog's hat is red")]
    [InlineData("‘The dog’s hat is red’", "The dog’s hat is red")]
    [InlineData("'Stop' is on the sign and not 'go'", "'Stop' is on the sign and not 'go'")]
    [InlineData("'Stop' is on the sign, not 'go'", "'Stop' is on the sign, not 'go'")]
    [InlineData("«The hat is red»", "The hat is red")]
    [InlineData("**The umbrellas are closed**", "The umbrellas are closed")]
    [InlineData("\"*The umbrellas are closed*\"", "The umbrellas are closed")]
    [InlineData("__The umbrellas are closed__", "The umbrellas are closed")]
    [InlineData("`The umbrellas are closed`", "The umbrellas are closed")]
    [InlineData("# The cat is red", "The cat is red")]
    [InlineData("- The cat is red", "The cat is red")]
    [InlineData("1. \"The cat is red\"", "The cat is red")]
    [InlineData("* **The cat is red**", "The cat is red")]
    [InlineData("*The cat* is *red*", "*The cat* is *red*")]
    [InlineData("The T-shirt - red - is at 10 #street", "The T-shirt - red - is at 10 #street")]
    public void Texts_are_found_in_replies(string reply, string text) => Assert.Equal(text, FewShotPrompt.Parse(reply).Text);

    [Theory]
    [InlineData("\"Is the sky cloudy? yes\" = \"Make the sky cloudy\"", "Make the sky cloudy", null)]
    [InlineData("“is the sky cloudy? Yes” = “Make the sky cloudy”", "Make the sky cloudy", null)]
    [InlineData("\"Is it day? no\" = \"Make it night\"", null, "reply to another question")]
    [InlineData("\"Make it cloudy\" or \"Make it dark\"", null, "reply with more than a text")]
    [InlineData("- \"Make it cloudy\"\n- \"Make it dark\"", null, "reply of several lines")]
    [InlineData("\"", null, "reply cut short")]
    public void Replies_must_be_to_what_was_asked(string reply, string? text, string? reason)
    {
        Rephrasing made = FewShotPrompt.Parse(reply, new QuestionAnswer("Is the sky cloudy?", "yes"));
        Assert.Equal(text, made.Text);
        Assert.StartsWith(reason ?? "", made.Refusal ?? "");
        Assert.Equal(reason is null, made.Refusal is null);
    }

    [Fact]
    public void The_pool_has_about_300_sound_examples_of_every_kind()
    {
        Assert.InRange(ExamplePool.All.Count, 280, 340);
        Assert.Equal(ExamplePool.All.Count, ExamplePool.All.Select(example => (example.Question, example.Answer)).Distinct().Count());
        Assert.All(ExamplePool.All, example =>
        {
            Assert.Equal(example, new Example(example.Question.Trim(), example.Answer.Trim(), example.Text.Trim()));
            Assert.EndsWith("?", example.Question);
            Assert.Matches("^[A-Z][A-Za-z0-9 ,':]+[a-z0-9]$", example.Text);
            Assert.InRange(example.Text.Length, 8, 64);
        });
        Assert.InRange(ExamplePool.All.Select(example => string.Join(' ', example.Question.Split(' ').Take(2))).Distinct().Count(), 60, 200);
    }

    [Fact]
    public void Examples_are_drawn_by_seed_differ_and_never_ask_the_question_itself()
    {
        string asked = ExamplePool.All[0].Question;
        var drawn = Enumerable.Range(0, 2000).Select(seed => ExamplePool.Draw(3, (ulong)seed, asked)).ToList();
        Assert.All(drawn, three => Assert.Equal(3, three.Distinct().Count()));
        Assert.Equal(ExamplePool.All.Count(example => example.Question != asked), drawn.SelectMany(three => three).Distinct().Count());
        Assert.Equal(drawn[5], ExamplePool.Draw(3, 5, asked));
        Assert.Equal(150, ExamplePool.Draw(150, 5, asked).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ExamplePool.Draw(ExamplePool.All.Count, 5, asked));
    }
}
