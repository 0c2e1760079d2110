namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions with a verb for a thing of a named kind: <c>What color shirt does the man wear?</c>, <c>What animal has long ears?</c></summary>
internal static class KindDoesRule
{
    /// <summary>Adds the phrasings of the words after <c>does</c>, <c>has</c> or <c>can</c>.</summary>
    public static Refusal Apply(Kind kind, Token auxiliary, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings)
    {
        string fill = KindAnswer.Fill(kind, answer);
        if (IsSubject(auxiliary, body[0]))
        {
            bool owns = auxiliary.Text is "has" or "have" && !body[0].Is(WordClass.Participle) && body[0].Text != "been";
            phrasings.State(WhatDoesRule.OfSubject(fill, KindAnswer.IsPlural(kind, answer), auxiliary, body, owns));
            return Refusal.None;
        }

        int end = NounPhrase.Subject(body, auxiliary.TakesBaseForm);
        if (end == 0 || end == body.Length)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> predicate = body[end..];
        if (predicate.Length == 1 && kind.Head is "job" or "profession" or "occupation" && predicate[0].Text == "have")
        {
            // What job does he have? [chef]: He is a chef.
            phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text == "do" ? "are" : "is", answer.AsNoun()));
            return Refusal.None;
        }

        if (WhatDoesRule.AsksWhatIsSeen(subject, predicate))
            WhatDoesRule.AddSeen(fill, KindAnswer.IsPlural(kind, answer), predicate, phrasings);
        else
            phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text, Filling.Of(predicate, kind, answer)));
        return Refusal.None;
    }

    /// <summary><c>What animal eats grass?</c> [cow]: <c>A cow eats grass</c>.</summary>
    public static Refusal Verb(Kind kind, ReadOnlySpan<Token> predicate, Answer answer, Phrasings phrasings)
    {
        Token verb = predicate[0];
        string fill = KindAnswer.Fill(kind, answer);
        if (verb.Is(WordClass.ThirdPerson | WordClass.Verb))
            phrasings.State(new Clause(fill, Agreement.Of("does", KindAnswer.IsPlural(kind, answer)), Phrase.Join(Lexicon.VerbOf(verb.Text), Phrase.Of(predicate[1..]))));
        else
            phrasings.Add(fill, Phrase.Of(predicate));
        return Refusal.None;
    }

    /// <summary>Whether the kind is what has or can do something: <c>What animal has ears?</c>, <c>What animals can fly?</c></summary>
    private static bool IsSubject(Token auxiliary, Token next) =>
        auxiliary.IsHave && !next.Is(WordClass.Pronoun)
        || auxiliary.IsModal && next.Is(WordClass.Verb | WordClass.Auxiliary) && !next.Is(WordClass.Noun);
}
