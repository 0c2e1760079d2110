using System.Globalization;
using System.Text;

namespace Lasco.Research.Text.Unicode;

/// <summary>
/// Full lower-casing of Unicode (SpecialCasing.txt, no language): İ becomes i and U+0307, and a Σ that ends a word becomes ς.
/// It is what the reference tokenizers' <c>lower()</c> does; .NET maps characters one to one.
/// </summary>
internal static class LowerCase
{
    private const int CapitalIWithDot = 0x130, CapitalSigma = 0x3A3, FinalSigma = 0x3C2, CombiningDotAbove = 0x307;

    /// <summary>Appends <paramref name="text"/> in lower case; lone surrogates pass through.</summary>
    public static void Append(scoped ReadOnlySpan<char> text, ref CharBuffer output)
    {
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            int c = CodePoints.Next(text, ref i);
            if (c == CapitalSigma)
            {
                output.AppendCodePoint(EndsWord(text, start, i) ? FinalSigma : Simple(c));
            }
            else if (c == CapitalIWithDot)
            {
                output.Append('i');
                output.AppendCodePoint(CombiningDotAbove);
            }
            else
            {
                output.AppendCodePoint(Simple(c));
            }
        }
    }

    private static int Simple(int c) => Rune.IsValid(c) ? Rune.ToLowerInvariant(new Rune(c)).Value : c;

    // Final_Sigma: a cased letter before it and none after it, case-ignorable characters aside.
    private static bool EndsWord(ReadOnlySpan<char> text, int start, int end)
    {
        bool casedBefore = false;
        while (start > 0)
        {
            int c = CodePoints.Previous(text, ref start);
            if (IsCaseIgnorable(c))
                continue;
            casedBefore = IsCased(c);
            break;
        }

        while (casedBefore && end < text.Length)
        {
            int c = CodePoints.Next(text, ref end);
            if (!IsCaseIgnorable(c))
                return !IsCased(c);
        }

        return casedBefore;
    }

    private static bool IsCased(int c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
        || c is 0xAA or 0xBA or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9)
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    private static bool IsCaseIgnorable(int c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || c is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A;
}
