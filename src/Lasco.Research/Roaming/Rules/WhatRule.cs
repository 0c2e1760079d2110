namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a thing or a person: what stands behind <c>what</c>, <c>which</c> and <c>who</c>.</summary>
internal static class WhatRule
{
    /// <summary>Adds the phrasings of a question's words after its question word, and its answer.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings, bool person, bool which = false)
    {
        if (which && answer.Text is "same" or "equal" or "even")
            return Refusal.UnfitAnswer;
        if (which || person)
            rest = WithoutAlternatives(rest);
        if (!rest[0].IsFinite)
        {
            if (BeginsWithVerb(rest, person))
                return SubjectVerb(rest, answer, phrasings, person);
            if (which && rest[0].Text == "of")
                return OneOf(rest, answer, phrasings);
            return person ? Refusal.NotUnderstood : KindRule.Apply(rest, answer, phrasings, which);
        }

        Token auxiliary = rest[0];
        ReadOnlySpan<Token> body = rest[1..];
        if (body.Length == 0 || body[0].Text == "not")
            return Refusal.NotUnderstood;
        if (!auxiliary.IsBe)
            return WhatDoesRule.Apply(auxiliary, body, answer, phrasings, person);
        if (AsksForColor(body))
            return ColorRule.Apply(body[3..], NounPhrase.IsPlural(body[3..]) ? "are" : "is", answer, phrasings);
        return WhatIsRule.Apply(auxiliary.Text, body, answer, phrasings, person, which);
    }

    /// <summary>The answer as the thing or person that was asked for.</summary>
    public static string AsNoun(Answer answer, bool person)
    {
        if (answer.Kind == AnswerKind.Nothing)
            return person ? "no one" : answer.AsNoun();
        return person && Modifier(answer.Words) is > 0 and var modifier ? Modified(answer.Words, modifier) : answer.AsNoun();
    }

    /// <summary>The number of words before what modifies the answer from behind: 1 of <c>girl on left</c>; 0 where nothing does.</summary>
    private static int Modifier(ReadOnlySpan<Token> words)
    {
        int preposition = 1;
        while (preposition < words.Length && !words[preposition].Is(WordClass.Preposition))
            preposition++;
        bool modifies = preposition < words.Length - 1 && words[preposition].Text is "on" or "in" or "with" && words[preposition - 1].Is(WordClass.Noun);
        return modifies && Phrase.IndexOf(words, "and") < 0 && Phrase.IndexOf(words, ",") < 0 ? preposition : 0;
    }

    /// <summary><c>a girl on the left</c>, <c>a man in a hat</c></summary>
    private static string Modified(ReadOnlySpan<Token> words, int modifier)
    {
        ReadOnlySpan<Token> rest = words[modifier..];
        string place = rest.Length == 2 && Nouns.Locations.Contains(rest[1].Text) ? Phrase.Join(rest[0].Text, "the", rest[1].Text)
            : rest[0].Text == "on" ? Answer.Located(rest)
            : Phrase.Join(rest[0].Text, Answer.Articled(rest[1..]));
        return Phrase.Join(Answer.Articled(words[..modifier]), place);
    }

    /// <summary>Drops what <c>which</c> and <c>who</c> offer: <c>Which is taller, the man or the woman?</c></summary>
    private static ReadOnlySpan<Token> WithoutAlternatives(ReadOnlySpan<Token> rest)
    {
        int comma = Phrase.IndexOf(rest, ",");
        return comma > 1 && Phrase.IndexOf(rest[comma..], "or") > 0 ? rest[..comma] : rest;
    }

    /// <summary><c>Which of these is a fruit?</c> [apple]: <c>The apple is a fruit</c>.</summary>
    private static Refusal OneOf(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        int things = NounPhrase.Core(rest[1..]);
        ReadOnlySpan<Token> said = rest[(1 + things)..];
        if (things == 0 || said.Length < 2 || !said[0].IsBe)
            return Refusal.NotUnderstood;
        int subject = said[1].Is(WordClass.Gerund | WordClass.Participle | WordClass.Preposition) ? 0 : NounPhrase.Subject(said[1..], verbAhead: false);
        if (subject > 0 && subject < said.Length - 1)
            return Refusal.NotUnderstood;
        var one = new Kind([new Token("one", WordClass.Noun)], isChoice: true);
        string fill = answer.IsNone ? Phrase.Join("none", Phrase.Of(rest[..(1 + things)])) : KindAnswer.Fill(one, answer);
        phrasings.State(new Clause(fill, Agreement.Of(said[0].Text, !answer.IsNone && answer.IsPlural), Phrase.Of(said[1..])));
        return Refusal.None;
    }

    /// <summary>Whether the question word is the subject of a verb: <c>Who wears a hat?</c>, and not <c>What watches are these?</c></summary>
    private static bool BeginsWithVerb(ReadOnlySpan<Token> rest, bool person)
    {
        Token first = rest[0];
        if (first.Text is "happened" or "caused" or "made" || person && first.Is(WordClass.Past))
            return true;
        if (!first.Is(WordClass.ThirdPerson) || rest.Length == 1)
            return false;
        return rest[1].Is(WordClass.Determiner) || person && rest[1].Is(WordClass.Adverb | WordClass.Preposition) && !first.Is(WordClass.Preposition) || !first.Is(WordClass.Plural) && (person || !rest[1].IsFinite || first.Text == "makes");
    }

    /// <summary><c>Who wears a hat?</c> [man]: <c>A man wears a hat</c>.</summary>
    private static Refusal SubjectVerb(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings, bool person)
    {
        if (answer.IsAdjective || rest.Length < 2 || rest[0].Text == "happened")
            return Refusal.UnfitAnswer;
        if (ClauseAnswer.Is(answer.Words))
            return Refusal.UnfitAnswer;
        string noun = IsMaker(rest[0], answer) ? ProperName.Of(answer) : AsNoun(answer, person);
        if (rest[0].Is(WordClass.ThirdPerson))
            phrasings.State(new Clause(noun, Agreement.Of("does", answer.IsPlural), Phrase.Join(Lexicon.VerbOf(rest[0].Text), Phrase.Of(rest[1..]))));
        else
            phrasings.Add(noun, Phrase.Of(rest));
        return Refusal.None;
    }

    /// <summary>Whether the answer is the name of a firm that is a common word as well: <c>Who made the laptop?</c> [apple].</summary>
    private static bool IsMaker(Token verb, Answer answer) =>
        Lexicon.VerbOf(verb.Text) is "make" or "own" && answer.Words.Length == 1 && Lexicon.IsCommonName(answer.Text);

    /// <summary><c>What is the color of the car?</c></summary>
    private static bool AsksForColor(ReadOnlySpan<Token> body) =>
        body.Length > 3 && body[0].Text == "the" && body[1].Text is "color" or "colors" or "colour" && body[2].Text is "of" or "on";
}
