namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a thing of a named kind: <c>What color is the car?</c>, <c>What kind of dog is this?</c></summary>
internal static class KindRule
{
    /// <summary>Adds the phrasings of the words after <c>what</c> or <c>which</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings, bool which)
    {
        if (!rest[0].BeginsNoun && !rest[0].Is(WordClass.Gerund | WordClass.Participle | WordClass.Verb))
            return Refusal.NotUnderstood;
        int end = Length(rest);
        if (end == 1 && rest[0].Is(WordClass.Preposition))
            return Refusal.NotUnderstood;
        if (end == rest.Length && end > 1 && rest[0].Text is "color" or "colour")
            return ColorRule.Apply([new Token("the", WordClass.Determiner), .. rest[1..]], "is", answer, phrasings);
        if (end == rest.Length)
        {
            phrasings.Add("the", Phrase.Of(rest), "is", answer.AsNoun());
            return Refusal.None;
        }

        var kind = new Kind(rest[end - 1].Is(WordClass.Preposition) ? rest[..(end - 1)] : rest[..end], which);
        if (answer.Kind == AnswerKind.Nothing && kind.Head is "direction" or "way")
            return Refusal.UnfitAnswer;
        if (AsksHowMany(kind, answer))
            return HowRule.Apply([new Token("many", WordClass.Determiner), .. rest[2..]], answer, phrasings);
        Token auxiliary = rest[end];
        ReadOnlySpan<Token> body = rest[(end + 1)..];
        if (!auxiliary.IsFinite)
            return KindDoesRule.Verb(kind, rest[end..], answer, phrasings);
        if (body.Length == 0)
            return Refusal.NotUnderstood;
        if (!auxiliary.IsBe)
            return KindDoesRule.Apply(kind, auxiliary, body, answer, phrasings);
        if (kind.IsColor && !body[0].Is(WordClass.Preposition) && body[0].Text != "not" && !KindIsRule.IsCompared(body) && !HasActor(body))
            return ColorRule.Apply(body, auxiliary.Text, answer, phrasings);
        return KindIsRule.Apply(kind, auxiliary.Text, body, answer, phrasings);
    }

    /// <summary>The number of words before the auxiliary or the verb.</summary>
    private static int Length(ReadOnlySpan<Token> rest)
    {
        int end = 1;
        while (end < rest.Length && !rest[end].IsFinite && !IsVerb(rest, end))
            end++;
        return end;
    }

    /// <summary>Whether a word after the first is the verb of which the kind is the subject: <c>What animal has long ears?</c></summary>
    private static bool IsVerb(ReadOnlySpan<Token> rest, int i)
    {
        Token word = rest[i];
        if (word.Is(WordClass.ThirdPerson) && (!word.Is(WordClass.Plural) || i + 1 < rest.Length && (rest[i + 1].Is(WordClass.Determiner) || i + 2 == rest.Length && rest[i + 1].Text == "out")))
            return true;
        if (word.Text == "made" && i + 1 < rest.Length && rest[i + 1].Is(WordClass.Determiner | WordClass.Pronoun))
            return true;
        if (word.Is(WordClass.Past) && !word.Is(WordClass.Noun | WordClass.Adjective | WordClass.Participle))
            return true;
        return word.Is(WordClass.Verb) && !word.Is(WordClass.Noun | WordClass.Preposition | WordClass.Adjective) && rest[i - 1].Is(WordClass.Plural);
    }

    /// <summary>Whether a count is asked for: <c>What number of people are sitting?</c></summary>
    private static bool AsksHowMany(Kind kind, Answer answer) =>
        kind.HasOf && kind.Words[0].Text == "number" && kind.Words[2].Is(WordClass.Plural) && answer.IsNumber(out _);

    /// <summary>Whether the subject does something with the colour: <c>What color is the man wearing?</c></summary>
    private static bool HasActor(ReadOnlySpan<Token> body)
    {
        int subject = NounPhrase.Subject(body, verbAhead: false);
        return subject > 0 && subject < body.Length && body[subject].Is(WordClass.Gerund);
    }
}
