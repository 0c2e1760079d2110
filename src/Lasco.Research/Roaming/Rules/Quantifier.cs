namespace Lasco.Research.Roaming.Rules;

/// <summary>What becomes of <c>all</c>, <c>any</c> and the like in statements and denials.</summary>
internal static class Quantifier
{
    /// <summary>The subject of the statement that an answer makes of a question.</summary>
    /// <param name="subject">The question's subject.</param>
    /// <param name="yes">The answer.</param>
    /// <param name="denied">Whether the subject itself carries the denial, so that the verb must not.</param>
    public static string Apply(ReadOnlySpan<Token> subject, ref bool yes, out bool denied)
    {
        denied = false;
        string text = Phrase.Of(subject);
        string rest = Phrase.Of(subject[1..]);
        switch (subject[0].Text)
        {
            case "all" or "every" or "everyone" or "everybody" or "everything" or "both" or "each" or "many" or "most" or "half":
                denied = !yes;
                return yes ? text : "not " + text;
            case "any" when subject.Length > 1:
                denied = !yes;
                return yes ? "some " + rest : (rest.StartsWith("of ", StringComparison.Ordinal) ? "none " : "no ") + rest;
            case "anyone" or "anybody" or "someone" or "somebody":
                denied = !yes;
                return Phrase.Join(yes ? "someone" : "no one", rest);
            case "anything" or "something":
                denied = !yes;
                return Phrase.Join(yes ? "something" : "nothing", rest);
            case "either" when subject.Length > 1:
                denied = !yes;
                return Phrase.Join(yes ? "one" : "neither", subject[1].Text == "of" || !yes ? "" : "of the", rest);
            case "some" when !yes && subject.Length > 1:
                denied = true;
                return (rest.StartsWith("of ", StringComparison.Ordinal) ? "none " : "no ") + rest;
            default:
                return text;
        }
    }

    /// <summary>A predicate with <c>some</c> for <c>any</c>, as statements have it.</summary>
    public static string Some(ReadOnlySpan<Token> predicate, bool yes)
    {
        if (!yes || Phrase.IndexOf(predicate, "any") < 0 && Phrase.IndexOf(predicate, "anything") < 0 && Phrase.IndexOf(predicate, "anyone") < 0 && Phrase.IndexOf(predicate, "anybody") < 0)
            return Phrase.Of(predicate);
        Token[] words = predicate.ToArray();
        for (int i = 0; i < words.Length; i++)
        {
            bool comparing = i + 1 < words.Length && words[i + 1].Text is "more" or "other" or "good" or "longer";
            string text = words[i].Text switch
            {
                "any" when !comparing => "some",
                "anything" => "something",
                "anyone" or "anybody" => "someone",
                var other => other,
            };
            words[i] = words[i] with { Text = text };
        }

        return Phrase.Of(words);
    }
}
