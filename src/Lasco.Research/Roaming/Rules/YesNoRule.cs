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
        bool denies = answer.Kind == AnswerKind.Nothing && Phrase.IndexOf(body, "or") < 0
            && (Phrase.IndexOf(body, "any") >= 0 || Phrase.IndexOf(body, "anything") >= 0 || Phrase.IndexOf(body, "anyone") >= 0);
        if (answer.Kind is not (AnswerKind.Yes or AnswerKind.No) && !denies)
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
            if (body[1].Text is "see" or "spot" && !body[2].Is(WordClass.Preposition))
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
        if (who.StartsWith("one of ", StringComparison.Ordinal))
            auxiliary = Agreement.Of(auxiliary, plural: false);
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
        if (end == 0 || end == body.Length || body[end].Text == "than" || LacksNoun(body[end - 1]) || HasStrayClause(body[end..]))
            return Refusal.NotUnderstood;
        body = WithMany(body, end);
        return Reversed(body[..end], Agreed(auxiliary.Text, body[..end]), body[end..], yes, phrasings);
    }

    /// <summary>The words with a plural for <c>one of the cat</c>.</summary>
    private static ReadOnlySpan<Token> WithMany(ReadOnlySpan<Token> body, int end)
    {
        Token last = body[end - 1];
        bool partOf = end is 4 or 5 && (body[0].Text is "one" or "either" or "neither" or "both") && body[1].Text == "of";
        if (!partOf || !last.Is(WordClass.Noun) || last.Is(WordClass.Plural | WordClass.Mass | WordClass.Proper | WordClass.Adjective))
            return body;
        Token[] words = body.ToArray();
        words[end - 1] = new Token(Inflection.Plural(last.Text), WordClass.Noun | WordClass.Plural);
        return words;
    }

    /// <summary>Adds what a subject is or does; where the question denies, a no is the contrary: <c>Is no one sitting?</c>, <c>Is the man not tall?</c></summary>
    private static Refusal Reversed(ReadOnlySpan<Token> subject, string auxiliary, ReadOnlySpan<Token> predicate, bool yes, Phrasings phrasings)
    {
        if (predicate[0].Text == "not" && predicate.Length > 1)
        {
            Say(subject, auxiliary, predicate[1..], !yes, phrasings);
        }
        else if (!yes && Quantifier.IsNegative(subject))
        {
            if (Quantifier.Contrary(subject) is not { } contrary)
                return Refusal.NoGrammaticalForm;
            bool one = contrary.StartsWith("someone", StringComparison.Ordinal) || contrary.StartsWith("something", StringComparison.Ordinal) || contrary.StartsWith("one of ", StringComparison.Ordinal);
            phrasings.State(new Clause(contrary, one ? Agreement.Of(auxiliary, plural: false) : auxiliary, Quantifier.Some(predicate)));
        }
        else if (!yes && Approximation(subject) > 0)
        {
            return Refusal.NoGrammaticalForm;
        }
        else if (!yes && auxiliary == "must")
        {
            // That one must not is more than that one need not.
            phrasings.Add(Quantifier.Apply(subject, yes: true, out _), "need not", Phrase.Of(predicate));
            phrasings.Add(new Clause(Phrase.Of(subject), NounPhrase.IsPlural(subject) ? "do" : "does", "have to " + Phrase.Of(predicate)).Denied);
        }
        else if (predicate.Length > 2 && predicate[0].Text == "have" && predicate[1].Text == "no")
        {
            // Does the dog have no tail?
            string had = yes ? Phrase.Of(predicate[1..]) : Answer.Articled(predicate[2..]);
            phrasings.State(new Clause(Phrase.Of(subject), auxiliary, "have " + had));
        }
        else
        {
            Say(subject, auxiliary, predicate, yes, phrasings);
        }

        return Refusal.None;
    }

    /// <summary>The auxiliary in the number of its subject, where the question has it wrong: <c>is the cat's eyes</c>, <c>are one of the men</c>.</summary>
    private static string Agreed(string auxiliary, ReadOnlySpan<Token> subject)
    {
        Token first = subject[0];
        if (Phrase.TextAt(subject, 1) == "of" && first.Text is "one" or "either" or "neither" or "each")
            return Agreement.Of(auxiliary, plural: false);
        Token head = subject[NounPhrase.Head(subject)];
        if (first.Text is "any" or "some" && Phrase.TextAt(subject, 1) == "of" && subject[^1].Is(WordClass.Plural))
            return Agreement.Of(auxiliary, plural: true);
        if (subject.Length == 1 && first.Text is "this" or "that" or "it" or "he" or "she")
            return Agreement.Of(auxiliary, plural: false);
        if (subject.Length == 1 || !(Lexicon.Knows(head.Text) || head.Is(WordClass.Plural)) || head.Is(WordClass.Mass | WordClass.Proper) || Phrase.IndexOf(subject, "or") >= 0 || Phrase.IndexOf(subject, "and") >= 0)
            return auxiliary;
        if (head.Is(WordClass.Plural) && (head.Text[^1] == 's' || Inflection.Singular(head.Text) != head.Text) && first.Text is "the" or "these" or "those" or "his" or "her" or "their" or "its" or "both" or "all")
            return Agreement.Of(auxiliary, plural: true);
        bool one = first.Text is "a" or "an" or "this" or "that" or "the" && head.Is(WordClass.Noun) && !WordSets.Amounts.Contains(subject[1].Text) && !WordSets.Amounts.Contains(head.Text);
        return one && !head.Is(WordClass.Adjective | WordClass.Number) && (first.Text is "a" or "an" || Inflection.Plural(head.Text) != head.Text) ? Agreement.Of(auxiliary, plural: false) : auxiliary;
    }

    /// <summary>The length of the subject; where it would take all words, its last is the predicate (<c>Is the dog [wet]?</c>), or what a picture is of.</summary>
    private static int SubjectBeforePredicate(ReadOnlySpan<Token> body, bool verbAhead)
    {
        if (Approximation(body) is > 0 and var start && NounPhrase.Subject(body[start..], verbAhead) is > 0 and var counted)
            return start + counted;
        int end = NounPhrase.Subject(body, verbAhead);
        if (end < body.Length)
            return end;
        int of = Phrase.IndexOf(body, "of");
        if (of > 0 && WordSets.Depictions.Contains(body[of - 1].Text))
            return of;
        bool articleAndNoun = end == 2 && body[0].IsArticle;
        return end > 1 && !verbAhead && !body[^1].Is(WordClass.Genitive) && !articleAndNoun ? end - 1 : end;
    }

    /// <summary>The number of words before a subject's number: <c>at least one person</c>, <c>only two dogs</c>.</summary>
    private static int Approximation(ReadOnlySpan<Token> body)
    {
        int words = body[0].Text switch
        {
            "only" or "exactly" or "about" or "just" or "over" => 1,
            "at" when Phrase.TextAt(body, 1) is "least" or "most" => 2,
            "more" or "less" or "fewer" when Phrase.TextAt(body, 1) == "than" => 2,
            _ => 0,
        };
        return words > 0 && Phrase.IsAt(body, words, WordClass.Number) ? words : 0;
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
