using System.Globalization;
using System.Text;
using Lasco.Research.Text.Unicode;

namespace Lasco.Research.Text;

/// <summary>
/// How CLIP cuts text before byte-pair encoding: the two special tokens, the endings 's 't 're 've 'm 'll 'd, runs of letters,
/// single digits, and runs of what is neither letter, digit nor white space.
/// </summary>
internal static class ClipPreTokenizer
{
    /// <summary>The token that begins every sequence.</summary>
    public const string StartOfText = "<|startoftext|>";

    /// <summary>The token that ends every sequence.</summary>
    public const string EndOfText = "<|endoftext|>";

    // In the order in which they are tried.
    private static readonly string[] Literals = [StartOfText, EndOfText, "'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    private enum Kind
    {
        Skipped,
        Letter,
        Number,
        Other,
    }

    /// <summary>Repairs text, unescapes HTML twice, joins white space and lower-cases.</summary>
    public static string Clean(string text)
    {
        text = HtmlEntities.Unescape(HtmlEntities.Unescape(TextFixer.Fix(text)));
        var lower = new CharBuffer(stackalloc char[512]);
        LowerCase.Append(text, ref lower);
        string result = lower.Written.ToString();
        lower.Dispose();
        return result;
    }

    /// <summary>Cuts the next piece off cleaned text; what lies between pieces is skipped.</summary>
    /// <param name="text">What is left; the piece and what precedes it are removed.</param>
    /// <param name="piece">The piece.</param>
    /// <returns>Whether there was one.</returns>
    public static bool TryNext(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> piece)
    {
        int start = 0, end = 0;
        while (end < text.Length && KindOf(CodePoints.Next(text, ref end)) == Kind.Skipped)
            start = end;
        text = text[start..];
        piece = text[..LengthOfNext(text)];
        text = text[piece.Length..];
        return !piece.IsEmpty;
    }

    private static int LengthOfNext(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] is '\'' or '<')
        {
            foreach (string literal in Literals)
            {
                if (StartsWith(text, literal))
                    return literal.Length;
            }
        }

        int end = 0;
        Kind kind = KindOf(CodePoints.Next(text, ref end));
        for (int next = end; kind != Kind.Number && next < text.Length; end = next)
        {
            if (KindOf(CodePoints.Next(text, ref next)) != kind)
                break;
        }

        return end;
    }

    // The reference ignores case, in which ſ is an s.
    private static bool StartsWith(ReadOnlySpan<char> text, string literal)
    {
        if (text.Length < literal.Length)
            return false;
        for (int i = 0; i < literal.Length; i++)
        {
            if (text[i] != literal[i] && !(text[i] == '\u017F' && literal[i] == 's'))
                return false;
        }

        return true;
    }

    private static Kind KindOf(int c)
    {
        if (c < 128)
        {
            return char.IsAsciiLetter((char)c) ? Kind.Letter : char.IsAsciiDigit((char)c) ? Kind.Number
                : char.IsWhiteSpace((char)c) ? Kind.Skipped : Kind.Other;
        }

        // Ignoring case, the reference takes U+0345, whose capital is a letter, neither for a letter nor for another character.
        if (c == 0x345)
            return Kind.Skipped;
        if (!Rune.IsValid(c))
            return Kind.Other;
        var rune = new Rune(c);
        return Rune.IsLetter(rune) ? Kind.Letter
            : Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber ? Kind.Number
            : Rune.IsWhiteSpace(rune) ? Kind.Skipped : Kind.Other;
    }
}
