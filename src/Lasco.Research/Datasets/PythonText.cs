using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lasco.Research.Datasets;

/// <summary>Python's string methods where .NET's differ.</summary>
internal static class PythonText
{
    // The letters whose title case is several characters (Unicode's SpecialCasing.txt), each followed by it.
    private const string SpecialTitles =
        " \u00DFSs \u0149\u02BCN \u01F0J\u030C \u0390\u0399\u0308\u0301 \u03B0\u03A5\u0308\u0301 \u0587\u0535\u0582 " +
        "\u1E96H\u0331 \u1E97T\u0308 \u1E98W\u030A \u1E99Y\u030A \u1E9AA\u02BE \u1F50\u03A5\u0313 \u1F52\u03A5\u0313\u0300 " +
        "\u1F54\u03A5\u0313\u0301 \u1F56\u03A5\u0313\u0342 \u1FB2\u1FBA\u0345 \u1FB4\u0386\u0345 \u1FB6\u0391\u0342 " +
        "\u1FB7\u0391\u0342\u0345 \u1FC2\u1FCA\u0345 \u1FC4\u0389\u0345 \u1FC6\u0397\u0342 \u1FC7\u0397\u0342\u0345 " +
        "\u1FD2\u0399\u0308\u0300 \u1FD3\u0399\u0308\u0301 \u1FD6\u0399\u0342 \u1FD7\u0399\u0308\u0342 \u1FE2\u03A5\u0308\u0300 " +
        "\u1FE3\u03A5\u0308\u0301 \u1FE4\u03A1\u0313 \u1FE6\u03A5\u0342 \u1FE7\u03A5\u0308\u0342 \u1FF2\u1FFA\u0345 " +
        "\u1FF4\u038F\u0345 \u1FF6\u03A9\u0342 \u1FF7\u03A9\u0342\u0345 \uFB00Ff \uFB01Fi \uFB02Fl \uFB03Ffi \uFB04Ffl \uFB05St " +
        "\uFB06St \uFB13\u0544\u0576 \uFB14\u0544\u0565 \uFB15\u0544\u056B \uFB16\u054E\u0576 \uFB17\u0544\u056D ";

    /// <summary><c>str.capitalize()</c>: the first character in title case, the rest in lower case, by Unicode's full mappings.</summary>
    public static string Capitalize(string text)
    {
        if (text.Length == 0)
            return text;
        Rune.DecodeFromUtf16(text, out Rune first, out int length);
        return Title(first) + Lower(text, length);
    }

    private static string Title(Rune letter)
    {
        int special = letter.IsAscii ? -1 : SpecialTitles.IndexOf($" {letter}", StringComparison.Ordinal);
        if (special >= 0)
            return SpecialTitles[(special + 2)..SpecialTitles.IndexOf(' ', special + 1)];
        return letter.Value switch
        {
            0x131 => "I", // dotless i
            0x17F => "S", // long s
            >= 0x1C4 and <= 0x1CC => ((char)((letter.Value - 0x1C4) / 3 * 3 + 0x1C5)).ToString(), // Dž, Lj, Nj
            >= 0x1F1 and <= 0x1F3 => "\u01F2", // Dz
            >= 0x10D0 and <= 0x10FF => letter.ToString(), // Georgian has capitals, but no title case
            _ => Rune.ToUpperInvariant(letter).ToString(),
        };
    }

    private static string Lower(string text, int start)
    {
        if (!text.AsSpan(start).ContainsAny('\u0130', '\u03A3'))
            return text[start..].ToLowerInvariant();
        var lower = new StringBuilder(text.Length);
        for (int i = start; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length);
            _ = rune.Value switch
            {
                0x130 => lower.Append("i\u0307"), // I with dot above
                0x3A3 => lower.Append(EndsWord(text, i) ? '\u03C2' : '\u03C3'), // sigma
                _ => lower.Append(text[i..(i + length)].ToLowerInvariant()),
            };
            i += length;
        }

        return lower.ToString();
    }

    /// <summary>Unicode's Final_Sigma: a letter with case comes before, none after, accents and apostrophes aside.</summary>
    private static bool EndsWord(string text, int sigma)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, sigma), after = text.AsSpan(sigma + 1);
        Rune rune;
        int length;
        while (Rune.DecodeLastFromUtf16(before, out rune, out length) == OperationStatus.Done && IsCaseIgnorable(rune))
            before = before[..^length];
        if (!IsCased(rune))
            return false;
        while (Rune.DecodeFromUtf16(after, out rune, out length) == OperationStatus.Done && IsCaseIgnorable(rune))
            after = after[length..];
        return !IsCased(rune);
    }

    private static bool IsCased(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static bool IsCaseIgnorable(Rune rune) =>
        rune.Value is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x2018 or 0x2019 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
