namespace Lasco.Research.Datasets.Statistics;

/// <summary>Counts words. A word is a longest run of letters, digits and apostrophes, in lower case.</summary>
internal sealed class WordCounter
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Add(string word, int times = 1) => counts[word] = counts.GetValueOrDefault(word) + times;

    public void Add(WordCounter other)
    {
        foreach ((string word, int times) in other.counts)
            Add(word, times);
    }

    /// <summary>The most frequent words, equally frequent ones in alphabetical order.</summary>
    public IReadOnlyList<WordFrequency> Top(int count) =>
    [
        .. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(count)
            .Select(entry => new WordFrequency(entry.Key, entry.Value)),
    ];

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        for (int start = 0; start < text.Length; start++)
        {
            if (!IsInWord(text[start]))
                continue;
            int end = start + 1;
            while (end < text.Length && IsInWord(text[end]))
                end++;
            string word = text[start..end].Trim('\'').ToLowerInvariant();
            if (word.Length > 0)
                yield return word;
            start = end;
        }
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c is '\'';
}
