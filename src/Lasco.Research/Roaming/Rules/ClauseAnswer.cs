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
        return IsVerb(words, 1) && first.Is(WordClass.Pronoun | WordClass.Noun)
            || IsVerb(words, 2) && first.Is(WordClass.Determiner | WordClass.Adjective)
            || first.Is(WordClass.Pronoun) && words[1].Is(WordClass.ThirdPerson | WordClass.Verb | WordClass.Past);
    }

    /// <summary>Whether the word is a finite verb that something follows: <c>can</c> of <c>trash can</c> is none.</summary>
    private static bool IsVerb(ReadOnlySpan<Token> words, int i) =>
        i < words.Length - 1 && words[i].IsFinite && (words[i].Text != "can" || words[i - 1].Is(WordClass.Pronoun));
}
