namespace Lasco.Research.Roaming.Rules;

/// <summary>Places that are a part of a thing: <c>middle of road</c>, <c>left of plate</c>.</summary>
internal static class PartOfPlace
{
    /// <summary>Whether the words name a part of a thing: <c>middle of road</c>.</summary>
    public static bool Is(ReadOnlySpan<Token> words, out int of)
    {
        of = Phrase.IndexOf(words, "of");
        return of > 0 && of < words.Length - 1 && words[of - 1].Text is "middle" or "center" or "side" or "bottom" or "edge" or "corner" or "back" or "end" or "left" or "right";
    }

    /// <summary>The part with its preposition and article: <c>in the middle</c>, <c>to the left</c>, <c>on the left side</c>.</summary>
    public static string Located(ReadOnlySpan<Token> part)
    {
        if (part.Length == 1 && part[0].Text is "left" or "right")
            return "to the " + part[0].Text;
        bool located = part[0].IsOnlyPreposition;
        ReadOnlySpan<Token> named = located ? part[1..] : part;
        string article = Phrase.IsAt(named, 0, WordClass.Determiner) ? "" : "the";
        return Phrase.Join(located ? part[0].Text : WhereRule.Preposition(part, part[^1]), article, Phrase.Of(named));
    }
}
