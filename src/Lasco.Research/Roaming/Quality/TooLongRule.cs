namespace Lasco.Research.Roaming.Quality;

/// <summary>The text is longer than a sentence: LaSCo's have 31 characters on average (Table 1). A caption tells of a whole picture and may be longer.</summary>
public sealed class TooLongRule : ITextRule, ICaptionRule
{
    /// <summary>The most characters that are accepted.</summary>
    public const int MostCharacters = 200;

    /// <summary>The most characters that are accepted of a caption.</summary>
    public const int MostCharactersOfCaption = 400;

    /// <inheritdoc/>
    public string Name => "too-long";

    /// <inheritdoc/>
    public string Description => $"more than {MostCharacters} characters";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => transition.Text.Length > MostCharacters;

    /// <inheritdoc/>
    public bool Rejects(string caption) => caption.Length > MostCharactersOfCaption;
}
