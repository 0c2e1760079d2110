namespace Lasco.Research.Datasets.Mini;

/// <summary>G(Q, A) of section 3.1: rephrases a question and the answer that shall hold into a transition text.</summary>
internal static class TransitionText
{
    /// <summary>One of several phrasings of the change after which <paramref name="answer"/> is true.</summary>
    public static string From(Question question, string answer, SplitMix64 random)
    {
        string who = question.About?.ToString() ?? question.Topic.Word();
        return random.Pick(Phrasings(question.Topic, who, answer));
    }

    private static string[] Phrasings(Topic topic, string who, string answer) => topic switch
    {
        Topic.Shape => [$"Make the {who} a {answer}", $"The {who} should be a {answer}", $"Turn the {who} into a {answer}"],
        Topic.Pattern => [$"Make the {who} {answer}", $"The {who} should be {answer}", $"The {who} is {answer}"],
        Topic.Side => [$"Move the {who} to the {answer}", $"The {who} should be on the {answer}", $"The {who} is on the {answer}"],
        Topic.Depth => [$"Move the {who} to the {answer}", $"The {who} should be in the {answer}", $"The {who} is in the {answer}"],
        Topic.Count => [.. new[] { "There should be", "There are" }.Select(start => $"{Agree(start, answer)} {Counted(who, answer)}"), $"Show {Counted(who, answer)}"],
        Topic.Exists when answer == "yes" => [$"Add {Words.A(who)}", $"There should be {Words.A(who)}", $"There is {Words.A(who)}"],
        Topic.Exists => [$"Remove the {who}", $"There should be no {who}", $"There is no {who}"],
        Topic.Size => [$"Make the {who} {answer}", $"The {who} should be {answer}", $"The {who} is {answer}"],
        _ => [$"Make the {who} {answer}", $"The {who} should be {answer}", $"Change the color of the {who} to {answer}", $"The {who} is {answer}"],
    };

    private static string Agree(string start, string answer) => answer == "1" ? start.Replace(" are", " is") : start;

    private static string Counted(string who, string answer) =>
        $"{Words.Number(int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture))} {who}{(answer == "1" ? "" : "s")}";
}
