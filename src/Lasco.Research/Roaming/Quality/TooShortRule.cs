namespace Lasco.Research.Roaming.Quality;

/// <summary>The text has fewer than two words.</summary>
public sealed class TooShortRule : ITextRule
{
    /// <summary>The fewest words that describe a change: <c>Add people</c>.</summary>
    public const int FewestWords = 2;

    /// <inheritdoc/>
    public string Name => "too-short";

    /// <inheritdoc/>
    public string Description => $"fewer than {FewestWords} words";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => new PlainWords(transition.Text).Count < FewestWords;
}
