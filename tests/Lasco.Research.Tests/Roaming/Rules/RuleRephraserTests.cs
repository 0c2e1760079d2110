using System.Text.Json;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Research.Tests.Roaming.Rules;

public class RuleRephraserTests
{
    private const int Seeds = 16;
    private static readonly RuleRephraser Rules = new();

    private sealed record Case(string Type, string Question, string Answer, string[]? Accepted, string? Refusal);

    private static readonly string[] Types =
    [
        "how many", "is the", "what", "what color is the", "what is the", "is this", "is this a", "what is", "are the", "what kind of", "is there a",
        "what type of", "is it", "what are the", "where is the", "is there", "does the", "what color are the", "are these", "are there", "which", "is",
        "what is the man", "is the man", "are", "how", "does this", "what is on the", "what does the", "how many people are", "what is in the",
        "what is this", "do", "what are", "are they", "what time", "what sport is", "are there any", "is he", "what color is", "why", "where are the",
        "what color", "who is", "what animal is", "is the woman", "is this an", "do you", "how many people are in", "what room is", "has",
        "is this person", "what is the woman", "can you", "why is the", "is the person", "what is the color of the", "what is the person", "could",
        "was", "is that a", "what number is", "what is the name", "what brand", "none of the above",
    ];

    private static Case[] Read(string file) => JsonSerializer.Deserialize<Case[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "roaming", file)), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    [Theory]
    [InlineData("rules.json", 300)]
    [InlineData("rules-held-out.json", 200)]
    public void Every_text_is_among_the_accepted_phrasings(string file, int atLeast)
    {
        Case[] cases = Read(file);
        Assert.True(cases.Length >= atLeast, $"{cases.Length} cases");
        var wrong = new List<string>();
        foreach (Case item in cases)
        {
            for (ulong seed = 0; seed < Seeds; seed++)
            {
                Rephrasing made = Rules.Rephrase(new QuestionAnswer(item.Question, item.Answer, item.Type), seed);
                if (item.Refusal is null ? made.Text is null || !item.Accepted!.Contains(made.Text) : made.Refusal != item.Refusal)
                    wrong.Add($"{item.Question} [{item.Answer}]: {made}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
    }

    [Fact]
    public void The_cases_are_of_all_published_question_types()
    {
        Assert.Equal(65, Types.Length);
        Assert.Empty(Types.Except(Read("rules.json").Select(item => item.Type)));
    }

    [Fact]
    public void At_least_95_percent_convert()
    {
        Case[] cases = [.. Read("rules.json"), .. Read("rules-held-out.json")];
        int converted = cases.Count(item => Rules.Rephrase(new QuestionAnswer(item.Question, item.Answer), 0).Text is not null);
        Assert.True(converted >= 0.95 * cases.Length, $"{converted} of {cases.Length}");
    }

    [Fact]
    public void Texts_have_no_trace_of_a_question_and_keep_the_answer()
    {
        foreach (Case item in Read("rules.json").Concat(Read("rules-held-out.json")).Where(item => item.Accepted is not null))
        {
            Refusal refusal = RuleRephraser.Phrase(new QuestionAnswer(item.Question, item.Answer), out IReadOnlyList<string> texts);
            Assert.Equal(Refusal.None, refusal);
            foreach (string text in texts)
            {
                AssertWellFormed(text);
                string word = item.Answer.Trim('.').Split(' ')[^1].ToLowerInvariant();
                if (word is not ("yes" or "no" or "none" or "nothing" or "0" or "1") && !item.Question.StartsWith("How many", StringComparison.OrdinalIgnoreCase))
                    Assert.True(text.Contains(word[..Math.Min(4, word.Length)], StringComparison.OrdinalIgnoreCase), $"{item.Question} [{item.Answer}]: {text}");
            }
        }
    }

    [Fact]
    public void A_yes_and_a_no_are_told_apart()
    {
        foreach (Case item in Read("rules.json").Where(item => item.Answer is "yes" or "no" && item.Accepted is not null))
        {
            RuleRephraser.Phrase(new QuestionAnswer(item.Question, "yes"), out IReadOnlyList<string> yes);
            RuleRephraser.Phrase(new QuestionAnswer(item.Question, "no"), out IReadOnlyList<string> no);
            Assert.NotEmpty(yes);
            Assert.NotEmpty(no);
            Assert.Empty(yes.Intersect(no));
        }
    }

    [Fact]
    public void Both_directions_and_several_phrasings_come_out()
    {
        var red = Enumerable.Range(0, 64).Select(seed => Rules.Rephrase(new QuestionAnswer("What color is the car?", "red"), (ulong)seed).Text).ToHashSet();
        Assert.Equal(new HashSet<string?> { "The car is red", "The car should be red", "Make the car red", "Change the color of the car to red" }, red);
        Assert.Equal("The car is blue", Rules.Rephrase(new QuestionAnswer("What color is the car?", "blue"), 0).Text!.Replace("should be", "is", StringComparison.Ordinal)
            .Replace("Make the car blue", "The car is blue", StringComparison.Ordinal).Replace("Change the color of the car to blue", "The car is blue", StringComparison.Ordinal));
    }

    [Fact]
    public void All_phrasings_are_those_that_seeds_select_from()
    {
        var pair = new QuestionAnswer("What color is the car?", "red");
        IReadOnlyList<string> all = Rules.Phrasings(pair);
        Assert.True(all.Count > 1);
        Assert.Equal(all.ToHashSet(), [.. Enumerable.Range(0, 64).Select(seed => Rules.Rephrase(pair, (ulong)seed).Text!)]);
        Assert.Empty(Rules.Phrasings(pair with { Answer = "unknown" }));
    }

    [Theory]
    [InlineData("", "yes", "empty question")]
    [InlineData("  \t ", "yes", "empty question")]
    [InlineData("???", "yes", "empty question")]
    [InlineData("Is it on?", " ", "empty answer")]
    [InlineData("Is it on?", "unknown", "uncertain answer")]
    [InlineData("Is it on?", "not sure", "uncertain answer")]
    [InlineData("Is the dog on a leash?", "purple", "answer does not fit the question")]
    [InlineData("What is on the bed?", "yes", "answer does not fit the question")]
    [InlineData("Is it {a} dog?", "yes", "unexpected characters")]
    [InlineData("Is it a \U0001F415?", "yes", "unexpected characters")]
    [InlineData("Is it a dog? Is it a cat?", "yes", "several sentences")]
    [InlineData("Blue?", "yes", "question not understood")]
    public void What_cannot_be_converted_is_refused_by_name(string question, string answer, string refusal) =>
        Assert.Equal(new Rephrasing(null, refusal), Rules.Rephrase(new QuestionAnswer(question, answer), 0));

    [Theory]
    [InlineData("  is   the  dog   wet ?? ", "Yes.", "The dog is wet")]
    [InlineData("IS THE DOG WET", "YES", "The dog is wet")]
    [InlineData("Is the dog\u2019s tail wet?", "yes", "The dog's tail is wet")]
    [InlineData("Is the sign in french?", "yes", "The sign is in French")]
    [InlineData("Is the TV on?", "yes, it is", "The TV is on")]
    public void Spacing_case_and_punctuation_are_repaired(string question, string answer, string text)
    {
        RuleRephraser.Phrase(new QuestionAnswer(question, answer), out IReadOnlyList<string> texts);
        Assert.Contains(text, texts);
    }

    [Fact]
    public async Task Is_a_pure_function_on_any_number_of_threads()
    {
        Case[] cases = Read("rules.json");
        Rephrasing[] alone = [.. cases.Select((item, i) => Rules.Rephrase(new QuestionAnswer(item.Question, item.Answer), (ulong)i))];
        var together = new Rephrasing[cases.Length];
        await Parallel.ForAsync(0, cases.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, cancellation) =>
            together[i] = await new RuleRephraser().RephraseAsync(new QuestionAnswer(cases[i].Question, cases[i].Answer), (ulong)i, cancellation));
        Assert.Equal(alone, together);
        Assert.Equal("rules", Rules.Name);
    }

    [Fact]
    public void Never_throws_and_never_garbles_whatever_comes()
    {
        Case[] cases = Read("rules.json");
        string[] words = [.. cases.SelectMany(item => item.Question.Split(' ')).Distinct(), "", ",", "?", "'s", "\0", "\ud800", "é", "你好", "a", "the", "or", "of"];
        var random = new Random(20240229);
        for (int i = 0; i < 15_000; i++)
        {
            string question = i % 3 == 0 ? Mutated(cases[random.Next(cases.Length)].Question, random)
                : string.Join(' ', Enumerable.Range(0, random.Next(0, 12)).Select(_ => words[random.Next(words.Length)]));
            string answer = i % 2 == 0 ? cases[random.Next(cases.Length)].Answer : words[random.Next(words.Length)];
            Check(question, answer, (ulong)i);
        }

        Check(new string('a', 10_000), "yes", 1);
        Check(string.Concat(Enumerable.Repeat("is the ", 1500)), new string('b', 10_000), 2);
        for (int i = 0; i < 1000; i++)
            Check(Noise(random), Noise(random), (ulong)i);

        static void Check(string question, string answer, ulong seed)
        {
            Rephrasing made = Rules.Rephrase(new QuestionAnswer(question, answer), seed);
            Assert.True(made.Text is null != made.Refusal is null);
            if (made.Text is not null)
                AssertWellFormed(made.Text);
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void All_of_VQA_takes_well_under_a_minute()
    {
        Case[] cases = Read("rules.json");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        int characters = 0;
        for (int i = 0; i < 440_000; i++)
        {
            Case item = cases[i % cases.Length];
            characters += Rules.Rephrase(new QuestionAnswer(item.Question, item.Answer), (ulong)i).Text?.Length ?? 0;
        }

        Assert.True(characters > 440_000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    private static void AssertWellFormed(string text)
    {
        Assert.DoesNotContain('?', text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.Equal(text.Trim(), text);
        Assert.False(text.Any(char.IsControl), text);
        string[] words = text.ToLowerInvariant().Split(' ');
        Assert.DoesNotContain(words[0], (string[])["is", "are", "was", "were", "does", "did", "can", "could", "will", "would", "has", "do", "have", "what", "why", "which", "who"]);
        for (int i = 1; i < words.Length; i++)
            Assert.False(words[i - 1] is "a" or "an" or "the" && words[i] is "a" or "an" or "the" || words[i] == words[i - 1] && words[i] is not ("that" or "had"), text);
    }

    private static string Mutated(string question, Random random)
    {
        char[] text = question.ToCharArray();
        for (int i = random.Next(4); i >= 0; i--)
            text[random.Next(text.Length)] = (char)random.Next(32, 300);
        return new string(text, 0, random.Next(1, text.Length + 1));
    }

    private static string Noise(Random random) => new([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0x10000))]);
}
