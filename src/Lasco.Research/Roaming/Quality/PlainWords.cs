namespace Lasco.Research.Roaming.Quality;

/// <summary>A text's words in lower case, one space before and after each, without punctuation: what is compared word for word.</summary>
internal readonly struct PlainWords
{
    private readonly string words;

    /// <summary>Takes a text apart.</summary>
    public PlainWords(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length + 2).Append(' ');
        foreach (char character in text)
        {
            if (char.IsLetterOrDigit(character))
                plain.Append(char.ToLowerInvariant(character));
            else if (character is not ('\'' or '’') && plain[^1] != ' ')
                plain.Append(' ');
        }

        if (plain[^1] != ' ')
            plain.Append(' ');
        words = plain.ToString();
    }

    /// <summary>The number of words.</summary>
    public int Count => words.AsSpan().Count(' ') - 1;

    /// <summary>Whether the words are the same.</summary>
    public bool IsSameAs(PlainWords other) => words == other.words;

    /// <summary>Whether the other words stand here in a row.</summary>
    public bool Contains(PlainWords other) => words.Contains(other.words, StringComparison.Ordinal);
}
