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
        int end = NounPhrase.Subject(body, rest[0].TakesBaseForm);
        if (end == 0 || end == body.Length && rest[0].TakesBaseForm)
            return Refusal.NotUnderstood;
        if (Time(answer) is not { } time)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(Phrase.Of(body[..end]), rest[0].Text, Phrase.Join(Phrase.Of(body[end..]), time)));
        return Refusal.None;
    }

    /// <summary>The answer as a time: <c>at night</c>, <c>in 2008</c>, <c>on Monday</c>; null where it is none.</summary>
    private static string? Time(Answer answer)
    {
        Token first = answer.Words[0];
        string text = answer.Text;
        if (first.Text is "when" or "while" && answer.Words.Length > 2)
            return text;
        if (first.Is(WordClass.Preposition | WordClass.Adverb))
            return Answer.Located(answer.Words);
        return text switch
        {
            "night" or "nighttime" or "noon" or "midnight" or "dusk" or "dawn" or "sunset" or "sunrise" or "lunch" or "dinner" or "breakfast" or "christmas" or "Christmas" => "at " + text,
            "morning" or "afternoon" or "evening" or "daytime" or "past" or "future" => "in the " + text,
            "winter" or "summer" or "spring" or "fall" or "autumn" => "in " + text,
            "day" => "during the day",
            "yesterday" or "recently" or "soon" or "later" or "tomorrow" => text,
            _ => Date(answer, first, text),
        };
    }

    /// <summary>A year, a month, a day or an hour.</summary>
    private static string? Date(Answer answer, Token first, string text)
    {
        if (IsHour(answer))
            return "at " + text;
        if (IsYear(text))
            return "in " + text;
        if (!first.Is(WordClass.Proper))
            return null;
        bool day = first.Text.EndsWith("day", StringComparison.Ordinal) || answer.Words.Length > 1 && answer.Words[1].Is(WordClass.Number) && !IsYear(answer.Words[1].Text);
        return (day ? "on " : "in ") + text;
    }

    /// <summary><c>3:00</c>, <c>3 pm</c>, <c>5 o'clock</c></summary>
    private static bool IsHour(Answer answer)
    {
        string text = answer.Words[^1].Text;
        return answer.Words[0].Is(WordClass.Number)
            && (answer.Words[0].Text.Contains(':', StringComparison.Ordinal) || text.EndsWith("am", StringComparison.Ordinal) || text.EndsWith("pm", StringComparison.Ordinal) || text == "o'clock");
    }

    private static bool IsYear(string text) => text.Length == 4 && Numerals.TryParse(text, out int year) && year is >= 1000 and < 2100;
}
