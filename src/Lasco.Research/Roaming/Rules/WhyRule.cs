namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a reason.</summary>
internal static class WhyRule
{
    /// <summary>Adds the phrasings of the words after <c>why</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2 || !rest[0].IsFinite)
            return Refusal.NotUnderstood;
        bool negated = rest[1].Text == "not";
        ReadOnlySpan<Token> body = negated ? rest[2..] : rest[1..];
        string auxiliary = rest[0].Text;
        bool verbAhead = auxiliary is "do" or "does" or "did" || rest[0].IsModal;
        if (auxiliary is "do" && body[0].Text is "you" or "we")
            return Refusal.NotUnderstood;
        bool there = body[0].Text == "there";
        int end = there ? 1 : NounPhrase.Subject(body, verbAhead);
        if (end == body.Length && end > 1 && !verbAhead && body.Length > 2)
            end--;
        if (end == 0 || end >= body.Length)
            return Refusal.NotUnderstood;
        string? reason = Reason(answer);
        if (reason is null)
            return Refusal.UnfitAnswer;
        ReadOnlySpan<Token> predicate = body[end..];
        if (predicate[0].Text == "not")
        {
            negated = true;
            predicate = predicate[1..];
        }

        var clause = new Clause(Phrase.Of(body[..end]), auxiliary, Phrase.Join(Phrase.Of(predicate), reason));
        if (negated)
        {
            phrasings.Add(clause.Denied);
            phrasings.Add(clause.Wanted(negated: true));
        }
        else
        {
            phrasings.State(clause);
        }

        return Refusal.None;
    }

    private static string? Reason(Answer answer)
    {
        ReadOnlySpan<Token> words = answer.Words;
        string text = answer.Text;
        Token first = words[0];
        if (answer.Kind == AnswerKind.Nothing)
            return null;
        if (text is "sunny" or "cold" or "hot" or "raining" or "rainy" or "windy" or "snowing" or "warm" or "cloudy" or "dark" or "bright" or "wet" or "late" or "night")
            return "because it is " + text;
        if (first.Text is "because" or "to" or "for" or "so" or "due" or "since" or "in" or "from" or "by")
            return first.Text is "because" && words.Length == 1 ? null : text;
        if (words.Length > 1 && (words[1].IsFinite && first.Is(WordClass.Pronoun | WordClass.Noun) || words.Length > 2 && words[2].IsFinite && first.Is(WordClass.Determiner | WordClass.Adjective)))
            return "because " + text;
        if (first.Is(WordClass.Pronoun) && words.Length > 1 && words[1].Is(WordClass.ThirdPerson | WordClass.Verb | WordClass.Past))
            return "because " + text;
        if (answer.IsAdjective && !first.Is(WordClass.Gerund))
            return text == "fun" ? "for fun" : null;
        if (first.Is(WordClass.Gerund) && !first.Is(WordClass.Noun))
            return "because of " + text;
        if (first.Is(WordClass.Verb) && (!first.Is(WordClass.Noun) || words.Length > 1 && words[1].Is(WordClass.Determiner | WordClass.Noun | WordClass.Pronoun)))
            return words.Length == 1 ? "to " + text : "to " + first.Text + " " + Answer.Articled(words[1..], "the");
        if (text is "safety" or "protection" or "fun" or "decoration" or "exercise" or "transportation" or "warmth" or "balance" or "fashion" or "comfort" or "privacy" or "work" or "shade" or "food" or "security" or "competition" or "parade" or "wedding" or "breakfast" or "lunch" or "dinner" or "identification" or "support" or "style" or "photo" or "picture" or "advertising" or "display" or "storage" or "visibility" or "sale" or "celebration" or "entertainment" or "health")
            return "for " + answer.AsNoun();
        if (first.Is(WordClass.Noun | WordClass.Determiner | WordClass.Adjective) && words[^1].Is(WordClass.Noun))
            return "because of " + (words.Length == 1 && text is "sun" or "rain" or "wind" or "snow" or "weather" or "cold" or "heat" or "light" or "game" or "storm" or "water" ? "the " + text : answer.AsNoun());
        return null;
    }
}
