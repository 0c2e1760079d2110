namespace Lasco.Research.Roaming.Rules;

/// <summary>Things with their number: <c>three dogs</c>, <c>no dogs</c>, <c>a lot of dogs</c>.</summary>
/// <param name="Text">The number and the things.</param>
/// <param name="IsPlural">Whether they are more than one.</param>
internal readonly record struct Count(string Text, bool IsPlural)
{
    /// <summary>Whether there are no such things.</summary>
    public bool IsNone => Text.StartsWith("no ", StringComparison.Ordinal) || Text.StartsWith("none ", StringComparison.Ordinal);

    /// <summary>Whether they are a part of some, which are not counted by <c>there are</c>: <c>all of the dogs</c>, <c>both dogs</c>.</summary>
    public bool IsPart => Text.Contains(" of th", StringComparison.Ordinal) && (IsOf(" of the ") || IsOf(" of these ") || IsOf(" of those ")) || Text.StartsWith("both ", StringComparison.Ordinal) || Text.StartsWith("most ", StringComparison.Ordinal);

    /// <summary>Whether the number, and not the things, has a word behind it: <c>two of the dogs</c>, but not <c>two legs of the dogs</c>.</summary>
    private bool IsOf(string words)
    {
        int of = Text.IndexOf(words, StringComparison.Ordinal);
        if (of <= 0)
            return false;
        string number = Text[(Text.LastIndexOf(' ', of - 1) + 1)..of];
        return number is "lot" or "lots" or "dozens" or "plenty" || (Lexicon.Classify(number) & (WordClass.Number | WordClass.Determiner | WordClass.Pronoun)) != 0;
    }

    /// <summary>What there is not, where the number is a denied one: <c>much snow</c> of <c>not much snow</c>.</summary>
    public string? Denied => Text.StartsWith("not ", StringComparison.Ordinal) ? Text[4..] : null;

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
        if (answer.IsNone || answer.Words[0].Text == "no" && Inflection.Singular(answer.Words[^1].Text) == Inflection.Singular(things[NounPhrase.Head(things)].Text))
            return [new Count($"{(ofSome ? "none" : "no")} {noun}", AreMany(things))];
        if (Numerals.TryParse(answer.Words[0].Text, out int part) && IsOfThem(answer.Words[1..]))
            return Numbered(part, ofSome ? noun : "of the " + noun);
        if (answer.Words[0].Text is "all" or "most" or "none" or "some" or "many" or "half" or "both" && IsOfThem(answer.Words[1..]))
            return [new Count($"{answer.Words[0].Text} {(ofSome ? "" : "of the ")}{noun}", AreMany(things))];
        if (answer.IsNumber(out int number))
            return Numbered(number, ofSome ? noun : number == 1 ? One(things) : Many(things));
        if (Repeated(answer, things) is { } repeated)
            return [repeated];
        bool ofOne = Numerals.TryParse(answer.Words[^1].Text, out int last) && last == 1;
        return !ofOne && (Amount(answer.Text, ofSome) ?? Range(answer)) is { } amount ? [new Count($"{amount} {noun}", AreMany(things))] : [];
    }

    /// <summary>Counts what is asked for by how much: by its units (<c>two slices of pizza</c>), its money or its amount; a bare number counts nothing.</summary>
    public static Count[] OfAmount(Answer answer, ReadOnlySpan<Token> things)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (things[^1].Text == "money" && things.Length == 1 && words[0].Is(WordClass.Number))
            return words[0].Text[0] == '$' || words[^1].Text is "dollars" or "cents" ? [new Count(answer.Text, words[^1].Is(WordClass.Plural))] : [];
        bool measured = words[0].Is(WordClass.Number) || words[0].Text is "a" or "half";
        Token unit = words[^1];
        if (!measured || words.Length < 2 || things[0].Text == "of" || !unit.Is(WordClass.Noun) || words[^1].Text is "lot" or "bunch" or "half")
            return answer.IsNone || !words[0].Is(WordClass.Number) || things[0].Text == "of" ? Of(answer, things) : [];
        bool isMeasure = WordSets.Units.Contains(Inflection.Singular(unit.Text));
        return isMeasure && things[^1].Is(WordClass.Mass) ? [new Count($"{answer.Text} of {Phrase.Of(things)}", unit.Is(WordClass.Plural))] : [];
    }

    /// <summary>Whether the words are <c>of them</c>, so that the answer says a part of the things.</summary>
    private static bool IsOfThem(ReadOnlySpan<Token> words) => words.Length == 2 && words[0].Text == "of" && words[1].Text is "them" or "it" or "these";

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

    /// <summary>The things as many: <c>dogs</c>, also where the question has <c>how many dog</c>.</summary>
    private static string Many(ReadOnlySpan<Token> things)
    {
        int head = NounPhrase.Head(things);
        Token noun = things[head];
        if (noun.Is(WordClass.Genitive) && noun.Text.EndsWith("'s", StringComparison.Ordinal))
            return Phrase.Join(Phrase.Of(things[..head]), Inflection.Plural(noun.Text[..^2]), Phrase.Of(things[(head + 1)..]));
        if (head != things.Length - 1 || !Lexicon.Knows(noun.Text) || !noun.Is(WordClass.Noun) || noun.Is(WordClass.Plural | WordClass.Mass | WordClass.Adjective | WordClass.Proper | WordClass.Gerund))
            return Phrase.Of(things);
        return Phrase.Join(Phrase.Of(things[..head]), Inflection.Plural(noun.Text));
    }

    /// <summary>The things as one thing: the head, and <c>different kinds of fruit</c> as <c>kind of fruit</c>.</summary>
    private static string One(ReadOnlySpan<Token> things)
    {
        int head = NounPhrase.Head(things);
        if (head > 0 && things[head - 1].Is(WordClass.Plural) && things[head].Is(WordClass.Adjective) && !things[head].Is(WordClass.Noun))
            head--; // one story tall
        string singular = Inflection.Singular(things[head].Is(WordClass.Genitive) ? things[head].Text[..^2] : things[head].Text);
        if (things[head].Is(WordClass.Plural) && singular == things[head].Text)
            return "pair of " + Phrase.Of(things);
        Token[] one = things.ToArray();
        one[head] = one[head] with { Text = singular };
        return Phrase.Of(one.AsSpan(one.Length > 1 && one[0].Text is "different" or "total" ? 1 : 0));
    }
}
