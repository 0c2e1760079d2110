using System.Text.RegularExpressions;

namespace Lasco.Research.Roaming.Quality;

/// <summary>
/// The text has marks of Markdown or HTML that use characters of a sentence: <c>**red**</c>, <c># Red</c>, <c>- red</c>,
/// <c>&amp;amp;</c>. A <c>#</c>, <c>*</c>, <c>&amp;</c> or dash elsewhere is none.
/// </summary>
public sealed partial class MarkupRule : ITextRule, ICaptionRule
{
    /// <inheritdoc/>
    public string Name => "markup";

    /// <inheritdoc/>
    public string Description => "marks of Markdown or HTML";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => Rejects(transition.Text);

    /// <inheritdoc/>
    public bool Rejects(string caption) => Marks().IsMatch(caption);

    [GeneratedRegex(@"^\s*(?:[-–•*+]|\#{1,6}|\d{1,2}[.)])\s   # a list or a heading
        | (?<!\S)\*{1,3}[^\s*](?:[^*]*[^\s*])?\*{1,3}(?!\w)    # emphasis
        | &(?:[a-z]{2,8}|\#[0-9]{1,7}|\#x[0-9a-f]{1,6});       # a character of HTML", RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
