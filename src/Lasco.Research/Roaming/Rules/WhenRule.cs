namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a time.</summary>
internal static class WhenRule
{
    /// <summary>Adds the phrasings of the words after <c>when</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2 || !rest[0].IsFinite || answer.Kind == AnswerKind.Nothing)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> body = rest[1..];
        bool verbAhead = !rest[0].IsBe && rest[0].Text is not ("has" or "have" or "had");
        int end = NounPhrase.Subject(body, verbAhead);
        if (end == 0 || verbAhead && end == body.Length)
            return Refusal.NotUnderstood;
        if (Time(answer) is not { } time)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(Phrase.Of(body[..end]), rest[0].Text, Phrase.Join(Phrase.Of(body[end..]), time)));
        return Refusal.None;
    }

    private static string? Time(Answer answer)
    {
        string text = answer.Text;
        Token first = answer.Words[0];
        if (first.Is(WordClass.Preposition | WordClass.Adverb))
            return Answer.Located(answer.Words);
        if (text is "night" or "noon" or "midnight" or "dusk" or "dawn" or "sunset" or "sunrise" or "lunch" or "dinner" or "breakfast" or "christmas" or "Christmas" or "nighttime")
            return "at " + text;
        if (text is "morning" or "afternoon" or "evening" or "daytime" or "past" or "future")
            return "in the " + text;
        if (text is "day")
            return "during the day";
        if (text is "winter" or "summer" or "spring" or "fall" or "autumn" || first.Is(WordClass.Number) && text.Length == 4 || first.Is(WordClass.Proper) && !text.EndsWith("day", StringComparison.Ordinal))
            return "in " + text;
        if (first.Is(WordClass.Proper))
            return "on " + text;
        return text is "now" or "today" or "yesterday" or "recently" ? text : text.Contains(':', StringComparison.Ordinal) ? "at " + text : null;
    }
}
