using System.Globalization;
using System.Runtime.CompilerServices;
using Lasco.Research.Text.Unicode;

namespace Lasco.Research.Text;

/// <summary>
/// BERT's basic tokenization, uncased (Devlin et al. 2019): control characters go, CJK ideographs stand alone, words are
/// lower-cased and lose their accents (NFD without non-spacing marks), and every punctuation character is a word of its own.
/// </summary>
internal static class BasicTokenizer
{
    private const byte Dropped = 1, Space = 2, Punctuation = 3;

    // Of an ASCII character: its class above, or its lower case.
    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(c => c switch
    {
        '\t' or '\n' or '\r' or ' ' => Space,
        < ' ' or 127 => Dropped,
        _ => char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : Punctuation,
    })];

    /// <summary>Appends the words of <paramref name="text"/>, each followed by one space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AppendWords(scoped ReadOnlySpan<char> text, ref CharBuffer output)
    {
        if (!System.Text.Ascii.IsValid(text))
        {
            AppendUnicodeWords(text, ref output);
            return;
        }

        bool inWord = false;
        foreach (char c in text)
        {
            byte lower = Ascii[c];
            if (lower > Punctuation)
            {
                output.Append((char)lower);
                inWord = true;
                continue;
            }

            if (lower == Dropped)
                continue;
            if (inWord)
                output.Append(' ');
            inWord = false;
            if (lower == Punctuation)
            {
                output.Append(c);
                output.Append(' ');
            }
        }

        if (inWord)
            output.Append(' ');
    }

    private static void AppendUnicodeWords(scoped ReadOnlySpan<char> text, ref CharBuffer output)
    {
        var token = new CharBuffer(stackalloc char[128]);
        for (int i = 0; i < text.Length;)
        {
            int c = CodePoints.Next(text, ref i);
            if (IsWhiteSpace(c) || IsChinese(c))
            {
                AppendToken(token.Written, ref output);
                token.Clear();
            }

            if (IsChinese(c))
            {
                token.AppendCodePoint(c);
                AppendToken(token.Written, ref output);
                token.Clear();
            }
            else if (!IsWhiteSpace(c) && !IsDropped(c))
            {
                token.AppendCodePoint(c);
            }
        }

        AppendToken(token.Written, ref output);
        token.Dispose();
    }

    // Lower case, then NFD without non-spacing marks, then cut at punctuation: the order decides on Σ, İ and U+037E.
    private static void AppendToken(scoped ReadOnlySpan<char> token, ref CharBuffer output)
    {
        if (token.IsEmpty)
            return;
        var lower = new CharBuffer(stackalloc char[128]);
        var decomposed = new CharBuffer(stackalloc char[128]);
        LowerCase.Append(token, ref lower);
        CanonicalNormalization.AppendDecomposed(lower.Written, ref decomposed);

        bool inWord = false;
        for (int i = 0; i < decomposed.Length;)
        {
            int c = CodePoints.Next(decomposed.Written, ref i);
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category == UnicodeCategory.NonSpacingMark)
                continue;
            bool punctuation = IsPunctuation(c, category);
            if (punctuation && inWord)
                output.Append(' ');
            output.AppendCodePoint(c);
            if (punctuation)
                output.Append(' ');
            inWord = !punctuation;
        }

        if (inWord)
            output.Append(' ');
        lower.Dispose();
        decomposed.Dispose();
    }

    private static bool IsWhiteSpace(int c) => c is '\t' or '\n' or '\r'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsDropped(int c) => c == 0xFFFD
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static bool IsPunctuation(int c, UnicodeCategory category) => c < 128
        ? Ascii[c] == Punctuation
        : category is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
            or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation;

    // The ideograph blocks that BERT names: CJK with extensions A to E, and the compatibility ideographs.
    private static bool IsChinese(int c) => c is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2CEAF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
