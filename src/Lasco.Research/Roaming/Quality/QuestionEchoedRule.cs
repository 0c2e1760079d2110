namespace Lasco.Research.Roaming.Quality;

/// <summary>The text contains the question.</summary>
public sealed class QuestionEchoedRule : ITextRule
{
    private const int FewestWords = 3;

    /// <inheritdoc/>
    public string Name => "question-echoed";

    /// <inheritdoc/>
    public string Description => "the question, word for word, within the text";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition)
    {
        var question = new PlainWords(transition.Target.Text);
        return question.Count >= FewestWords && new PlainWords(transition.Text).Contains(question);
    }
}
