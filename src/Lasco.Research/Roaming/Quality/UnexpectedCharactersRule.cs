using System.Buffers;

namespace Lasco.Research.Roaming.Quality;

/// <summary>The text has characters that an English sentence has no use for: line ends, control characters, markup, other scripts, emoji.</summary>
public sealed class UnexpectedCharactersRule : ITextRule, ICaptionRule
{
    private static readonly SearchValues<char> Expected = SearchValues.Create(
    [
        .. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:!?'\"()&%$#@*+-/°£€¥½¼¾–—‘’“”",
        .. Enumerable.Range(0xC0, 0x180 - 0xC0).Select(letter => (char)letter).Where(char.IsLetter),
    ]);

    /// <inheritdoc/>
    public string Name => "unexpected-characters";

    /// <inheritdoc/>
    public string Description => "line ends, control characters, markup, other scripts";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => Rejects(transition.Text);

    /// <inheritdoc/>
    public bool Rejects(string caption) => caption.AsSpan().ContainsAnyExcept(Expected);
}
