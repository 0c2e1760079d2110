namespace Lasco.Research.Roaming.Rules;

/// <summary>Answers that are clauses of their own: <c>he is tired</c>, <c>the sun is out</c>, <c>it rained</c>.</summary>
internal static class ClauseAnswer
{
    /// <summary>Whether the words are a clause.</summary>
    public static bool Is(ReadOnlySpan<Token> words)
    {
        if (words.Length < 2)
            return false;
        Token first = words[0];
        return words[1].IsFinite && first.Is(WordClass.Pronoun | WordClass.Noun)
            || words.Length > 2 && words[2].IsFinite && first.Is(WordClass.Determiner | WordClass.Adjective)
            || first.Is(WordClass.Pronoun) && words[1].Is(WordClass.ThirdPerson | WordClass.Verb | WordClass.Past);
    }
}
