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
        if (answer.IsAdjective || answer.Words[^1].Is(WordClass.Genitive) is false && !answer.Words[^1].Is(WordClass.Noun))
            return Refusal.UnfitAnswer;
        string owner = answer.AsNoun("the");
        string owned = Phrase.Join(answer.Words[^1].Is(WordClass.Genitive) ? "the " + answer.Text.Replace("the ", "", StringComparison.Ordinal) : owner + (answer.IsPlural && owner.EndsWith('s') ? "'" : "'s"), Phrase.Of(rest[..verb]));
        string be = rest[verb].Text;
        ReadOnlySpan<Token> body = rest[(verb + 1)..];
        int subject = body[0].Is(WordClass.Pronoun) ? 1 : body[0].Is(WordClass.Gerund | WordClass.Participle | WordClass.Preposition | WordClass.Adjective) ? 0 : NounPhrase.Subject(body, verbAhead: !rest[verb].IsBe);
        if (subject == 0)
            phrasings.State(new Clause(owned, be, Phrase.Of(body)));
        else if (subject == body.Length)
            phrasings.State(new Clause(Phrase.Of(body), be, owned));
        else
            phrasings.State(new Clause(Phrase.Of(body[..subject]), be, Gap.Fill(body[subject..], owned)));
        return Refusal.None;
    }
}
