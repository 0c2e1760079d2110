using System.Text;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Words put together.</summary>
internal static class Phrase
{
    /// <summary>The words with a space between, a comma joined to the word before it.</summary>
    public static string Of(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length == 1)
            return tokens[0].Text;
        var text = new StringBuilder();
        foreach (Token token in tokens)
        {
            if (text.Length > 0 && !token.Is(WordClass.Comma))
                text.Append(' ');
            text.Append(token.Text);
        }

        return text.ToString();
    }

    /// <summary>The parts that are not empty with a space between.</summary>
    public static string Join(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (string? part in parts)
        {
            if (!string.IsNullOrEmpty(part))
                text.Append(text.Length > 0 && part[0] != ',' ? " " : "").Append(part);
        }

        return text.ToString();
    }

    /// <summary>The place of a word, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<Token> tokens, string word)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Text == word)
                return i;
        }

        return -1;
    }

    /// <summary>The word at a place; empty behind the last.</summary>
    public static string TextAt(ReadOnlySpan<Token> tokens, int place) => place < tokens.Length ? tokens[place].Text : "";

    /// <summary>Whether there is a word at a place and it can play one of the parts.</summary>
    public static bool IsAt(ReadOnlySpan<Token> tokens, int place, WordClass any) => place < tokens.Length && tokens[place].Is(any);
}
