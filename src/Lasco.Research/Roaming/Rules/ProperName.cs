namespace Lasco.Research.Roaming.Rules;

/// <summary>Answers that are the names of streets, companies, countries and the like.</summary>
internal static class ProperName
{
    /// <summary>The answer with capitals: <c>Delta</c>, <c>the USA</c>.</summary>
    public static string Of(Answer answer)
    {
        var words = new List<string>();
        foreach (Token word in answer.Words)
            words.Add(word.Is(WordClass.Determiner | WordClass.Preposition | WordClass.Conjunction) ? word.Text : char.ToUpperInvariant(word.Text[0]) + word.Text[1..]);
        string name = string.Join(' ', words);
        return name is "USA" or "UK" or "US" or "United States" or "United Kingdom" or "Netherlands" or "Philippines" ? "the " + name : name;
    }
}
