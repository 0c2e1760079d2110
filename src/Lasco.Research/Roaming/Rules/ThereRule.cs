namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for what there is: <c>Is there a dog in the picture?</c></summary>
internal static class ThereRule
{
    /// <summary>Adds the phrasings of what there is, or is not.</summary>
    /// <param name="be">The verb, as the question has it.</param>
    /// <param name="thing">The words after <c>there</c>.</param>
    /// <param name="yes">Whether there is.</param>
    /// <param name="phrasings">Where they go.</param>
    public static Refusal Apply(string be, ReadOnlySpan<Token> thing, bool yes, Phrasings phrasings)
    {
        if (thing.Length > 1 && thing[0].Text == "not")
            thing = thing[1..];
        if (thing.Length == 0 || LacksNoun(thing[^1]))
            return Refusal.NotUnderstood;
        if (thing[0].Text == "the" && NounPhrase.Core(thing) is > 1 and var core && thing[1].Text is not ("same" or "word" or "letter" or "number" or "possibility"))
        {
            // Is there the bus in front?
            if (core == thing.Length)
                return Refusal.NotUnderstood;
            YesNoRule.Say(thing[..core], be, thing[core..], yes, phrasings);
            return Refusal.None;
        }

        if (!yes && Quantifier.IsNegative(thing))
        {
            // Is there no one on the bench?
            if (Quantifier.Contrary(thing) is not { } contrary || thing[0].Text == "neither")
                return Refusal.NoGrammaticalForm;
            Add(be, contrary, phrasings);
            return Refusal.None;
        }

        switch (thing[0].Text)
        {
            case "anything" or "something":
                Add(be, Phrase.Join(yes ? "something" : "nothing", Phrase.Of(thing[1..])), phrasings);
                break;
            case "anyone" or "someone" or "anybody" or "somebody":
                Add(be, Phrase.Join(yes ? "someone" : "no one", Phrase.Of(thing[1..])), phrasings);
                break;
            default:
                if (yes)
                    Affirm(be, thing, phrasings);
                else
                    Deny(be, thing, phrasings);
                break;
        }

        return Refusal.None;
    }

    private static bool IsPast(string be) => be is "was" or "were";

    /// <summary>Adds that there is, and that there should be.</summary>
    private static void Add(string be, string thing, Phrasings phrasings)
    {
        phrasings.Add("there", be, thing);
        if (!IsPast(be))
            phrasings.Add("there should be", thing);
    }

    /// <summary>The verb of a number of things, where the question offered another number: <c>is there one dog or two</c>.</summary>
    private static string OfNumber(string be, ReadOnlySpan<Token> thing) =>
        Numerals.TryParse(thing[0].Text, out int number) && !(thing.Length > 1 && thing[1].Text == "of") ? Agreement.Of(be, plural: number != 1) : be;

    /// <summary><c>Are there any dogs?</c> as <c>There are some dogs</c>, <c>Add some dogs</c>.</summary>
    private static void Affirm(string be, ReadOnlySpan<Token> thing, Phrasings phrasings)
    {
        bool more = thing[0].Text == "any" && Phrase.TextAt(thing, 1) is "more" or "other";
        bool some = thing[0].Text == "any" && !more;
        string shown = some ? Phrase.Join("some", Phrase.Of(thing[1..])) : Phrase.Of(more ? thing[1..] : thing);
        Add(OfNumber(be, thing), shown, phrasings);
        bool addable = thing.Length > 1 && thing[0].Text is "a" or "an" or "some" or "another" && !IsAmount(thing) && !thing[^1].Is(WordClass.Preposition) && !IsAbstract(thing);
        if ((some && thing.Length > 1 || addable) && !IsPast(be))
            phrasings.Order("add", Placed(shown, thing, "to"));
    }

