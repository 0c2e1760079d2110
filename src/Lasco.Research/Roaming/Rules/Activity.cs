namespace Lasco.Research.Roaming.Rules;

/// <summary>Answers to what someone is doing.</summary>
internal static class Activity
{
    /// <summary>The predicate with its <c>do</c> replaced by what the answer says is done; null where it says no such thing.</summary>
    public static string? Fill(ReadOnlySpan<Token> predicate, Answer answer)
    {
        int verb = predicate.Length - 1;
        while (predicate[verb].Text is not ("doing" or "do" or "done"))
            verb--;
        bool progressive = predicate[verb].Text == "doing";
        if (predicate[verb].Text == "done" || Done(answer, progressive) is not { } done)
            return null;
        ReadOnlySpan<Token> rest = predicate[(verb + 1)..];
        if (rest.Length > 1 && rest[0].Text == "to" && answer.Words.Length == 1)
            return Phrase.Join(Phrase.Of(predicate[..verb]), done, Phrase.Of(rest[1..]));
        return Phrase.Join(Phrase.Of(predicate[..verb]), done, IsSaid(rest, answer) ? "" : Phrase.Of(rest));
    }

    /// <summary>A verb phrase with the articles that answers leave out: <c>waiting for the bus</c>.</summary>
    public static string Progressive(ReadOnlySpan<Token> words) =>
        words.Length > 1 ? Phrase.Join(words[0].Text, Complement(words)) : Phrase.Of(words);

    /// <summary>The number of words for who does something, before what they do: 1 of <c>people eating</c>; 0 where the answer says no such thing.</summary>
    public static int Actor(ReadOnlySpan<Token> words)
    {
        int verb = 1;
        while (verb < words.Length && !words[verb].Is(WordClass.Gerund) && !(words[verb].Is(WordClass.Mass) && words[verb].Text.EndsWith("ing", StringComparison.Ordinal)))
            verb++;
        if (verb < words.Length && words[verb].Is(WordClass.Noun) && !new Doer(words[..verb], "is").IsAlive)
            return 0;
        return verb < words.Length && words[verb - 1].Is(WordClass.Noun) && !words[0].Is(WordClass.Gerund | WordClass.Preposition) ? verb : 0;
    }

    /// <summary>Whether the answer replaces what follows the verb: the thing that something is done with, or a place that the answer has too.</summary>
    private static bool IsSaid(ReadOnlySpan<Token> rest, Answer answer) =>
        rest.Length > 0 && (rest[0].Text == "with" || rest[0].Is(WordClass.Preposition) && HasPlace(answer.Words));

    private static bool HasPlace(ReadOnlySpan<Token> words)
    {
        foreach (Token word in words[1..])
        {
            if (word.Is(WordClass.Preposition))
                return true;
        }

        return false;
    }

    /// <summary>The answer as a verb phrase: <c>playing tennis</c>, <c>doing a trick</c>, <c>flying a kite</c>; null where it is none.</summary>
    private static string? Done(Answer answer, bool progressive)
    {
        string doing = progressive ? "doing" : "do";
        ReadOnlySpan<Token> words = answer.Words;
        if (answer.Kind == AnswerKind.Nothing)
            return doing + " nothing";
        if (words.Length == 1 && Nouns.Games.Contains(words[0].Text))
            return Phrase.Join(progressive ? "playing" : "play", words[0].Text);
        if (progressive && words.Length == 1 && words[0].Text != "left" && words[0].Is(WordClass.Participle) && !words[0].Is(WordClass.Verb | WordClass.Gerund))
            return answer.Text;
        if (progressive && words.Length > 2 && words[0].Text == "about" && words[1].Text == "to" && words[2].Is(WordClass.Verb))
            return Phrase.Join("about to", words[2].Text, words.Length == 3 ? "" : Complement(words[2..]));
        if (IsDeed(words))
            return Phrase.Join(doing, answer.AsNoun());
        if (words[0].Is(WordClass.Gerund) && Lexicon.VerbOf(words[0].Text) is null)
            return progressive ? answer.Text : null;
        if (Verb(words) is not { } verb)
            return null;
        return Phrase.Join(progressive ? Inflection.Gerund(verb) : verb, words.Length == 1 ? "" : Complement(words));
    }

    /// <summary>Whether the answer names what one does: <c>skateboard trick</c>; a single <c>jump</c> is the verb.</summary>
    private static bool IsDeed(ReadOnlySpan<Token> words) =>
        words.Length <= 3 && Nouns.Deeds.Contains(words[^1].Text) && !(words.Length == 1 && words[0].Text is "jump" or "exercise" or "flip");

    /// <summary>The base form of the verb that the answer begins with; null for words that are rather nouns or adjectives: <c>clean dog</c>.</summary>
    private static string? Verb(ReadOnlySpan<Token> words)
    {
        Token first = words[0];
        if (!first.Is(WordClass.Gerund | WordClass.Verb | WordClass.ThirdPerson | WordClass.Past) || first.Text is "left" or "saw" or "ground" or "rose" or "bat")
            return null;
        bool beforeNoun = words.Length > 1 && words[1].Is(WordClass.Noun) && !first.Is(WordClass.Gerund);
        bool qualifies = beforeNoun && (first.Is(WordClass.Adjective) || first.Text is not ("play" or "hit" or "catch" or "throw" or "kick") && Nouns.Games.Contains(words[1].Text));
        return qualifies ? null : Lexicon.VerbOf(first.Text);
    }

    /// <summary>What follows the first word, which is a verb: <c>frisbee</c> of <c>playing frisbee</c>, <c>a kite</c> of <c>flying kite</c>.</summary>
    private static string Complement(ReadOnlySpan<Token> words)
    {
        bool game = words.Length == 2 && Lexicon.VerbOf(words[0].Text) == "play" && Nouns.Games.Contains(words[1].Text);
        if (game)
            return words[1].Text;
        bool particle = words.Length > 2 && words[1].Text is "up" or "out" or "off" && words[2].Is(WordClass.Noun);
        return particle ? Phrase.Join(words[1].Text, Object(words[2..])) : Object(words[1..]);
    }

    /// <summary>What follows the verb, with the articles that answers leave out: <c>flying kite</c> as <c>flying a kite</c>.</summary>
    private static string Object(ReadOnlySpan<Token> words)
    {
        int preposition = 0;
        while (preposition < words.Length && !words[preposition].Is(WordClass.Preposition))
            preposition++;
        ReadOnlySpan<Token> thing = words[..preposition];
        ReadOnlySpan<Token> place = words[preposition..];
        return Phrase.Join(LacksArticle(thing) ? Answer.Articled(thing) : Phrase.Of(thing), place.Length > 0 ? Answer.Located(place) : "");
    }

    private static bool LacksArticle(ReadOnlySpan<Token> thing) =>
        thing.Length > 0 && thing[^1].Is(WordClass.Noun) && !thing[^1].Is(WordClass.Adverb | WordClass.Mass)
        && thing[^1].Text is not ("downhill" or "uphill" or "home")
        && !thing[0].Is(WordClass.Adverb | WordClass.Gerund) && Phrase.IndexOf(thing, "and") < 0;
}
