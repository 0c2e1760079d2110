namespace Lasco.Research.Roaming.Quality;

/// <summary>The text is the answer and no more.</summary>
public sealed class AnswerEchoedRule : ITextRule
{
    /// <inheritdoc/>
    public string Name => "answer-echoed";

    /// <inheritdoc/>
    public string Description => "the answer, word for word, and no more";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) =>
        transition.Target.Answer is { } answer && new PlainWords(transition.Text).IsSameAs(new PlainWords(answer));
}
