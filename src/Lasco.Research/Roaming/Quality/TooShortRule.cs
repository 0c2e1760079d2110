namespace Lasco.Research.Roaming.Quality;

/// <summary>The text has fewer than two words.</summary>
public sealed class TooShortRule : ITextRule, ICaptionRule
{
    /// <summary>The fewest words that describe a change: <c>Add people</c>.</summary>
    public const int FewestWords = 2;

    /// <inheritdoc/>
    public string Name => "too-short";

    /// <inheritdoc/>
    public string Description => $"fewer than {FewestWords} words";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => Rejects(transition.Text);

    /// <inheritdoc/>
    public bool Rejects(string caption) => new PlainWords(caption).Count < FewestWords;
}