    /// <summary><c>Is there a dog?</c> as <c>There is no dog</c>, <c>Remove the dog</c>; <c>Are there two dogs?</c> as <c>There are not two dogs</c>.</summary>
    private static void Deny(string be, ReadOnlySpan<Token> thing, Phrasings phrasings)
    {
        bool indefinite = thing[0].Text is "a" or "an" or "any" or "some" && !IsAmount(thing) && thing.Length > 1;
        bool bare = thing[0].Text is not ("lots" or "plenty") && thing[0].Is(WordClass.Noun | WordClass.Adjective)
            && !thing[0].Is(WordClass.Determiner | WordClass.Number | WordClass.Adverb | WordClass.Proper | WordClass.Preposition);
        if (!indefinite && !bare)
        {
            phrasings.Add("there", be, "not", Phrase.Of(thing));
            if (!IsPast(be))
                phrasings.Add("there should not be", Phrase.Of(thing));
            return;
        }

        ReadOnlySpan<Token> kept = indefinite ? thing[1..] : thing;
        string gone = Phrase.Of(kept);
        if (gone.StartsWith("more ", StringComparison.Ordinal) || gone.StartsWith("of ", StringComparison.Ordinal))
        {
            phrasings.Add("there", be, kept[0].Text == "of" ? "none" : "no", gone);
            return;
        }

        Add(be, Phrase.Join("no", gone), phrasings);
        if (!IsPast(be) && IsRemovable(kept))
            phrasings.Order("remove the", Placed(gone, thing, "from"));
    }

    private static bool LacksNoun(Token last) =>
        last.Is(WordClass.Determiner) && !last.Is(WordClass.Pronoun | WordClass.Number) && last.Text is not ("more" or "many" or "any" or "all" or "another");

    /// <summary>Whether the article is of a quantifier: <c>a lot of</c>, <c>a large number of</c>.</summary>
    private static bool IsAmount(ReadOnlySpan<Token> thing)
    {
        if (thing[0].Text is not ("a" or "an"))
            return false;
        return Phrase.TextAt(thing, 1) is "even" or "odd" && Phrase.TextAt(thing, 2) is "number" or "amount" || Phrase.TextAt(thing, 1) is "lot" or "few" or "bunch" or "couple"
            || Phrase.TextAt(thing, 1) is "large" or "great" && (Phrase.IndexOf(thing, "number") == 2 || Phrase.IndexOf(thing, "amount") == 2);
    }

    /// <summary>Whether it is no thing that can be added or removed: <c>a reason for this</c>, <c>an even number</c>.</summary>
    private static bool IsAbstract(ReadOnlySpan<Token> thing)
    {
        foreach (Token word in thing[..Math.Min(3, thing.Length)])
        {
            if (WordSets.Abstractions.Contains(word.Text) || word.Text == "room" && Phrase.IndexOf(thing, "for") > 0)
                return true;
        }

        return false;
    }

    private static bool IsRemovable(ReadOnlySpan<Token> thing) =>
        !IsAbstract(thing) && thing[0].Text is not ("more" or "other" or "good" or "real") && Phrase.IndexOf(thing, "or") < 0 && Phrase.IndexOf(thing, "that") < 0;

    /// <summary>The thing with <c>to the picture</c> or <c>from the picture</c> where it was said to be in it.</summary>
    private static string Placed(string shown, ReadOnlySpan<Token> thing, string preposition)
    {
        bool inPicture = thing.Length > 3 && thing[^3].Text == "in" && thing[^2].Text is "the" or "this"
            && thing[^1].Text is "picture" or "photo" or "image" or "scene" or "photograph" or "pic";
        if (!inPicture)
            return shown;
        ReadOnlySpan<char> bare = shown.AsSpan(0, shown.Length - Phrase.Of(thing[^3..]).Length).TrimEnd();
        if (bare.EndsWith(" visible"))
            bare = bare[..^" visible".Length];
        return Phrase.Join(bare.ToString(), preposition, Phrase.Of(thing[^2..]));
    }
}
