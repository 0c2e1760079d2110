using System.Text.RegularExpressions;

namespace Lasco.Research.Roaming.Quality;

/// <summary>The text declines to answer: <c>I'm sorry, but I can't help with that</c>. What is said in the midst of a sentence, as on a sign, is no refusal.</summary>
public sealed partial class RefusalRule : ITextRule, ICaptionRule
{
    /// <inheritdoc/>
    public string Name => "refusal";

    /// <inheritdoc/>
    public string Description => "a refusal or an excuse in the place of a text";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => Rejects(transition.Text);

    /// <inheritdoc/>
    public bool Rejects(string caption) => Excuse().IsMatch(caption);

    [GeneratedRegex(@"(?:^|[.!?;]\s)\s*(?:
        i(?:['’]m|\sam)\s(?:(?:very|so|really|truly)\s)?(?:sorry|afraid|unable|not\s(?:able|sure|allowed)|an?\s(?:ai|(?:large\s)?language\smodel)\b)
        | i\s(?:can['’]?t|cannot|can\snot|could\snot|couldn['’]?t)(?!\ssee\b)\b
        | i\s(?:can['’]?t|cannot|can\snot|don['’]?t|do\snot)\ssee\s(?:an?|any|the|this|that|your)\s(?:image|picture|photo)
        | i\s(?:won['’]?t|will\snot|apologi[sz]e|must\sdecline)\b
        | i\s(?:don['’]?t|do\snot)\s(?:know|have|understand)\b
        | i\sneed\smore\s(?:context|detail|info)
        | (?:sorry|(?:my\s)?apologies|unfortunately)\b
        | as\san?\s(?:ai|(?:large\s)?language\smodel)\b
        | please\s(?:provide|clarify|share)\b)", RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Excuse();
}
