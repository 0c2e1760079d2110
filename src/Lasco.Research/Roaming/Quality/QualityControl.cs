using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming.Quality;

/// <summary>The automatic part of the paper's quality control (section 3.2): rules, each of which can be switched off. Serves one run.</summary>
public sealed class QualityControl
{
    private readonly IPairRule[] pairRules;
    private readonly ITextRule[] textRules;

    /// <summary>All rules but some.</summary>
    /// <param name="without">The names of rules to leave out.</param>
    /// <exception cref="InputException">There is no rule of such a name.</exception>
    public QualityControl(params IEnumerable<string> without)
    {
        var names = new HashSet<string>(without, StringComparer.Ordinal);
        if (names.FirstOrDefault(name => All().All(rule => rule.Name != name)) is { } unknown)
            throw new InputException($"there is no quality rule \"{unknown}\"; expected one of {string.Join(", ", All().Select(rule => rule.Name))}");
        Rules = [.. All().Where(rule => !names.Contains(rule.Name))];
        pairRules = [.. Rules.OfType<IPairRule>()];
        textRules = [.. Rules.OfType<ITextRule>()];
    }

    /// <summary>The rules that are applied, in their order.</summary>
    public IReadOnlyList<IQualityRule> Rules { get; }

    /// <summary>Every rule there is, new and without memory.</summary>
    public static IReadOnlyList<IQualityRule> All() =>
    [
        new SameImageRule(), new SameAnswerRule(), new LeftoverPromptRule(), new QuestionEchoedRule(), new AnswerEchoedRule(),
        new UnexpectedCharactersRule(), new TooShortRule(), new TooLongRule(), new DuplicateRule(),
    ];

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
}
