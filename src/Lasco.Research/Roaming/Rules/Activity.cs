namespace Lasco.Research.Roaming.Rules;

/// <summary>Answers to what someone is doing.</summary>
internal static class Activity
{
    /// <summary>The predicate with its <c>do</c> replaced by what the answer says is done; null where it says no such thing.</summary>
    public static string? Fill(ReadOnlySpan<Token> predicate, Answer answer)
    {
        int verb = predicate.Length - 1;
        while (verb >= 0 && !(predicate[verb].Text is "doing" or "do" or "done"))
            verb--;
        if (verb < 0 || predicate[verb].Text == "done")
            return null;
        string? done = predicate[verb].Text == "doing" ? Of(answer, Inflection.Gerund, "doing", "playing") : Of(answer, Word, "do", "play");
        if (done is null)
            return null;
        ReadOnlySpan<Token> rest = predicate[(verb + 1)..];
        if (rest.Length > 0 && (rest[0].Text == "with" || answer.Words.Length > 1 && rest[0].Is(WordClass.Preposition) && HasPlace(answer.Words)))
            rest = [];
        return Phrase.Join(Phrase.Of(predicate[..verb]), done, Phrase.Of(rest));
    }

    private static string Word(string verb) => verb;

    private static string? Of(Answer answer, Func<string, string> form, string doing, string playing)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (answer.Kind == AnswerKind.Nothing)
            return doing + " nothing";
        string first = words[0].Text;
        if (words.Length == 1 && IsGame(first))
            return Phrase.Join(playing, first);
        if (words.Length <= 3 && words[^1].Text is "trick" or "tricks" or "jump" or "jumps" or "flip" or "flips" or "homework" or "dishes" or "laundry" or "yoga" or "karate" or "stunt" or "stunts" or "exercise" or "exercises" or "handstand" or "ollie" or "gymnastics"
            && !(words.Length == 1 && words[0].Text is "jump" or "exercise" or "flip"))
            return Phrase.Join(doing, answer.AsNoun());
        string? root = words[0].Is(WordClass.Gerund | WordClass.Verb | WordClass.ThirdPerson | WordClass.Past) ? Lexicon.VerbOf(first) : null;
        if (root is null && words[0].Is(WordClass.Gerund))
            return doing == "doing" ? answer.Text : null;
        if (root is null || words[0].Text is "left" or "saw" or "ground" or "rose" or "bat")
            return null;
        if (words.Length > 1 && words[1].Is(WordClass.Noun) && !words[0].Is(WordClass.Gerund) && (words[0].Is(WordClass.Adjective) || IsGame(words[1].Text) && words[0].Text != "play"))
            return null;
        string rest = words.Length == 1 ? "" : Object(words[1..]);
        return Phrase.Join(form(root), rest);
    }

    /// <summary>What follows the verb, with the articles that answers leave out: <c>flying kite</c> as <c>flying a kite</c>.</summary>
    private static string Object(ReadOnlySpan<Token> words)
    {
        int preposition = 0;
        while (preposition < words.Length && !words[preposition].Is(WordClass.Preposition))
            preposition++;
        string first = "";
        if (preposition > 0)
        {
            ReadOnlySpan<Token> part = words[..preposition];
            bool noun = part[^1].Is(WordClass.Noun) && !part[^1].Is(WordClass.Adverb | WordClass.Mass) && !part[0].Is(WordClass.Adverb | WordClass.Gerund) && Phrase.IndexOf(part, "and") < 0;
            first = noun ? Answer.Articled(part) : Phrase.Of(part);
        }

        return Phrase.Join(first, preposition < words.Length ? Answer.Located(words[preposition..]) : "");
    }

    private static bool HasPlace(ReadOnlySpan<Token> words)
    {
        foreach (Token word in words[1..])
        {
            if (word.Is(WordClass.Preposition))
                return true;
        }

        return false;
    }

    /// <summary>Whether the word is something that one plays.</summary>
    public static bool IsGame(string word) => word is "tennis" or "baseball" or "soccer" or "football" or "basketball" or "volleyball" or "hockey" or "golf" or "frisbee"
        or "softball" or "cricket" or "rugby" or "badminton" or "polo" or "lacrosse" or "chess" or "wii" or "Wii" or "cards" or "games" or "music" or "guitar";
}
