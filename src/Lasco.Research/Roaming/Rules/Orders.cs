namespace Lasco.Research.Roaming.Rules;

/// <summary>Commands whose effect is what an answer says, where English has a plain one.</summary>
internal static class Orders
{
    /// <summary>Adds commands that make a subject be or have what was asked.</summary>
    public static void ForYes(ReadOnlySpan<Token> subject, string auxiliary, ReadOnlySpan<Token> predicate, Phrasings phrasings)
    {
        if (!IsDefinite(subject))
            return;
        string who = Phrase.Of(subject);
        if (auxiliary is "is" or "are" && predicate.Length == 1)
        {
            if (predicate[0].Text is "on" or "off" && IsSwitched(subject))
                phrasings.Order("turn", who, predicate[0].Text);
            else if (predicate[0].Text is "open" or "closed" && subject[^1].Is(WordClass.Noun))
                phrasings.Order(predicate[0].Text == "open" ? "open" : "close", who);
            else if (predicate[0].Is(WordClass.Adjective) && !predicate[0].Is(WordClass.Preposition | WordClass.Adverb | WordClass.Participle | WordClass.Gerund))
                phrasings.Order("make", who, predicate[0].Text);
        }
        else if (auxiliary is "is" or "are" && predicate.Length == 3 && predicate[0].Text is "on" or "in" && predicate[1].Text == "the" && predicate[2].Text is "left" or "right" or "front" or "back" or "middle")
        {
            phrasings.Order("move", who, "to the", predicate[2].Text);
        }
        else if (auxiliary is "is" or "are" && predicate.Length is 3 or 4 && predicate[0].Text is "on" or "in" or "under" or "behind" or "near" or "inside" && predicate[1].Text == "the" && !IsAbstract(predicate[^1].Text) && IsMovable(subject))
        {
            phrasings.Order("put", who, Phrase.Of(predicate));
        }
        else if (auxiliary is "does" or "do" && predicate.Length is >= 2 and <= 5 && predicate[0].Text == "have" && predicate[1].Is(WordClass.Determiner | WordClass.Noun | WordClass.Adjective) && predicate[1].Text is not ("any" or "the" or "enough" or "all" or "both" or "more"))
        {
            phrasings.Order("give", who, Phrase.Of(predicate[1..]));
        }
    }

    /// <summary>Adds commands that undo what was asked.</summary>
    public static void ForNo(ReadOnlySpan<Token> subject, string auxiliary, ReadOnlySpan<Token> predicate, Phrasings phrasings)
    {
        if (!IsDefinite(subject))
            return;
        string who = Phrase.Of(subject);
        if (auxiliary is "is" or "are" && predicate.Length == 1)
        {
            if (predicate[0].Text is "on" or "off" && IsSwitched(subject))
                phrasings.Order("turn", who, predicate[0].Text == "on" ? "off" : "on");
            else if (predicate[0].Text is "open" or "closed" && subject[^1].Is(WordClass.Noun))
                phrasings.Order(predicate[0].Text == "open" ? "close" : "open", who);
        }
        else if (auxiliary is "does" or "do" && predicate.Length is >= 2 and <= 5 && predicate[0].Text == "have" && predicate[1].Text is "a" or "an" or "any")
        {
            phrasings.Add(who, auxiliary == "does" ? "has" : "have", "no", Phrase.Of(predicate[2..]));
        }
    }

    /// <summary>Whether a phrase names certain things, which a command can be about.</summary>
    public static bool IsDefinite(ReadOnlySpan<Token> subject) =>
        subject.Length > 1 && subject.Length <= 8 && subject[0].Text is "the" or "this" or "these" or "that" or "those" or "his" or "her" or "their" or "its"
        && !subject[^1].Is(WordClass.Preposition);

    private static bool IsSwitched(ReadOnlySpan<Token> subject) => subject[NounPhrase.Head(subject)].Text is
        "light" or "lights" or "tv" or "TV" or "tvs" or "television" or "televisions" or "computer" or "computers" or "monitor" or "monitors" or "lamp" or "lamps" or "laptop" or "laptops"
        or "screen" or "screens" or "oven" or "stove" or "fan" or "headlight" or "headlights" or "phone" or "engine" or "faucet" or "heater" or "microwave";

    private static bool IsMovable(ReadOnlySpan<Token> subject) => subject.Length == 2 && subject[1].Text is not
        ("picture" or "photo" or "image" or "photograph" or "sun" or "moon" or "sky" or "weather" or "shot" or "scene");

    private static bool IsAbstract(string noun) => noun is "day" or "daytime" or "morning" or "evening" or "afternoon" or "same" or "way" or "mood" or "picture" or "photo" or "image" or "photograph";
}
