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
        if (thing.Length == 0 || thing[^1].Is(WordClass.Determiner) && !thing[^1].Is(WordClass.Pronoun | WordClass.Number) && thing[^1].Text is not ("more" or "many" or "any" or "all" or "another"))
            return Refusal.NotUnderstood;
        bool past = be is "was" or "were";
        string first = thing[0].Text;
        string rest = Phrase.Of(thing[1..]);
        if (first is "anything" or "something" or "anyone" or "someone" or "anybody" or "somebody")
        {
            bool person = first is "anyone" or "someone" or "anybody" or "somebody";
            string found = yes ? person ? "someone" : "something" : person ? "no one" : "nothing";
            phrasings.Add("there", be, found, rest);
            if (!past)
                phrasings.Add("there should be", found, rest);
            return Refusal.None;
        }

        bool amount = thing.Length > 1 && first is "a" or "an" && thing[1].Text is "lot" or "few" or "bunch" or "couple" or "large" or "great" && (thing[1].Text is not ("large" or "great") || Phrase.IndexOf(thing, "number") == 2 || Phrase.IndexOf(thing, "amount") == 2);
        if (yes)
        {
            bool plain = first is "any" && !(thing.Length > 1 && thing[1].Text is "more" or "other");
            string shown = first is "any" ? plain ? "some " + rest : rest : Phrase.Of(thing);
            if (first is "any" && thing.Length > 1 && (thing[1].Text == "other" || thing[1].Text == "more"))
                shown = thing[1].Text == "more" ? "more " + Phrase.Of(thing[2..]) : rest;
            phrasings.Add("there", be, shown);
            if (past)
                return Refusal.None;
            phrasings.Add("there should be", shown);
            if (plain || first is "a" or "an" or "some" or "another" && !amount && !thing[^1].Is(WordClass.Preposition) && !IsAbstract(thing))
                phrasings.Order("add", Placed(shown, thing, "to"));
            return Refusal.None;
        }

        bool drops = first is "a" or "an" or "any" or "some" && !amount && thing.Length > 1;
        if (drops || thing[0].Is(WordClass.Noun | WordClass.Adjective) && !thing[0].Is(WordClass.Determiner | WordClass.Number | WordClass.Adverb | WordClass.Proper | WordClass.Preposition))
        {
            string gone = drops ? rest : Phrase.Of(thing);
            if (drops && gone.StartsWith("more ", StringComparison.Ordinal) || gone.StartsWith("of ", StringComparison.Ordinal))
            {
                phrasings.Add("there", be, gone.StartsWith("of ", StringComparison.Ordinal) ? "none" : "no", gone);
                return Refusal.None;
            }

            phrasings.Add("there", be, "no", gone);
            if (past)
                return Refusal.None;
            phrasings.Add("there should be no", gone);
            ReadOnlySpan<Token> kept = drops ? thing[1..] : thing;
            if (!IsAbstract(kept) && kept[0].Text is not ("more" or "other" or "good" or "real") && Phrase.IndexOf(kept, "or") < 0 && Phrase.IndexOf(kept, "that") < 0)
                phrasings.Order("remove the", Placed(gone, thing, "from"));
            return Refusal.None;
        }

        phrasings.Add("there", be, "not", Phrase.Of(thing));
        if (!past)
            phrasings.Add("there should not be", Phrase.Of(thing));
        return Refusal.None;
    }

    private static bool IsAbstract(ReadOnlySpan<Token> thing)
    {
        foreach (Token word in thing[..Math.Min(3, thing.Length)])
        {
            if (word.Text is "reason" or "room" && Phrase.IndexOf(thing, "for") > 0 || word.Text is "reason" or "way" or "evidence" or "difference" or "chance" or "space" or "even" or "odd")
                return true;
        }

        return false;
    }

    /// <summary>The thing with <c>to the picture</c> or <c>from the picture</c> where it was said to be in it.</summary>
    private static string Placed(string shown, ReadOnlySpan<Token> thing, string preposition)
    {
        if (thing.Length > 3 && thing[^3].Text == "in" && thing[^2].Text is "the" or "this" && thing[^1].Text is "picture" or "photo" or "image" or "scene" or "photograph" or "pic")
        {
            string place = Phrase.Of(thing[^3..]);
            ReadOnlySpan<char> before = shown.AsSpan(0, shown.Length - place.Length).TrimEnd();
            string bare = before.EndsWith(" visible") ? before[..^8].ToString() : before.ToString();
            return Phrase.Join(bare, preposition, Phrase.Of(thing[^2..]));
        }

        return shown;
    }
}
