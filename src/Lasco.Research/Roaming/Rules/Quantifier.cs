namespace Lasco.Research.Roaming.Rules;

/// <summary>What becomes of <c>all</c>, <c>any</c> and the like in statements and denials.</summary>
internal static class Quantifier
{
    /// <summary>The subject of the statement that an answer makes of a question.</summary>
    /// <param name="subject">The question's subject.</param>
    /// <param name="yes">The answer.</param>
    /// <param name="denied">Whether the subject itself carries the denial, so that the verb must not.</param>
    public static string Apply(ReadOnlySpan<Token> subject, bool yes, out bool denied)
    {
        string text = Phrase.Of(subject);
        string rest = Phrase.Of(subject[1..]);
        string? quantified = subject[0].Text switch
        {
            "all" or "every" or "everyone" or "everybody" or "everything" or "both" or "each" or "many" or "most" or "half" => yes ? text : "not " + text,
            "any" when subject.Length > 1 => yes ? "some " + rest : No(rest),
            "some" when subject.Length > 1 && !yes => No(rest),
            "anyone" or "anybody" or "someone" or "somebody" => Phrase.Join(yes ? "someone" : "no one", rest),
            "anything" or "something" => Phrase.Join(yes ? "something" : "nothing", rest),
            "either" when subject.Length > 1 => Phrase.Join(yes ? "one" : "neither", yes && subject[1].Text != "of" ? "of the" : "", rest),
            _ => null,
        };
        denied = !yes && quantified is not null;
        return quantified ?? text;
    }

    /// <summary>A predicate with <c>some</c> for <c>any</c>, as statements have it.</summary>
    public static string Some(ReadOnlySpan<Token> predicate)
    {
        Token[]? words = null;
        for (int i = 0; i < predicate.Length; i++)
        {
            string text = predicate[i].Text switch
            {
                "any" when Phrase.TextAt(predicate, i + 1) is not ("more" or "other" or "good" or "longer") => "some",
                "anything" => "something",
                "anyone" or "anybody" => "someone",
                var other => other,
            };
            if (text != predicate[i].Text)
                (words ??= predicate.ToArray())[i] = predicate[i] with { Text = text };
        }

        return Phrase.Of(words ?? predicate);
    }

    /// <summary><c>no dogs</c>, <c>none of the dogs</c>.</summary>
    private static string No(string rest) => (rest.StartsWith("of ", StringComparison.Ordinal) ? "none " : "no ") + rest;
}
