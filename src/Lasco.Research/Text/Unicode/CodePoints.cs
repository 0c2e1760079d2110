namespace Lasco.Research.Text.Unicode;

/// <summary>Walks UTF-16 by code points; unlike runes, a surrogate without its partner is one code point of its own, not U+FFFD.</summary>
internal static class CodePoints
{
    /// <summary>The code point at <paramref name="index"/>, which is moved past it.</summary>
    public static int Next(ReadOnlySpan<char> text, ref int index)
    {
        char c = text[index++];
        if (char.IsHighSurrogate(c) && index < text.Length && char.IsLowSurrogate(text[index]))
            return char.ConvertToUtf32(c, text[index++]);
        return c;
    }

    /// <summary>The code point that ends before <paramref name="index"/>, which is moved to its start.</summary>
    public static int Previous(ReadOnlySpan<char> text, ref int index)
    {
        char c = text[--index];
        if (char.IsLowSurrogate(c) && index > 0 && char.IsHighSurrogate(text[index - 1]))
            return char.ConvertToUtf32(text[--index], c);
        return c;
    }

    /// <summary>The number of code points.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; count++)
            Next(text, ref i);
        return count;
    }
}
