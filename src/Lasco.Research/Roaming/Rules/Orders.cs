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
        if (auxiliary is "is" or "are")
            Become(subject, who, predicate, phrasings);
        else if (auxiliary is "does" or "do" && CanBeGiven(predicate))
            phrasings.Order("give", who, Phrase.Of(predicate[1..]));
    }

    /// <summary>Adds commands that undo what was asked, or the denial of what one has.</summary>
    public static void ForNo(ReadOnlySpan<Token> subject, string auxiliary, ReadOnlySpan<Token> predicate, Phrasings phrasings)
    {
        if (!IsDefinite(subject))
            return;
        string who = Phrase.Of(subject);
        if (auxiliary is "is" or "are" && predicate.Length == 1)
            TrySwitch(subject, who, Opposite(predicate[0].Text), phrasings);
        else if (auxiliary is "does" or "do" && IsHaving(predicate) && predicate[1].Text is "a" or "an" or "any")
            phrasings.Add(who, auxiliary == "does" ? "has" : "have", "no", Phrase.Of(predicate[2..]));
    }

    /// <summary>Whether a phrase names certain things, which a command can be about.</summary>
    public static bool IsDefinite(ReadOnlySpan<Token> subject) =>
        subject.Length > 1 && subject.Length <= 8 && subject[0].Text is "the" or "this" or "these" or "that" or "those" or "his" or "her" or "their" or "its"
        && !subject[^1].Is(WordClass.Preposition);

    /// <summary><c>Turn the lamp on</c>, <c>Make the car red</c>, <c>Move the cat to the left</c>, <c>Put the cat on the bed</c>.</summary>
    private static void Become(ReadOnlySpan<Token> subject, string who, ReadOnlySpan<Token> predicate, Phrasings phrasings)
    {
        if (predicate.Length == 1)
        {
            if (!TrySwitch(subject, who, predicate[0].Text, phrasings) && IsPlainAdjective(predicate[0]))
                phrasings.Order("make", who, predicate[0].Text);
        }
        else if (IsPartOfPicture(predicate))
        {
            phrasings.Order("move", who, "to the", predicate[2].Text);
        }
        else if (IsPlace(predicate) && IsMovable(subject))
        {
            phrasings.Order("put", who, Phrase.Of(predicate));
        }
    }

    /// <summary>Adds the command that turns a device on or off, or opens or closes something.</summary>
    private static bool TrySwitch(ReadOnlySpan<Token> subject, string who, string state, Phrasings phrasings)
    {
        if (state is "on" or "off" && Nouns.Devices.Contains(subject[NounPhrase.Head(subject)].Text))
            phrasings.Order("turn", who, state);
        else if (state is "open" or "closed" && subject[^1].Is(WordClass.Noun))
            phrasings.Order(state == "open" ? "open" : "close", who);
        else
            return false;
        return true;
    }

    private static string Opposite(string state) => state switch
    {
        "on" => "off",
        "off" => "on",
        "open" => "closed",
        "closed" => "open",
        _ => "",
    };

    private static bool IsPlainAdjective(Token word) =>
        word.Is(WordClass.Adjective) && !word.Is(WordClass.Preposition | WordClass.Adverb | WordClass.Participle | WordClass.Gerund);

    /// <summary><c>on the left</c>, <c>in the middle</c></summary>
    private static bool IsPartOfPicture(ReadOnlySpan<Token> predicate) =>
        predicate.Length == 3 && predicate[0].Text is "on" or "in" && predicate[1].Text == "the" && predicate[2].Text is "left" or "right" or "front" or "back" or "middle";

    /// <summary><c>under the bed</c>, <c>on the wooden table</c></summary>
    private static bool IsPlace(ReadOnlySpan<Token> predicate) =>
        predicate.Length is 3 or 4 && predicate[0].Text is "on" or "in" or "under" or "behind" or "near" or "inside" && predicate[1].Text == "the"
        && !Nouns.Placeless.Contains(predicate[^1].Text);

    private static bool IsMovable(ReadOnlySpan<Token> subject) =>
        subject.Length == 2 && !Nouns.Unmovable.Contains(subject[1].Text) && subject[1].Text is not ("weather" or "shot");

    private static bool IsHaving(ReadOnlySpan<Token> predicate) => predicate.Length is >= 2 and <= 5 && predicate[0].Text == "have";

    private static bool CanBeGiven(ReadOnlySpan<Token> predicate) =>
        IsHaving(predicate) && predicate[1].Is(WordClass.Determiner | WordClass.Noun | WordClass.Adjective)
        && predicate[1].Text is not ("any" or "the" or "enough" or "all" or "both" or "more");
}
