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
            "either" when subject.Length > 1 => yes ? OneOf(subject[1..]) : "neither " + rest,
            _ => null,
        };
        denied = !yes && quantified is not null;
        return quantified ?? text;
    }

    /// <summary>Whether a subject carries a denial: <c>no one</c>, <c>nothing</c>, <c>none of the dogs</c>.</summary>
    public static bool IsNegative(ReadOnlySpan<Token> subject) =>
        subject[0].Text is "no" or "none" or "nobody" or "nothing" or "neither";

    /// <summary>The contrary of a subject that carries a denial: <c>someone</c> to <c>no one</c>, <c>some of the dogs</c> to <c>none of the dogs</c>; null where there is none.</summary>
    public static string? Contrary(ReadOnlySpan<Token> subject)
    {
        ReadOnlySpan<Token> rest = subject[1..];
        return subject[0].Text switch
        {
            "no" when Phrase.TextAt(subject, 1) == "one" => Phrase.Join("someone", Phrase.Of(subject[2..])),
            "no" when rest.Length > 0 && !rest[0].Is(WordClass.Gerund) => rest[NounPhrase.Head(rest)].Is(WordClass.Plural | WordClass.Mass) ? "some " + Phrase.Of(rest) : Answer.Articled(rest),
            "nobody" => Phrase.Join("someone", Phrase.Of(rest)),
            "nothing" => Phrase.Join("something", Phrase.Of(rest)),
            "none" when Phrase.TextAt(rest, 0) == "of" => "some " + Phrase.Of(rest),
            "neither" when rest.Length > 0 => OneOf(rest),
            _ => null,
        };
    }

    /// <summary>A predicate with <c>some</c> for <c>any</c>, <c>more</c> for <c>any more</c> and without <c>ever</c>, as statements have it.</summary>
    public static string Some(ReadOnlySpan<Token> predicate)
    {
        Token[]? words = null;
        for (int i = 0; i < predicate.Length; i++)
        {
            string text = predicate[i].Text switch
            {
                "any" when Phrase.TextAt(predicate, i + 1) is "more" or "other" => "",
                "any" when Phrase.TextAt(predicate, i + 1) is not ("good" or "longer") => "some",
                "ever" when i == 0 || predicate[i - 1].Text != "than" => "",
                "yet" when i > 0 && i == predicate.Length - 1 => "",
                "anything" => "something",
                "anyone" or "anybody" => "someone",
                var other => other,
            };
            if (text != predicate[i].Text)
                (words ??= predicate.ToArray())[i] = predicate[i] with { Text = text };
        }

        return words is null ? Phrase.Of(predicate) : Phrase.Of(Array.FindAll(words, word => word.Text.Length > 0));
    }

    /// <summary><c>one of the dogs</c>, of <c>of the dogs</c> or of <c>dog</c>.</summary>
    private static string OneOf(ReadOnlySpan<Token> rest)
    {
        if (rest[0].Text == "of")
            return "one " + Phrase.Of(rest);
        int head = NounPhrase.Head(rest);
        return Phrase.Join("one of the", Phrase.Of(rest[..head]), Inflection.Plural(rest[head].Text), Phrase.Of(rest[(head + 1)..]));
    }

    /// <summary><c>no dogs</c>, <c>none of the dogs</c>.</summary>
    private static string No(string rest) => (rest.StartsWith("of ", StringComparison.Ordinal) ? "none " : "no ") + rest;
}
