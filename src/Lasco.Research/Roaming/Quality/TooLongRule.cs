namespace Lasco.Research.Roaming.Quality;

/// <summary>The text is longer than a sentence: LaSCo's have 31 characters on average (Table 1).</summary>
public sealed class TooLongRule : ITextRule
{
    /// <summary>The most characters that are accepted.</summary>
    public const int MostCharacters = 200;

    /// <inheritdoc/>
    public string Name => "too-long";

    /// <inheritdoc/>
    public string Description => $"more than {MostCharacters} characters";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => transition.Text.Length > MostCharacters;
}
