namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions that begin with an auxiliary.</summary>
internal static class YesNoRule
{
    /// <summary>Adds the phrasings of a question such as <c>Is the man wearing a hat?</c></summary>
    public static Refusal Apply(ReadOnlySpan<Token> question, Answer answer, Phrasings phrasings)
    {
        Token auxiliary = question[0];
        ReadOnlySpan<Token> body = question[1..];
        if (body[0].Text == "not")
            body = body[1..];
        if (body.Length > 2 && body[^1].Text == "not" && body[^2].Text == "or")
            body = body[..^2];
        if (body.Length == 0)
            return Refusal.NotUnderstood;
        bool yes = answer.Kind == AnswerKind.Yes;
        if (answer.Kind is not (AnswerKind.Yes or AnswerKind.No))
        {
            if (!EitherOr.TryResolve(Uncommaed(body), answer, out Token[] resolved))
                return Refusal.UnfitAnswer;
            body = resolved;
            yes = true;
        }

        if (auxiliary.IsBe && body[0].Text == "there")
            return ThereRule.Apply(auxiliary.Text, body[1..], yes, phrasings);
        if (auxiliary.Text is "do" or "can" or "could" or "would" && body[0].Text is "you" or "we" or "i" or "I" && body.Length > 2)
        {
            if (body[1].Text is "see" or "spot")
                return Seen(body[2..], yes, phrasings);
            if (body[1].Text is "think" or "believe" or "say" or "suppose" or "feel" or "guess" && auxiliary.Text is "do" or "would")
                return Thought(body[2..], yes, phrasings);
        }

        if (auxiliary.Text is "can" or "could" && body.Length > 2 && body[^2].Text == "be" && body[^1].Text == "seen")
            return Seen(body[..^2], yes, phrasings);
        bool verbAhead = auxiliary.Text is "do" or "does" or "did" || auxiliary.IsModal;
        int subject = NounPhrase.Subject(body, verbAhead);
        int of = Phrase.IndexOf(body, "of");
        if (subject == body.Length && of > 0 && body[of - 1].Text is "picture" or "photo" or "image" or "statue" or "painting" or "drawing" or "photograph")
            subject = of;
        if (subject == body.Length && subject > 1 && !verbAhead && !body[subject - 1].Is(WordClass.Genitive) && !(subject == 2 && body[0].Text is "the" or "a" or "an"))
            subject--;
        if (subject == 0 || subject == body.Length)
            return Refusal.NotUnderstood;
        if (body[subject - 1].Is(WordClass.Determiner) && !body[subject - 1].Is(WordClass.Pronoun | WordClass.Number) && body[subject - 1].Text is not ("all" or "both" or "another" or "each" or "either" or "neither" or "some" or "any" or "many" or "most"))
            return Refusal.NotUnderstood;
        if (HasStrayClause(body[subject..]))
            return Refusal.NotUnderstood;
        Say(body[..subject], auxiliary.Text, body[subject..], yes, phrasings);
        return Refusal.None;
    }

    /// <summary>Whether a predicate has a second tense-bearing verb that nothing introduces: the subject then ended too early.</summary>
    private static bool HasStrayClause(ReadOnlySpan<Token> predicate)
    {
        foreach (Token word in predicate[1..])
        {
            if (word.Is(WordClass.Wh | WordClass.Conjunction | WordClass.Comma) || word.Text is "that" or "than" or "as" or "like" or "before" or "after" or "since" or "because")
                return false;
            if (word.IsFinite && word.Text is not ("have" or "do" or "can" or "will" or "might" or "may" or "must"))
                return !predicate[0].Is(WordClass.Conjunction | WordClass.Wh) && predicate[0].Text is not ("like" or "as");
        }

        return false;
    }

    /// <summary>Adds the phrasings of a statement that was asked, such as <c>The man is tall?</c></summary>
    public static Refusal Declared(ReadOnlySpan<Token> statement, Answer answer, Phrasings phrasings)
    {
        if (answer.Kind is not (AnswerKind.Yes or AnswerKind.No))
            return Refusal.UnfitAnswer;
        return Thought(statement, answer.Kind == AnswerKind.Yes, phrasings);
    }

