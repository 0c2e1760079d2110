namespace Lasco.Research.Roaming.Rules;

/// <summary>Things with their number: <c>three dogs</c>, <c>no dogs</c>, <c>a lot of dogs</c>.</summary>
/// <param name="Text">The number and the things.</param>
/// <param name="IsPlural">Whether they are more than one.</param>
internal readonly record struct Count(string Text, bool IsPlural)
{
    /// <summary>Whether there are no such things.</summary>
    public bool IsNone => Text.StartsWith("no ", StringComparison.Ordinal) || Text.StartsWith("none ", StringComparison.Ordinal);

    /// <summary>The present of to be that agrees.</summary>
    public string Are => IsPlural ? "are" : "is";

    /// <summary>The past of to be that agrees.</summary>
    public string Were => IsPlural ? "were" : "was";

    /// <summary>The auxiliary that agrees.</summary>
    public string Do => IsPlural ? "do" : "does";

    /// <summary>The auxiliary of the perfect that agrees.</summary>
    public string Have => IsPlural ? "have" : "has";

    /// <summary>Counts the things that a question asked for; a number from eleven on in words and in digits.</summary>
    /// <param name="answer">How many they are.</param>
    /// <param name="things">The things; they begin with <c>of</c> where a part of some is asked for.</param>
    /// <returns>The things with their number in each of its spellings; none where the answer is no number.</returns>
    public static Count[] Of(Answer answer, ReadOnlySpan<Token> things)
    {
        string noun = Phrase.Of(things);
        bool ofSome = things[0].Text == "of";
        if (answer.IsNone)
            return [new Count($"{(ofSome ? "none" : "no")} {noun}", AreMany(things))];
        if (answer.IsNumber(out int number))
            return Numbered(number, number == 1 && !ofSome ? One(things) : noun);
        if (Repeated(answer, things) is { } repeated)
            return [repeated];
        bool ofOne = Numerals.TryParse(answer.Words[^1].Text, out int last) && last == 1;
        return !ofOne && (Amount(answer.Text, ofSome) ?? Range(answer)) is { } amount ? [new Count($"{amount} {noun}", AreMany(things))] : [];
    }

    private static Count[] Numbered(int number, string noun)
    {
        var word = new Count($"{Numerals.Word(number)} {noun}", number != 1);
        var digits = new Count($"{Numerals.Digits(number)} {noun}", number != 1);
        return number <= 10 || word == digits ? [word] : [word, digits];
    }

    /// <summary>An answer that says the things again: <c>2 slices</c> of <c>how many slices of pizza</c>.</summary>
    private static Count? Repeated(Answer answer, ReadOnlySpan<Token> things)
    {
        ReadOnlySpan<Token> words = answer.Words;
        int head = NounPhrase.Head(things);
        if (words.Length < 2 || !words[0].Is(WordClass.Number) || !words[^1].Is(WordClass.Noun) || Inflection.Singular(words[^1].Text) != Inflection.Singular(things[head].Text))
            return null;
        bool one = Numerals.TryParse(words[0].Text, out int number) && number == 1;
        return new Count(Phrase.Join(answer.Text, Phrase.Of(things[(head + 1)..])), !one);
    }

    /// <summary>A quantifier as it stands before the things, or null.</summary>
    private static string? Amount(string text, bool ofSome) => text switch
    {
        "lot" or "a lot" => ofSome ? "a lot" : "a lot of",
        "lots" or "alot" => ofSome ? "lots" : "lots of",
        "dozens" or "hundreds" or "thousands" or "plenty" => ofSome ? text : text + " of",
        "half" or "all" => ofSome ? text : text + " of the",
        "bunch" or "a bunch" => "a bunch of",
        "couple" or "a couple" => "a couple of",
        "dozen" or "a dozen" => "a dozen",
        "few" => "a few",
        "little" => "a little",
        "too many to count" or "countless" => "countless",
        _ => WordSets.Quantifiers.Contains(text) ? text : null,
    };

    /// <summary>A number that is not exact, or null: <c>more than 10</c>, <c>2 or 3</c>, <c>10+</c>.</summary>
    private static string? Range(Answer answer)
    {
        int numbers = 0;
        foreach (Token word in answer.Words)
        {
            if (word.Is(WordClass.Number))
                numbers++;
            else if (!WordSets.Approximations.Contains(word.Text))
                return null;
        }

        if (numbers == 0 || answer.Words.Length > 4)
            return null;
        return answer.Text.EndsWith('+') ? "more than " + answer.Text[..^1] : answer.Text;
    }

    private static bool AreMany(ReadOnlySpan<Token> things)
    {
        Token head = things[NounPhrase.Head(things)];
        if (head.Is(WordClass.Plural) || head.Text is "these" or "those" or "them" or "fish")
            return true;
        return things[0].Text != "of" && !head.Is(WordClass.Mass) && Inflection.Plural(head.Text) == head.Text;
    }

    /// <summary>The things as one thing: the head, and <c>different kinds of fruit</c> as <c>kind of fruit</c>.</summary>
    private static string One(ReadOnlySpan<Token> things)
    {
        int head = NounPhrase.Head(things);
        string singular = Inflection.Singular(things[head].Text);
        if (things[head].Is(WordClass.Plural) && singular == things[head].Text)
            return "pair of " + Phrase.Of(things);
        Token[] one = things.ToArray();
        one[head] = one[head] with { Text = singular };
        return Phrase.Of(one.AsSpan(one.Length > 1 && one[0].Text is "different" or "total" ? 1 : 0));
    }
}
