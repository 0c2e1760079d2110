namespace Lasco.Research.Roaming.Rules;

/// <summary>Answers to how old, tall, far or often.</summary>
internal static class Measure
{
    /// <summary>What an answer says of a measure; null where it says nothing of it.</summary>
    /// <param name="measure">The measure, such as <c>old</c> or <c>far</c>.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="owner">Whose measure it is, as <c>his</c>; empty where nothing stands for it.</param>
    public static string? Of(string measure, Answer answer, string owner = "")
    {
        ReadOnlySpan<Token> words = answer.Words;
        string text = answer.Text;
        if (WordSets.Degrees.Contains(text))
            return Phrase.Join(text == "very much" ? "very" : text, measure);
        if (words[0].Text == "not" && Phrase.IsAt(words, 1, WordClass.Gerund))
            return null;
        if (measure == "much" && text is "lot" or "lots")
            return "a lot";
        if (measure == "long" && text == "long time")
            return "a long time";
        if (measure is "cold" or "hot" && words.Length == 1 && words[0].Is(WordClass.Gerund) || measure == "often" && words[0].Text is "once" or "twice")
            return text;
        if (measure == "old" && IsDecade(words[^1].Text))
            return owner.Length == 0 ? null : words[0].Text == "in" ? text : Phrase.Join("in", words[0].Is(WordClass.Determiner) ? "" : owner, text);
        if (IsQuantity(words))
            return Quantity(measure, answer);
        if (answer.IsAdjective || words[0].Is(WordClass.Adverb))
            return text;
        if (measure is "much" or "often" or "far" or "old")
        {
            bool stands = text is "half" or "lot" or "lots" or "all" || words[0].Is(WordClass.Adjective | WordClass.Determiner);
            return stands ? text : measure == "old" ? answer.AsNoun() : null;
        }

        if (words.Length == 2 && words[1].Text == measure && words[0].Is(WordClass.Noun) || words[^1].Text == "length" && measure == "long")
            return text; // knee deep, shoulder length
        if (words[^1].Text is "feet" or "inches" or "miles" or "stories")
            return Phrase.Join(text, measure);
        return words[0].Is(WordClass.Preposition) ? Answer.Located(words) : null;
    }

    /// <summary>Whether a word is a decade of a life: <c>20s</c>.</summary>
    private static bool IsDecade(string word) => word.Length == 3 && char.IsAsciiDigit(word[0]) && word[1] == '0' && word[2] == 's';

    /// <summary>Whether a quantity is a time: <c>2 hours</c>.</summary>
    public static bool IsTime(ReadOnlySpan<Token> words) =>
        words.Length > 1 && words[^1].Text is "second" or "seconds" or "minute" or "minutes" or "hour" or "hours" or "day" or "days" or "week" or "weeks" or "month" or "months" or "year" or "years" or "while" or "time";

    private static bool IsQuantity(ReadOnlySpan<Token> words) =>
        words[0].Is(WordClass.Number) || words[0].Text == "a" && words.Length > 1
        || words[0].Text is "over" or "about" or "around" or "under" or "less" or "more" or "at" or "approximately" or "several" or "many" or "few";

    /// <summary>A quantity of the measure: <c>5 feet tall</c>, <c>2 miles away</c>, <c>60 mph</c>.</summary>
    private static string? Quantity(string measure, Answer answer)
    {
        ReadOnlySpan<Token> words = answer.Words;
        string text = answer.Text;
        if (measure == "old")
            return Age(answer);
        if (measure == "far")
            return words[^1].Is(WordClass.Plural) || words[^1].Text is "ft" or "foot" or "mile" or "meter" or "yard" or "block" or "inch" ? text + " away" : text;
        if (answer.Words.Length == 2 && answer.Words[1].Text == "inch" && words[0].Text is not ("1" or "one" or "a"))
            text += "es";
        bool impliesMeasure = measure is "much" or "often" or "fast" or "late" or "hot" or "cold" or "soon" or "heavy" or "early" || measure is "big" or "large" or "small" && words.Length > 1;
        bool saysMeasure = words[^1].Text == measure || words[^1].Is(WordClass.Adjective);
        if (impliesMeasure || saysMeasure || text[^1] == '\'')
            return text;
        bool hasNoUnit = words.Length == 1 && (!char.IsLetter(text[^1]) || answer.IsNumber(out _));
        return hasNoUnit ? null : Phrase.Join(text, measure);
    }

    /// <summary><c>5 years old</c>.</summary>
    private static string Age(Answer answer)
    {
        string text = answer.Text;
        if (answer.IsNumber(out int years))
            return $"{text} {(years == 1 ? "year" : "years")} old";
        Token last = answer.Words[^1];
        if (last.Text is "years" or "year" or "months" or "month" or "weeks" or "days")
            return text + " old";
        return last.Is(WordClass.Number) ? text + " years old" : text;
    }
}
