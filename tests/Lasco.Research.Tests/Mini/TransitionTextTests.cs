using Lasco.Research.Mini;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Research.Tests.Mini;

public sealed class TransitionTextTests
{
    [Fact]
    public void Dump()
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var solids =
            from shape in Enum.GetValues<Shape>() from hue in Enum.GetValues<Hue>() from scale in Enum.GetValues<Scale>()
            from texture in Enum.GetValues<Texture>() from side in Enum.GetValues<Side>() from depth in Enum.GetValues<Depth>()
            select new Solid(0, shape, hue, scale, texture, side, depth);
        Referent[] about = [.. solids.SelectMany(Referent.For).Distinct()];
        foreach (Topic topic in Enum.GetValues<Topic>())
        {
            IEnumerable<Question> questions = topic is Topic.Ground or Topic.Wall ? [new Question(topic)]
                : topic is Topic.Count ? about.Append(new Referent()).Select(who => new Question(topic, who)) : about.Select(who => new Question(topic, who));
            foreach (Question question in questions)
            {
                foreach (string answer in question.Answers)
                {
                    Refusal refusal = RuleRephraser.Phrase(new QuestionAnswer(question.ToString(), answer, question.Type, question.AnswerType), out IReadOnlyList<string> texts);
                    lines.Add($"{topic}\t{question}\t{answer}\t{refusal}\t{string.Join(" | ", texts)}");
                }
            }
        }

        File.WriteAllLines("/tmp/wt/texts.tsv", lines);
    }
}
