namespace Lasco.Research.Roaming.Rules;

/// <summary>Statements that were asked: <c>The man is tall?</c>, <c>Do you think the man is tall?</c></summary>
internal static class StatementRule
{
    /// <summary>Adds the phrasings of a statement and an answer, which must be yes or no.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> statement, Answer answer, Phrasings phrasings) =>
        answer.Kind is AnswerKind.Yes or AnswerKind.No ? Apply(statement, answer.Kind == AnswerKind.Yes, phrasings) : Refusal.UnfitAnswer;

    /// <summary>Adds the phrasings of a statement that is true, or not.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> statement, bool yes, Phrasings phrasings)
    {
        if (statement.Length > 2 && statement[0].Text == "that" && !statement[1].Is(WordClass.Auxiliary))
            statement = statement[1..];
        int verb = 1;
        while (verb < statement.Length && !statement[verb].IsFinite)
            verb++;
        return verb < statement.Length - 1 ? WithAuxiliary(statement[..verb], statement[verb], statement[(verb + 1)..], yes, phrasings) : WithVerb(statement, yes, phrasings);
    }

    /// <summary><c>The man is tall</c>, <c>The man has a hat</c>.</summary>
    private static Refusal WithAuxiliary(ReadOnlySpan<Token> subject, Token auxiliary, ReadOnlySpan<Token> rest, bool yes, Phrasings phrasings)
    {
        if (rest[0].Text == "not")
            rest = rest[1..];
        if (rest.Length == 0 || NounPhrase.Core(subject) == 0)
            return Refusal.NotUnderstood;
        if (auxiliary.IsBe && subject.Length == 1 && subject[0].Text == "there")
            return ThereRule.Apply(auxiliary.Text, rest, yes, phrasings);
        bool owns = auxiliary.IsHave && !rest[0].Is(WordClass.Participle) && rest[0].Text != "been";
        if (!owns)
            YesNoRule.Say(subject, auxiliary.Text, rest, yes, phrasings);
        else
            YesNoRule.Say(subject, auxiliary.Text switch { "has" => "does", "had" => "did", _ => "do" }, [new Token("have", WordClass.Auxiliary), .. rest], yes, phrasings);
        return Refusal.None;
    }

    /// <summary><c>The man looks happy</c>, <c>The men look happy</c>.</summary>
    private static Refusal WithVerb(ReadOnlySpan<Token> statement, bool yes, Phrasings phrasings)
    {
        if (statement[0].Text is "need" or "dare")
            return Refusal.NotUnderstood; // Need the man stop?
        int core = NounPhrase.Core(statement, verbAhead: true);
        for (int i = Math.Max(1, core - 1); core > 0 && i < statement.Length; i++)
        {
            if (statement[i].Is(WordClass.ThirdPerson) && Lexicon.VerbOf(statement[i].Text) is { } root)
            {
                YesNoRule.Say(statement[..i], "does", [new Token(root, WordClass.Verb), .. statement[(i + 1)..]], yes, phrasings);
                return Refusal.None;
            }

            if (i >= core && statement[i].Is(WordClass.Verb))
            {
                YesNoRule.Say(statement[..i], "do", statement[i..], yes, phrasings);
                return Refusal.None;
            }
        }

        return Refusal.NotUnderstood;
    }
}
