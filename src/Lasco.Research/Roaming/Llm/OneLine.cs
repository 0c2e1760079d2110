namespace Lasco.Research.Roaming.Llm;

/// <summary>What a server says, fit to be printed: on one line, without what would steer a terminal, and not long.</summary>
public static class OneLine
{
    /// <summary>The text with one space for each run of white space and control characters, cut after so many characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters.</param>
    public static string Of(string text, int most)
    {
        var plain = new System.Text.StringBuilder(Math.Min(text.Length, most) + 1);
        foreach (char character in text)
        {
            if (plain.Length >= most)
                return plain.Append('…').ToString();
            bool isSpace = char.IsWhiteSpace(character) || char.IsControl(character);
            if (!isSpace || (plain.Length > 0 && plain[^1] != ' '))
                plain.Append(isSpace ? ' ' : character);
        }

        return plain.ToString().TrimEnd();
    }
}
