namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for an owner: <c>Whose shoes are these?</c></summary>
internal static class WhoseRule
{
    /// <summary>Adds the phrasings of the words after <c>whose</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        int verb = 0;
        while (verb < rest.Length && !rest[verb].IsFinite)
            verb++;
        if (verb == 0 || verb >= rest.Length - 1 || answer.Kind is AnswerKind.Nothing)
            return Refusal.NotUnderstood;
        if (answer.IsAdjective || !answer.Words[^1].Is(WordClass.Genitive | WordClass.Noun))
            return Refusal.UnfitAnswer;
        string owned = Phrase.Join(Owner(answer), Phrase.Of(rest[..verb]));
        Token auxiliary = rest[verb];
        ReadOnlySpan<Token> body = rest[(verb + 1)..];
        int subject = Subject(auxiliary, body);
        if (subject == 0)
            phrasings.State(new Clause(owned, auxiliary.Text, Phrase.Of(body)));
        else if (subject == body.Length)
            phrasings.State(new Clause(Phrase.Of(body), auxiliary.Text, owned));
        else
            phrasings.State(new Clause(Phrase.Of(body[..subject]), auxiliary.Text, Gap.Fill(body[subject..], owned)));
        return Refusal.None;
    }

    /// <summary>The answer in the genitive: <c>the man's</c>, <c>the boys'</c>.</summary>
    public static string Owner(Answer answer)
    {
        if (answer.Words[^1].Is(WordClass.Genitive))
            return "the " + answer.Text.Replace("the ", "", StringComparison.Ordinal);
        string owner = answer.AsNoun("the");
        bool many = answer.IsPlural || answer.Words[^1].Is(WordClass.Proper);
        return owner + (many && owner.EndsWith('s') ? "'" : "'s");
    }

    /// <summary>The number of words of the subject: 0 where what is owned is the subject, as in <c>Whose shoes are on the floor?</c></summary>
    private static int Subject(Token auxiliary, ReadOnlySpan<Token> body)
    {
        if (body[0].Is(WordClass.Pronoun))
            return 1;
        bool predicate = body[0].Is(WordClass.Gerund | WordClass.Participle | WordClass.Preposition | WordClass.Adjective);
        return predicate ? 0 : NounPhrase.Subject(body, verbAhead: !auxiliary.IsBe);
    }
}
