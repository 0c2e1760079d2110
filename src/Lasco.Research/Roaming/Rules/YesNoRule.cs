namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions that begin with an auxiliary.</summary>
internal static class YesNoRule
{
    /// <summary>Adds the phrasings of a question such as <c>Is the man wearing a hat?</c></summary>
    public static Refusal Apply(ReadOnlySpan<Token> question, Answer answer, Phrasings phrasings)
    {
        Token auxiliary = question[0];
        ReadOnlySpan<Token> body = WithoutNegation(question[1..]);
        if (body.Length == 0)
            return Refusal.NotUnderstood;
        bool yes = answer.Kind == AnswerKind.Yes;
        if (answer.Kind is not (AnswerKind.Yes or AnswerKind.No))
        {
            if (!EitherOr.TryResolve(body, answer, out Token[] resolved))
                return Refusal.UnfitAnswer;
            body = resolved;
            yes = true;
        }

        if (auxiliary.IsBe && body[0].Text == "there")
            return ThereRule.Apply(auxiliary.Text, body[1..], yes, phrasings);
        if (auxiliary.Text is "do" or "can" or "could" or "would" && body[0].Text is "you" or "we" or "I" && body.Length > 2)
        {
            if (body[1].Text is "see" or "spot")
                return SeenRule.Apply(body[2..], yes, phrasings);
            if (auxiliary.Text is "do" or "would" && body[1].Text is "think" or "believe" or "say" or "suppose" or "feel" or "guess")
                return StatementRule.Apply(body[2..], yes, phrasings);
        }

        if (auxiliary.Text is "can" or "could" && body.Length > 2 && body[^2].Text == "be" && body[^1].Text == "seen")
            return SeenRule.Apply(body[..^2], yes, phrasings);
        return Plain(auxiliary, body, yes, phrasings);
    }

    /// <summary>Adds what a subject is or does, or is not or does not.</summary>
    public static void Say(ReadOnlySpan<Token> subject, string auxiliary, ReadOnlySpan<Token> predicate, bool yes, Phrasings phrasings)
    {
        string who = Quantifier.Apply(subject, yes, out bool denied);
        if (yes)
        {
            phrasings.State(new Clause(who, auxiliary, Quantifier.Some(predicate)));
            Orders.ForYes(subject, auxiliary, predicate, phrasings);
            return;
        }

        var clause = new Clause(who, auxiliary, Phrase.Of(predicate));
        if (denied)
        {
            phrasings.State(clause);
            return;
        }

        phrasings.Add(clause.Denied);
        phrasings.Add(clause.Wanted(negated: true));
        Orders.ForNo(subject, auxiliary, predicate, phrasings);
    }

    /// <summary><c>Isn't the man tall?</c> and <c>Is the man tall or not?</c> as <c>Is the man tall?</c></summary>
    private static ReadOnlySpan<Token> WithoutNegation(ReadOnlySpan<Token> body)
    {
        if (body[0].Text == "not")
            body = body[1..];
        return body.Length > 2 && body[^1].Text == "not" && body[^2].Text == "or" ? body[..^2] : body;
    }

    /// <summary><c>Is the man tall?</c>: a subject and a predicate.</summary>
    private static Refusal Plain(Token auxiliary, ReadOnlySpan<Token> body, bool yes, Phrasings phrasings)
    {
        int end = SubjectBeforePredicate(body, auxiliary.TakesBaseForm);
        if (end == 0 || end == body.Length || LacksNoun(body[end - 1]) || HasStrayClause(body[end..]))
            return Refusal.NotUnderstood;
        Say(body[..end], auxiliary.Text, body[end..], yes, phrasings);
        return Refusal.None;
    }

    /// <summary>The length of the subject; where it would take all words, its last is the predicate (<c>Is the dog [wet]?</c>), or what a picture is of.</summary>
    private static int SubjectBeforePredicate(ReadOnlySpan<Token> body, bool verbAhead)
    {
        int end = NounPhrase.Subject(body, verbAhead);
        if (end < body.Length)
            return end;
        int of = Phrase.IndexOf(body, "of");
        if (of > 0 && WordSets.Depictions.Contains(body[of - 1].Text))
            return of;
        bool articleAndNoun = end == 2 && body[0].IsArticle;
        return end > 1 && !verbAhead && !body[^1].Is(WordClass.Genitive) && !articleAndNoun ? end - 1 : end;
    }

    /// <summary>Whether a subject's last word is a determiner that cannot be without a noun.</summary>
    private static bool LacksNoun(Token last) => last.Is(WordClass.Determiner) && !last.Is(WordClass.Pronoun | WordClass.Number) && !WordSets.PronominalDeterminers.Contains(last.Text);

    /// <summary>Whether a predicate has a second tense-bearing verb that nothing introduces: the subject then ended too early.</summary>
    private static bool HasStrayClause(ReadOnlySpan<Token> predicate)
    {
        Token first = predicate[0];
        foreach (Token word in predicate[1..])
        {
            if (word.Is(WordClass.Wh | WordClass.Conjunction | WordClass.Comma) || WordSets.ClauseIntroducers.Contains(word.Text))
                return false;
            bool canBeOther = word.Text is "have" or "do" or "can" or "will" or "might" or "may" or "must";
            if (word.IsFinite && !canBeOther)
                return !first.Is(WordClass.Conjunction | WordClass.Wh) && first.Text is not ("like" or "as");
        }

        return false;
    }
}
