namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions with another auxiliary than to be for a thing or a person: <c>What does the man hold?</c>, <c>Who can fly?</c></summary>
internal static class WhatDoesRule
{
    /// <summary>Adds the phrasings of the words after <c>what does</c>, <c>what has</c> or <c>what can</c>.</summary>
    public static Refusal Apply(Token auxiliary, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings, bool person)
    {
        string noun = WhatRule.AsNoun(answer, person);
        bool acts = BeginsVerbGroup(auxiliary, body[0]) || auxiliary.IsModal && body[0].Is(WordClass.Verb) && (body.Length == 1 || person && body[1].Is(WordClass.Determiner | WordClass.Preposition));
        bool owns = !acts && auxiliary.Text is "has" or "have" && IsOwned(body);
        if (acts && Phrase.TextAt(body, 0) == "happen" && Phrase.TextAt(body, 1) == "if" && ClauseAnswer.Is(answer.Words))
        {
            // What would happen if the man fell? [he would get wet]: If the man fell, he would get wet.
            phrasings.Add(Phrase.Of(body[1..]) + ",", answer.Text);
            return Refusal.None;
        }

        if (acts && (answer.IsAdjective || IsNoThing(answer) || body[0].Text == "happen" && answer.Words[0].Is(WordClass.Verb)))
            return Refusal.UnfitAnswer;
        if (acts || owns)
        {
            phrasings.State(OfSubject(noun, answer.IsPlural, auxiliary, body, owns));
            return Refusal.None;
        }

        int end = NounPhrase.Subject(body, auxiliary.TakesBaseForm);
        if (end == 0 || end == body.Length)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> predicate = body[end..];
        if (predicate[0].Text is "think" or "believe" && subject[0].Text is "you" or "we")
            return Thought(predicate[1..], answer, phrasings, person);
        if (predicate.Length == 2 && predicate[0].Text == "tell" && predicate[1].Is(WordClass.Pronoun))
        {
            // What does the sign tell you? [stop]: The sign tells you to stop.
            if (!answer.Words[0].Is(WordClass.Verb))
                return Refusal.UnfitAnswer;
            phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text, Phrase.Join(Phrase.Of(predicate), "to", answer.Text)));
            return Refusal.None;
        }

        if (AsksWhatIsSeen(subject, predicate))
        {
            AddSeen(noun, answer.IsPlural, predicate, phrasings);
            return Refusal.None;
        }

        if (predicate.Length > 1 && predicate[0].Text == "call" && predicate[1].BeginsNoun)
        {
            // What do you call this animal? [zebra]: You call this animal a zebra.
            phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text, Phrase.Join(Phrase.Of(predicate), noun)));
            return Refusal.None;
        }

        if (auxiliary.IsHave && auxiliary.Text != "had" && predicate[0].Text == "got")
        {
            // What has the man got on his feet? [skis]: The man has skis on his feet.
            phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text == "has" ? "does" : "do", Phrase.Join("have", noun, Phrase.Of(predicate[1..]))));
            return Refusal.None;
        }

        if ((Looks(predicate, answer) ?? Filling.Of(predicate, answer, noun)) is not { } filled)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text, filled));
        return Refusal.None;
    }

    /// <summary><c>What do you think he is doing?</c> as <c>What is he doing?</c></summary>
    private static Refusal Thought(ReadOnlySpan<Token> clause, Answer answer, Phrasings phrasings, bool person)
    {
        int verb = 0;
        while (verb < clause.Length && !clause[verb].IsFinite)
            verb++;
        return verb == clause.Length ? Refusal.NotUnderstood : WhatRule.Apply([clause[verb], .. clause[..verb], .. clause[(verb + 1)..]], answer, phrasings, person);
    }

    /// <summary>What the answer has, does or can do: <c>A giraffe has a long neck</c>, <c>A ball has been thrown</c>.</summary>
    public static Clause OfSubject(string noun, bool plural, Token auxiliary, ReadOnlySpan<Token> body, bool owns) => owns
        ? new Clause(noun, Agreement.Of("does", plural), Phrase.Join("have", Phrase.Of(body)))
        : new Clause(noun, Agreement.Of(auxiliary.Text, plural), Phrase.Of(body));

    /// <summary>Whether the question is for what there is to see: <c>What do you see on the table?</c></summary>
    public static bool AsksWhatIsSeen(ReadOnlySpan<Token> subject, ReadOnlySpan<Token> predicate) =>
        subject.Length == 1 && subject[0].Text is "you" or "we" or "I" && predicate[0].Text is "see" or "spot" && predicate.Length != 2;

    /// <summary>Adds what there is to see: <c>There is a lamp on the table</c>, <c>You can see a lamp on the table</c>.</summary>
    public static void AddSeen(string noun, bool plural, ReadOnlySpan<Token> predicate, Phrasings phrasings)
    {
        string where = Phrase.Of(predicate[1..]);
        phrasings.Add("there", Agreement.Of("is", plural), noun, where);
        phrasings.Add("you can see", noun, where);
    }

    /// <summary>Whether the verb goes on behind the auxiliary, so that the question word is its subject: <c>has been thrown</c>, <c>can fly</c>.</summary>
    private static bool BeginsVerbGroup(Token auxiliary, Token next) =>
        (auxiliary.IsHave || auxiliary.IsModal) && next.Is(WordClass.Auxiliary | WordClass.Participle)
        || auxiliary.IsModal && next.Is(WordClass.Verb) && !next.Is(WordClass.Noun);

    /// <summary>Whether the answer is what is done rather than what does it: <c>get hurt</c>, <c>he would fall</c>.</summary>
    private static bool IsNoThing(Answer answer) =>
        ClauseAnswer.Is(answer.Words)
        || answer.Words[0].Is(WordClass.Verb | WordClass.ThirdPerson | WordClass.Past) && !answer.Words[0].Is(WordClass.Noun | WordClass.Adjective | WordClass.Preposition | WordClass.Determiner);

    /// <summary>Whether <c>has</c> is followed by what one has, and not by a subject and its participle: <c>What has the man thrown?</c></summary>
    private static bool IsOwned(ReadOnlySpan<Token> body)
    {
        if (!body[0].Is(WordClass.Determiner | WordClass.Adjective | WordClass.Noun | WordClass.Number))
            return false;
        foreach (Token word in body)
        {
            if (word.Text is "been" or "got" || word.Is(WordClass.Participle) && !word.Is(WordClass.Adjective | WordClass.Noun))
                return false;
        }

        return true;
    }

    /// <summary><c>What does the sky look like?</c> [cloudy]: <c>The sky looks cloudy</c>.</summary>
    private static string? Looks(ReadOnlySpan<Token> predicate, Answer answer) =>
        predicate.Length == 2 && predicate[1].Text == "like" && answer.IsAdjective ? Phrase.Join(predicate[0].Text, answer.Text) : null;
}
