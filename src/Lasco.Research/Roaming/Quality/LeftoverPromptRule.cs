using System.Text.RegularExpressions;

namespace Lasco.Research.Roaming.Quality;

/// <summary>The text has remains of the prompt, or of a chat: <c>Rephrase the following</c>, <c>=</c>, <c>Here is one option: …</c>.</summary>
public sealed partial class LeftoverPromptRule : ITextRule, ICaptionRule
{
    /// <inheritdoc/>
    public string Name => "leftover-prompt";

    /// <inheritdoc/>
    public string Description => "remains of the prompt or of a chat";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => Rejects(transition.Text);

    /// <inheritdoc/>
    public bool Rejects(string caption) => Remains().IsMatch(caption);

    [GeneratedRegex(@"[=]|```|<\||\|>|\[/|</
        | rephras | following\stext | language\smodel
        | \b(?:question|answer|text|output|response)\s?:
        | \blet\sme\sknow\b | \bhope\s(?:this|that|it)\shelps\b
        | ^\s*(?:sure|certainly|of\scourse)(?![\w-])
        | ^\s*(?:absolutely|definitely|ok|okay|alright|all\sright|no\sproblem|got\sit|understood|thanks|thank\syou)\s?[,.!:;]
        | ^\s*here(?:['’]s|\sis|\sare)\s(?:the\b|.*:\s)
        | ^\s*here\s(?:you\s(?:go|are)|it\sis)\b", RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Remains();
}
