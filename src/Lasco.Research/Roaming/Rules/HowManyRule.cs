namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a number of things: <c>How many people are there?</c></summary>
internal static class HowManyRule
{
    /// <summary>Adds the phrasings of the words after <c>how many</c> or <c>how much</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings, bool much = false)
    {
        rest = WithoutOffer(rest);
        int verb = 0;
        while (verb < rest.Length && !rest[verb].IsFinite && !IsMainVerb(rest, verb))
            verb++;
        ReadOnlySpan<Token> things = rest[..verb];
        ReadOnlySpan<Token> tail = rest[verb..];
        if (things.Length == 0)
            return tail.Length > 1 ? Bare(tail, answer, phrasings) : Refusal.NotUnderstood;
        foreach (Token word in tail)
        {
            if (word.Text is "what" or "how" or "why")
                return Refusal.NotUnderstood;
        }

        Count[] counts = much ? Count.OfAmount(answer, things) : Count.Of(answer, things);
        if (counts.Length == 0)
            return Refusal.UnfitAnswer;
        foreach (Count count in counts)
        {
            Refusal refusal = Say(count, tail, phrasings);
            if (refusal != Refusal.None)
                return refusal;
        }

        return Refusal.None;
    }

    /// <summary><c>How many are there?</c></summary>
    private static Refusal Bare(ReadOnlySpan<Token> tail, Answer answer, Phrasings phrasings)
    {
        if (answer.Kind is AnswerKind.Yes or AnswerKind.No)
            return Refusal.UnfitAnswer;
        bool exact = answer.IsNumber(out int number);
        string count = answer.IsNone ? "none" : exact && tail[1].Text != "there" ? Numerals.Word(number) : answer.Text;
        if (!tail[0].IsBe)
            return answer.IsNone || !tail[0].IsFinite ? Refusal.NotUnderstood : AsObject(new Count(count, number != 1), tail[0], tail[1..], phrasings);
        string be = exact && number == 1 ? "is" : "are";
        if (tail.Length == 2 && tail[1].Is(WordClass.Pronoun) && tail[1].Text is not ("there" or "here"))
            phrasings.State(new Clause(tail[1].Text, tail[0].Text, count));
        else if (tail[1].Text == "there")
            phrasings.Add("there", be, count, Phrase.Of(tail[2..]));
        else
            phrasings.State(new Clause(count, be, Phrase.Of(tail[1..])));
        return Refusal.None;
    }

    /// <summary>Adds what the words from the verb on say of the counted things.</summary>
    private static Refusal Say(Count count, ReadOnlySpan<Token> tail, Phrasings phrasings)
    {
        if (tail.Length == 0)
            return There(count, "", phrasings);
        Token verb = tail[0];
        ReadOnlySpan<Token> body = tail[1..];
        if (!verb.IsFinite)
            return Act(count, verb, body, phrasings);
        if (body.Length == 0)
            return Refusal.NotUnderstood;
        if (verb.IsBe)
            return Be(count, verb, body, phrasings);
        if (verb.IsHave && !body[0].Is(WordClass.Pronoun) && body[0].Text != "the")
            return Have(count, body, phrasings);
        if (verb.IsModal && body[0].Is(WordClass.Verb | WordClass.Auxiliary) && !body[0].Is(WordClass.Noun | WordClass.Pronoun))
            return Modal(count, verb, body, phrasings);
        if (body[0].Text != "not")
            return AsObject(count, verb, body, phrasings);
        phrasings.State(new Clause(count.Text, count.Do, Phrase.Of(body)));
        return Refusal.None;
    }

    /// <summary>Adds that there are as many: <c>There are two dogs on the bed</c>, <c>Show two dogs on the bed</c>.</summary>
    private static Refusal There(Count count, string where, Phrasings phrasings)
    {
        if (count.IsPart)
        {
            // How many dogs are on the bed? [all]
            if (where.Length == 0 || !count.IsPlural)
                return Refusal.UnfitAnswer;
            phrasings.State(new Clause(count.Text, count.Are, where));
            return Refusal.None;
        }

        if (count.Denied is { } denied)
        {
            phrasings.Add("there", count.Are, count.Text, where);
            phrasings.Add("there should not be", denied, where);
            return Refusal.None;
        }

        phrasings.Add("there", count.Are, count.Text, where);
        phrasings.Add("there should be", count.Text, where);
        if (!count.IsNone)
            phrasings.Order("show", count.Text, where);
        return Refusal.None;
    }

    /// <summary><c>How many people wear hats?</c></summary>
    private static Refusal Act(Count count, Token verb, ReadOnlySpan<Token> body, Phrasings phrasings)
    {
        if (Lexicon.VerbOf(verb.Text) is not { } root)
            return Refusal.NotUnderstood;
        phrasings.State(new Clause(count.Text, count.Do, Phrase.Join(root, Phrase.Of(body))));
        return Refusal.None;
    }

    /// <summary><c>How many dogs are on the bed?</c>, <c>How many dogs were there?</c></summary>
    private static Refusal Be(Count count, Token be, ReadOnlySpan<Token> body, Phrasings phrasings)
    {
        bool past = be.Text is "was" or "were";
        bool existential = body[0].Text is "there" or "here";
        if (existential && past)
            phrasings.Add("there", count.Were, count.Text, Phrase.Of(body[1..]));
        else if (existential)
            return There(count, Phrase.Of(body[1..]), phrasings);
        else if (!past && body[0].Is(WordClass.Preposition) && (body.Length > 1 || body[0].Text is "outside" or "inside"))
            return There(count, Phrase.Of(body), phrasings);
        else if (!TrySubject(count, be, body, phrasings))
            Predicate(count, past, body, phrasings);
        return Refusal.None;
    }

