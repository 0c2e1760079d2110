using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>The words that answer what colour something is.</summary>
internal static class Colors
{
    private static readonly FrozenSet<string> Words = Inflection.Split(
        "red green blue yellow orange purple pink brown black white gray grey tan beige silver gold golden maroon teal turquoise navy khaki cream violet lavender magenta blonde blond brunette clear multicolored multi-colored plaid striped rust bronze aqua burgundy peach olive").ToFrozenSet();

    /// <summary>Whether the word is a colour's.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
