using System.Text.Json;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Research.Tests.Roaming.Rules;

/// <summary>Questions with what, which, who, whose, where, when and why.</summary>
public class QuestionWordTests
{
    private static readonly string[] Openings =
        ["what", "which", "who", "whose", "where", "when", "why", "what is the", "what does the", "what kind of", "what color is", "why is the", "where is", "in which", "which of the", "how many", "is the", "is there"];

    private static readonly string[] PlainAnswers = ["yes", "no", "none", "nothing", "0", "2", "left", "red"];

    private sealed record Case(string Question, string Answer, string[]? Accepted, string? Refusal);

    private static Case[] Cases => JsonSerializer.Deserialize<Case[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "roaming", "rules-question-words.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    [Fact]
    public void Every_phrasing_is_accepted_and_what_has_none_is_refused_by_name()
    {
        var wrong = new List<string>();
        foreach (Case item in Cases)
        {
            Refusal refusal = RuleRephraser.Phrase(new QuestionAnswer(item.Question, item.Answer), out IReadOnlyList<string> texts);
            if (refusal != Refusal.None ? refusal.Name() != item.Refusal : item.Accepted is null || texts.Except(item.Accepted).Any())
                wrong.Add($"{item.Question} [{item.Answer}]: {refusal} {string.Join(" | ", texts)}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void At_least_95_percent_of_the_cases_that_are_questions_convert()
    {
        Case[] questions = [.. Cases.Where(item => item.Refusal != Refusal.NotUnderstood.Name())];
        Assert.True(questions.Count(item => item.Accepted is not null) >= 0.95 * questions.Length);
    }

    [Theory]
    [InlineData("What inside?")]
    [InlineData("What outside is it?")]
    [InlineData("What past?")]
    [InlineData("What like is this?")]
    [InlineData("Which outside are silly?")]
    [InlineData("Which past is the dog?")]
    [InlineData("Why isn't?")]
    [InlineData("Why is not?")]
    [InlineData("Why do not?")]
    public void What_asks_for_nothing_is_not_understood(string question)
    {
        Assert.Equal("question not understood", new RuleRephraser().Rephrase(new QuestionAnswer(question, "red"), 0).Refusal);
        Assert.Equal("question not understood", new RuleRephraser().Rephrase(new QuestionAnswer(question.TrimEnd('?'), "because it is red"), 0).Refusal);
    }

    [Fact]
    public void Any_sequence_of_known_words_is_refused_or_said_in_whole_texts()
    {
        Dictionary<string, WordClass> lexicon = new LexiconBuilder().Parts;
        string[] words = [.. lexicon.Keys.Order(StringComparer.Ordinal)];
        string[][] parts = [.. Enum.GetValues<WordClass>().Select(part => words.Where(word => (lexicon[word] & part) != 0).ToArray()).Where(list => list.Length > 0)];
        for (int seed = 0; seed < 60_000; seed++)
        {
            var random = new Random(seed);
            string question = Sequence(random.Next(1, 9));
            if (random.Next(2) == 0)
                question = $"{Openings[random.Next(Openings.Length)]} {question}";
            if (random.Next(2) == 0)
                question += "?";
            string answer = random.Next(4) == 0 ? PlainAnswers[random.Next(PlainAnswers.Length)] : Sequence(random.Next(1, 4));
            Refusal refusal;
            IReadOnlyList<string> texts;
            try
            {
                refusal = RuleRephraser.Phrase(new QuestionAnswer(question, answer), out texts);
            }
            catch (Exception thrown)
            {
                throw new InvalidOperationException($"{question} [{answer}]", thrown);
            }

            Assert.True(refusal != Refusal.None || texts.Count > 0, $"{question} [{answer}]");
            Assert.All(texts, text => Assert.True(text.Length > 0 && text == text.Trim() && !text.Contains("  ", StringComparison.Ordinal), $"{question} [{answer}]: {text}"));

            string Sequence(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));
            string Word() => random.Next(2) == 0 ? words[random.Next(words.Length)] : parts[random.Next(parts.Length)] is var list ? list[random.Next(list.Length)] : "";
        }
    }
}