    /// <summary><c>How many people is the man with?</c>, <c>How many meters is the bridge?</c></summary>
    /// <returns>Whether there is a subject, which the things are not.</returns>
    private static bool TrySubject(Count count, Token be, ReadOnlySpan<Token> body, Phrasings phrasings)
    {
        Token first = body[0];
        if (first.Is(WordClass.Gerund | WordClass.Participle | WordClass.Adjective | WordClass.Adverb) && !first.Is(WordClass.Determiner | WordClass.Pronoun))
            return false;
        int subject = NounPhrase.Subject(body, verbAhead: false);
        bool whole = subject == body.Length && first.Is(WordClass.Pronoun | WordClass.Determiner) && first.Text is not ("all" or "both");
        if (!whole && (subject == 0 || subject == body.Length))
            return false;
        phrasings.State(new Clause(Phrase.Of(body[..subject]), be.Text, whole ? count.Text : Gap.Fill(body[subject..], count.Text)));
        return true;
    }

    /// <summary><c>How many dogs are sleeping?</c>, <c>How many clouds are visible?</c></summary>
    private static void Predicate(Count count, bool past, ReadOnlySpan<Token> body, Phrasings phrasings)
    {
        string be = past ? count.Were : count.Are;
        Token first = body[0];
        if (!past && first.Is(WordClass.Gerund | WordClass.Participle) && !first.Is(WordClass.Adjective) && !count.IsPart)
            phrasings.Add("there", be, count.Text, Phrase.Of(body));
        else if (!count.IsPart && (first.Text is "visible" or "shown" or "present"))
            phrasings.Add("there", be, count.Text, body.Length > 1 || first.Text == "visible" ? Phrase.Of(body) : "");
        phrasings.State(new Clause(count.Text, be, Phrase.Of(body)));
    }

    /// <summary><c>How many dogs have long tails?</c>, <c>How many dogs have been fed?</c></summary>
    private static Refusal Have(Count count, ReadOnlySpan<Token> body, Phrasings phrasings)
    {
        bool perfect = body[0].Is(WordClass.Participle) || body[0].Text == "been";
        phrasings.State(perfect ? new Clause(count.Text, count.Have, Phrase.Of(body)) : new Clause(count.Text, count.Do, "have " + Phrase.Of(body)));
        return Refusal.None;
    }

    /// <summary><c>How many people can sit here?</c>, <c>How many people can be seen?</c></summary>
    private static Refusal Modal(Count count, Token modal, ReadOnlySpan<Token> body, Phrasings phrasings)
    {
        if (body[0].Text == "be" && Phrase.TextAt(body, 1) == "seen")
            There(count, Phrase.Of(body[2..]), phrasings);
        phrasings.State(new Clause(count.Text, modal.Text, Phrase.Of(body)));
        return Refusal.None;
    }

    /// <summary><c>How many hands does the clock have?</c>, <c>How many dogs do you see?</c></summary>
    private static Refusal AsObject(Count count, Token auxiliary, ReadOnlySpan<Token> body, Phrasings phrasings)
    {
        int subject = NounPhrase.Subject(body, auxiliary.TakesBaseForm);
        if (subject == 0 || subject == body.Length)
            return Refusal.NotUnderstood;
        if (body[0].Text is "you" or "we" or "I" && body[1].Text is "see" or "spot" or "count" or "notice")
            return There(count, Phrase.Of(body[2..]), phrasings);
        string who = Phrase.Of(body[..subject]);
        if (count.Denied is { } denied && auxiliary.TakesBaseForm)
            phrasings.Deny(new Clause(who, auxiliary.Text, Gap.Fill(body[subject..], denied)));
        else
            phrasings.State(new Clause(who, auxiliary.Text, Gap.Fill(body[subject..], count.Text)));
        return Refusal.None;
    }

    /// <summary>The words without the numbers that they offer: <c>how many cats are there, 1 or 2</c>; and without <c>if any</c>.</summary>
    private static ReadOnlySpan<Token> WithoutOffer(ReadOnlySpan<Token> rest)
    {
        int end = rest.Length;
        while (end > 0 && (rest[end - 1].Is(WordClass.Number | WordClass.Comma) || rest[end - 1].Text is "or" or "any" or "if"))
            end--;
        return end > 0 && end < rest.Length && rest[end].Is(WordClass.Comma) ? rest[..end] : rest;
    }

    /// <summary>Whether the things end before a word, since it is their verb: <c>wear</c> in <c>how many people wear hats</c>.</summary>
    private static bool IsMainVerb(ReadOnlySpan<Token> rest, int i)
    {
        if (i == 0 || !rest[i].Is(WordClass.Verb) || rest[i].Is(WordClass.Preposition | WordClass.Adjective))
            return false;
        bool behindPlural = rest[i - 1].Is(WordClass.Plural);
        return rest[i].Is(WordClass.Noun)
            ? behindPlural && Phrase.IsAt(rest, i + 1, WordClass.Determiner | WordClass.Preposition | WordClass.Adjective)
            : behindPlural || i > 1;
    }
}