    /// <summary>Adds what a subject is or does, or is not or does not.</summary>
    public static void Say(ReadOnlySpan<Token> subject, string auxiliary, ReadOnlySpan<Token> predicate, bool yes, Phrasings phrasings)
    {
        string who = Quantifier.Apply(subject, ref yes, out bool denied);
        var clause = new Clause(who, auxiliary, yes || denied ? Quantifier.Some(predicate, yes && !denied) : Phrase.Of(predicate));
        if (yes || denied)
        {
            phrasings.State(clause);
            if (!denied)
                Orders.ForYes(subject, auxiliary, predicate, phrasings);
            return;
        }

        phrasings.Add(clause.Denied);
        phrasings.Add(clause.Wanted(negated: true));
        Orders.ForNo(subject, auxiliary, predicate, phrasings);
    }

    private static Refusal Seen(ReadOnlySpan<Token> thing, bool yes, Phrasings phrasings)
    {
        if (thing[0].Text is "a" or "an" or "any" or "some" or "anything" or "something" or "anyone" or "someone")
            return ThereRule.Apply(NounPhrase.IsPlural(thing[..Math.Max(1, NounPhrase.Core(thing))]) ? "are" : "is", thing, yes, phrasings);
        int core = NounPhrase.Subject(thing, verbAhead: false);
        if (core == 0)
            return Refusal.NotUnderstood;
        bool plural = NounPhrase.IsPlural(thing[..core]);
        ReadOnlySpan<Token> rest = thing[core..];
        if (rest.Length > 0 && !rest[0].Is(WordClass.Preposition))
        {
            phrasings.Add("you", yes ? "can see" : "cannot see", Phrase.Of(thing));
            return Refusal.None;
        }

        string who = Quantifier.Apply(thing[..core], ref yes, out _);
        phrasings.Add(who, plural ? "are" : "is", yes ? "" : "not", "visible", Phrase.Of(rest));
        phrasings.Add(who, "should", yes ? "" : "not", "be visible", Phrase.Of(rest));
        if (who == Phrase.Of(thing[..core]))
            phrasings.Add("you", yes ? "can see" : "cannot see", Phrase.Of(thing));
        return Refusal.None;
    }

    private static Refusal Thought(ReadOnlySpan<Token> statement, bool yes, Phrasings phrasings)
    {
        if (statement.Length > 2 && statement[0].Text == "that" && !statement[1].Is(WordClass.Auxiliary))
            statement = statement[1..];
        int verb = 1;
        while (verb < statement.Length && !statement[verb].IsFinite)
            verb++;
        if (verb < statement.Length - 1)
        {
            ReadOnlySpan<Token> subject = statement[..verb];
            if (NounPhrase.Core(subject) == 0)
                return Refusal.NotUnderstood;
            Token auxiliary = statement[verb];
            ReadOnlySpan<Token> rest = statement[(verb + 1)..];
            if (rest[0].Text == "not")
                rest = rest[1..];
            if (rest.Length == 0)
                return Refusal.NotUnderstood;
            if (auxiliary.IsBe && subject.Length == 1 && subject[0].Text == "there")
                return ThereRule.Apply(auxiliary.Text, rest, yes, phrasings);
            bool owning = auxiliary.Text is "has" or "have" or "had" && !rest[0].Is(WordClass.Participle) && rest[0].Text != "been";
            if (owning)
                Say(subject, auxiliary.Text == "has" ? "does" : auxiliary.Text == "had" ? "did" : "do", [new Token("have", WordClass.Auxiliary), .. rest], yes, phrasings);
            else
                Say(subject, auxiliary.Text, rest, yes, phrasings);
            return Refusal.None;
        }

        int core = NounPhrase.Core(statement, verbAhead: true);
        for (int i = Math.Max(1, core - 1); core > 0 && i < statement.Length; i++)
        {
            if (statement[i].Is(WordClass.ThirdPerson) && !statement[i].Is(WordClass.Preposition) && Lexicon.VerbOf(statement[i].Text) is { } root)
            {
                Say(statement[..i], "does", [new Token(root, WordClass.Verb), .. statement[(i + 1)..]], yes, phrasings);
                return Refusal.None;
            }

            if (i >= core && statement[i].Is(WordClass.Verb))
            {
                Say(statement[..i], "do", statement[i..], yes, phrasings);
                return Refusal.None;
            }
        }

        return Refusal.NotUnderstood;
    }

    private static Token[] Uncommaed(ReadOnlySpan<Token> body)
    {
        var kept = new List<Token>(body.Length);
        for (int i = 0; i < body.Length; i++)
        {
            if (!(body[i].Is(WordClass.Comma) && i + 1 < body.Length && body[i + 1].Text == "or"))
                kept.Add(body[i]);
        }

        return [.. kept];
    }
}
