using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Lasco.Research.Text.Unicode;

namespace Lasco.Research.Text;

/// <summary>
/// The repairs that CLIP's tokenizer makes first, by ftfy's <c>fix_text</c> with <c>fix_encoding=False</c>: HTML entities,
/// stray C1 controls, Latin ligatures, half- and full-width forms, curly quotes, line breaks, lone surrogates, terminal
/// escapes, control characters, NFC. ftfy's guess at text decoded in the wrong encoding ("Ã©" for "é") is not made.
/// </summary>
internal static partial class TextFixer
{
    // One repair can make another possible; "&amp;amp;amp;…" would take a pass for each.
    private const int MaximumPasses = 100;

    // Bytes 80 to 9F of Windows-1252; the five without a character stay controls.
    internal const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // U+FF5F to U+FFEE in their usual width; what has none stands for itself.
    private const string StandardWidth =
        "\u2985\u2986\u3002\u300C\u300D\u3001\u30FB\u30F2\u30A1\u30A3\u30A5\u30A7\u30A9\u30E3\u30E5\u30E7\u30C3\u30FC" +
        "\u30A2\u30A4\u30A6\u30A8\u30AA\u30AB\u30AD\u30AF\u30B1\u30B3\u30B5\u30B7\u30B9\u30BB\u30BD\u30BF\u30C1\u30C4" +
        "\u30C6\u30C8\u30CA\u30CB\u30CC\u30CD\u30CE\u30CF\u30D2\u30D5\u30D8\u30DB\u30DE\u30DF\u30E0\u30E1\u30E2\u30E4" +
        "\u30E6\u30E8\u30E9\u30EA\u30EB\u30EC\u30ED\u30EF\u30F3\u3099\u309A\u1160\u1100\u1101\u11AA\u1102\u11AC\u11AD" +
        "\u1103\u1104\u1105\u11B0\u11B1\u11B2\u11B3\u11B4\u11B5\u111A\u1106\u1107\u1108\u1121\u1109\u110A\u110B\u110C" +
        "\u110D\u110E\u110F\u1110\u1111\u1112\uFFBF\uFFC0\uFFC1\u1161\u1162\u1163\u1164\u1165\u1166\uFFC8\uFFC9\u1167" +
        "\u1168\u1169\u116A\u116B\u116C\uFFD0\uFFD1\u116D\u116E\u116F\u1170\u1171\u1172\uFFD8\uFFD9\u1173\u1174\u1175" +
        "\uFFDD\uFFDE\uFFDF\u00A2\u00A3\u00AC\u00AF\u00A6\u00A5\u20A9\uFFE7\u2502\u2190\u2191\u2192\u2193\u25A0\u25CB";

    // Printable ASCII but '&' is as it should be.
    private static readonly SearchValues<char> Sound =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c != '&'), '\t', '\n', '\f']);

    /// <summary>Repairs <paramref name="text"/>.</summary>
    public static string Fix(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Sound))
            return text;
        var output = new StringBuilder(text.Length);
        bool unescape = true;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) + 1;
            if (end == 0)
                end = text.Length;
            string line = text[start..end];

            // A line with '<' is taken for HTML, in which entities mean themselves, and so are the lines after it.
            unescape &= !line.Contains('<');
            output.Append(FixLine(line, unescape));
            start = end;
        }

        return output.ToString();
    }

    private static string FixLine(string line, bool unescape)
    {
        for (int pass = 0; pass < MaximumPasses; pass++)
        {
            string before = line;
            if (unescape)
                line = HtmlEntities.UnescapeUnambiguous(line);
            line = FixCharacters(line);
            line = TerminalEscape().Replace(line, "");
            line = RemoveControls(line);
            line = Compose(line);
            if (line == before)
                break;
        }

        return line;
    }

    private static string FixCharacters(string text)
    {
        var output = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i] is >= '\x80' and <= '\x9F' ? Windows1252[text[i] - 0x80] : text[i];
            switch (c)
            {
                case < '\x80':
                    if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                        break;
                    output.Append(c == '\r' ? '\n' : c);
                    break;
                case (>= '\u2018' and <= '\u201B') or '\u02BC':
                    output.Append('\'');
                    break;
                case >= '\u201C' and <= '\u201F':
                    output.Append('"');
                    break;
                case '\u2028' or '\u2029':
                    output.Append('\n');
                    break;
                case '\u3000':
                    output.Append(' ');
                    break;
                case '\uFFE3':
                    output.Append(" \u0304");
                    break;
                case >= '\uFF01' and <= '\uFF5E':
                    output.Append((char)(c - 0xFEE0));
                    break;
                case >= '\uFF5F' and <= '\uFFEE':
                    output.Append(StandardWidth[c - 0xFF5F]);
                    break;
                case >= '\uD800' and <= '\uDFFF':
                    bool pair = i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]);
                    output.Append(pair ? text.AsSpan(i++, 2) : "\uFFFD");
                    break;
                default:
                    output.Append(Ligature(c) ?? c.ToString());
                    break;
            }
        }

        return output.ToString();
    }

    // ŉ is first parted into ʼ and n; the quote is then straightened.
    private static string? Ligature(char c) => c switch
    {
        '\u0132' => "IJ",
        '\u0133' => "ij",
        '\u0149' => "'n",
        '\u01C4' => "D\u017D",
        '\u01C5' => "D\u017E",
        '\u01C6' => "d\u017E",
        '\u01C7' => "LJ",
        '\u01C8' => "Lj",
        '\u01C9' => "lj",
        '\u01CA' => "NJ",
        '\u01CB' => "Nj",
        '\u01CC' => "nj",
        '\u01F1' => "DZ",
        '\u01F2' => "Dz",
        '\u01F3' => "dz",
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' => "\u017Ft",
        '\uFB06' => "st",
        _ => null,
    };

    private static string RemoveControls(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool control = c is <= '\b' or '\v' or (>= '\x0E' and <= '\x1F') or '\x7F'
                or (>= '\u206A' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFC');
            if (!control)
                output.Append(c);
        }

        return output.ToString();
    }

    private static string Compose(string text)
    {
        var composed = new CharBuffer(stackalloc char[256]);
        CanonicalNormalization.AppendComposed(text, ref composed);
        string result = composed.Written.ToString();
        composed.Dispose();
        return result;
    }

    [GeneratedRegex(@"\x1B\[[\d;]*[a-zA-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex TerminalEscape();
}
