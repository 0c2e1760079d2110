using Lasco.Research.Mini;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Research.Tests.Mini;

/// <summary>What data roaming makes of the mini world's questions.</summary>
public sealed class TransitionTextTests
{
    private static readonly Scene[][] Families = [.. Enumerable.Range(0, 400).Select(seed => SceneSampler.Family(16, 1, new SplitMix64(seed)))];

    /// <summary>Every question that two scenes can be a complementary pair for, with each of their answers.</summary>
    private static HashSet<(Question Question, string Answer)> Asked() =>
        [.. from family in Families
            from scene in family.Skip(1)
            where scene.Distance(family[0]) == 1
            from question in Question.Between(family[0], scene)
            from answer in new[] { question.Answer(family[0])!, question.Answer(scene)! }
            select (question, answer)];

    [Fact]
    public void Every_answer_is_said_in_a_few_plain_phrasings()
    {
        HashSet<(Question Question, string Answer)> asked = Asked();
        Assert.True(asked.Count > 1500, $"{asked.Count}");
        Assert.Equal(Enum.GetValues<Topic>().ToHashSet(), asked.Select(item => item.Question.Topic).ToHashSet());
        foreach ((Question question, string answer) in asked)
        {
            Refusal refusal = RuleRephraser.Phrase(new QuestionAnswer(question.ToString(), answer, question.Type, question.AnswerType), out IReadOnlyList<string> texts);
            Assert.Equal(Refusal.None, refusal);
            Assert.Equal(Expected(question.Topic, question.About?.ToString() ?? question.Topic.Word(), answer), texts.ToHashSet());
        }
    }

    private static HashSet<string> Expected(Topic topic, string who, string answer) => topic switch
    {
        Topic.Shape => [$"Make the {who} {Words.A(answer)}", $"The {who} should be {Words.A(answer)}", $"The {who} is {Words.A(answer)}"],
        Topic.Pattern or Topic.Size => [$"Make the {who} {answer}", $"The {who} should be {answer}", $"The {who} is {answer}"],
        Topic.Side => [$"Move the {who} to the {answer}", $"The {who} should be on the {answer}", $"The {who} is on the {answer}"],
        Topic.Depth => [$"Move the {who} to the {answer}", $"The {who} should be in the {answer}", $"The {who} is in the {answer}"],
        Topic.Count when answer == "0" => [$"There should be no {who}s", $"There are no {who}s"],
        Topic.Count when answer == "1" => [$"There should be one {who}", $"There is one {who}", $"Show one {who}"],
        Topic.Count => Counted($"{Words.Number(int.Parse(answer))} {who}s"),
        Topic.Exists when answer == "yes" => [$"Add {Words.A(who)}", $"There should be {Words.A(who)}", $"There is {Words.A(who)}"],
        Topic.Exists => [$"Remove the {who}", $"There should be no {who}", $"There is no {who}"],
        _ => [$"Make the {who} {answer}", $"The {who} should be {answer}", $"Change the color of the {who} to {answer}", $"The {who} is {answer}"],
    };

    private static HashSet<string> Counted(string things) => [$"There should be {things}", $"There are {things}", $"Show {things}"];
}
