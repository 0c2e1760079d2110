using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming.Quality;

/// <summary>The automatic part of the paper's quality control (section 3.2): rules, each of which can be switched off. Serves one run.</summary>
public sealed class QualityControl
{
    private readonly IPairRule[] pairRules;
    private readonly ITextRule[] textRules;
    private readonly ICaptionRule[] captionRules;

    /// <summary>All rules but some.</summary>
    /// <param name="without">The names of rules to leave out.</param>
    /// <exception cref="InputException">There is no rule of such a name.</exception>
    public QualityControl(params IEnumerable<string> without)
        : this(AllBut(without))
    {
    }

    private QualityControl(IReadOnlyList<IQualityRule> rules)
    {
        Rules = rules;
        pairRules = [.. rules.OfType<IPairRule>()];
        textRules = [.. rules.OfType<ITextRule>()];
        captionRules = [.. rules.OfType<ICaptionRule>()];
    }

    /// <summary>The rules that are applied, in their order.</summary>
    public IReadOnlyList<IQualityRule> Rules { get; }

    /// <summary>Every rule there is, new and without memory.</summary>
    public static IReadOnlyList<IQualityRule> All() =>
    [
        new SameImageRule(), new SameAnswerRule(), new RefusalRule(), new LeftoverPromptRule(), new QuestionEchoedRule(), new AnswerEchoedRule(),
        new MarkupRule(), new UnexpectedCharactersRule(), new TooShortRule(), new TooLongRule(), new DuplicateRule(),
    ];

    /// <summary>These rules and, after them, one more, such as a rule of your own. It serves in the place of this one: both share what rules remember.</summary>
    /// <param name="rule">An <see cref="IPairRule"/>, an <see cref="ITextRule"/> or an <see cref="ICaptionRule"/>.</param>
    /// <exception cref="ArgumentException">The rule is none of them, or there is one of that name.</exception>
    public QualityControl With(IQualityRule rule)
    {
        if (rule is not (IPairRule or ITextRule or ICaptionRule))
            throw new ArgumentException($"the rule \"{rule.Name}\" is about neither pairs nor texts nor captions", nameof(rule));
        if (Rules.Any(other => other.Name == rule.Name))
            throw new ArgumentException($"there is a rule \"{rule.Name}\" already", nameof(rule));
        return new QualityControl([.. Rules, rule]);
    }

    /// <summary>The name of the first rule that rejects a pair, or null.</summary>
    public string? Reject(in VqaQuestion query, in VqaQuestion target)
    {
        foreach (IPairRule rule in pairRules)
        {
            if (rule.Rejects(query, target))
                return rule.Name;
        }

        return null;
    }

    /// <summary>The name of the first rule that rejects a text, or null.</summary>
    public string? Reject(in Transition transition)
    {
        foreach (ITextRule rule in textRules)
        {
            if (rule.Rejects(transition))
                return rule.Name;
        }

        return null;
    }

    /// <summary>The name of the first rule that rejects a caption, or null.</summary>
    public string? Reject(string caption) => Array.Find(captionRules, rule => rule.Rejects(caption))?.Name;

    private static IQualityRule[] AllBut(IEnumerable<string> without)
    {
        var names = new HashSet<string>(without, StringComparer.Ordinal);
        IReadOnlyList<IQualityRule> all = All();
        if (names.FirstOrDefault(name => all.All(rule => rule.Name != name)) is { } unknown)
            throw new InputException($"there is no quality rule \"{unknown}\"; expected one of {string.Join(", ", all.Select(rule => rule.Name))}");
        return [.. all.Where(rule => !names.Contains(rule.Name))];
    }
}
