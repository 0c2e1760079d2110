using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Lasco.Research.Text;

/// <summary>Character references of HTML 5, <c>&amp;eacute;</c> and <c>&amp;#233;</c>.</summary>
internal static partial class HtmlEntities
{
    private const int LongestName = 32;

    // Names as they stand after '&', with their semicolon and, where HTML allows it, without.
    private static readonly FrozenDictionary<string, string> Characters = Parse();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Characters.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> UpperCase = ParseUpperCase();

    /// <summary>
    /// Replaces references as a browser does: names may lack their semicolon where old HTML had them, and the longest name
    /// that begins what follows <c>&amp;</c> counts.
    /// </summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('&'))
            return text;
        var output = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int length = 0;
            string? replacement = text[i] == '&' ? Reference(text.AsSpan(i + 1), out length) : null;
            if (replacement is null)
                output.Append(text[i++]);
            else
                output.Append(replacement);
            i += replacement is null ? 0 : length + 1;
        }

        return output.ToString();
    }

    /// <summary>
    /// Replaces the references that end in a semicolon, and names of lower-case letters also where a whole name stands in
    /// capitals: <c>P&amp;EACUTE;REZ</c>.
    /// </summary>
    public static string UnescapeUnambiguous(string text)
    {
        if (!text.Contains('&'))
            return text;
        var output = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int end = text[i] == '&' ? EndOfUnambiguous(text, i) : -1;
            if (end < 0)
            {
                output.Append(text[i++]);
                continue;
            }

            string name = text[(i + 1)..end];
            string? replacement = name[0] != '#' ? Characters.GetValueOrDefault(name) ?? UpperCase.GetValueOrDefault(name)
                : Reference(name, out int length) is { } number && number != ";" && length == name.Length ? number : null;
            output.Append(replacement ?? text[i..end]);
            i = end;
        }

        return output.ToString();
    }

    // The end of "&", perhaps "#", 1 to 24 ASCII letters or digits, ";" at a place, or −1.
    private static int EndOfUnambiguous(string text, int start)
    {
        int i = start + 1;
        if (i < text.Length && text[i] == '#')
            i++;
        int name = i;
        while (i < text.Length && i - name < 24 && char.IsAsciiLetterOrDigit(text[i]))
            i++;
        return i > name && i < text.Length && text[i] == ';' ? i + 1 : -1;
    }

    // What stands after "&", and how much of it the reference takes; null where it is none.
    private static string? Reference(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.IsEmpty)
            return null;
        if (text[0] == '#')
            return NumberReference(text, out length);

        int end = 0;
        while (end < text.Length && end < LongestName && text[end] is not ('\t' or '\n' or '\f' or ' ' or '<' or '&' or '#' or ';'))
            end++;
        if (end > 0 && end < text.Length && text[end] == ';')
            end++;
        for (length = end; length > 1; length--)
        {
            if (BySpan.TryGetValue(text[..length], out string? characters))
                return characters;
        }

        return null;
    }

    private static string? NumberReference(ReadOnlySpan<char> text, out int length)
    {
        bool hexadecimal = text.Length > 1 && text[1] is 'x' or 'X';
        int start = hexadecimal ? 2 : 1, radix = hexadecimal ? 16 : 10, value = 0;
        for (length = start; length < text.Length && DigitOf(text[length]) is var digit and >= 0 && digit < radix; length++)
            value = Math.Min((value * radix) + digit, 0x110000);
        if (length == start)
            return null;
        if (length < text.Length && text[length] == ';')
            length++;
        return Character(value);
    }

    private static int DigitOf(char c) =>
        !char.IsAsciiHexDigit(c) ? -1 : char.IsAsciiDigit(c) ? c - '0' : (c | ' ') - 'a' + 10;

    private static string Character(int value) => value switch
    {
        0 or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF => "\uFFFD",
        >= 0x80 and <= 0x9F => TextFixer.Windows1252[value - 0x80].ToString(),
        '\r' => "\r",
        (>= 1 and <= 8) or 0xB or (>= 0xE and <= 0x1F) or 0x7F or (>= 0xFDD0 and <= 0xFDEF) => "",
        _ when (value & 0xFFFE) == 0xFFFE => "",
        _ => char.ConvertFromUtf32(value),
    };

    private static FrozenDictionary<string, string> Parse()
    {
        Dictionary<string, string> characters = new(StringComparer.Ordinal);
        foreach (string entry in Named.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            int sign = entry.IndexOfAny(['=', '!']);
            string value = string.Concat(entry[(sign + 1)..].Split('+')
                .Select(c => char.ConvertFromUtf32(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
            characters.Add(entry[..sign] + ";", value);
            if (entry[sign] == '!')
                characters.Add(entry[..sign], value);
        }

        return characters.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> ParseUpperCase() => Characters
        .Where(entry => entry.Key.EndsWith(';') && !entry.Key.Any(char.IsAsciiLetterUpper))
        .Select(entry => (Name: entry.Key.ToUpperInvariant(), entry.Value))
        .Where(entry => Reference(entry.Name, out _) is null)
        .ToFrozenDictionary(entry => entry.Name, entry => UpperCaseOf(entry.Value), StringComparer.Ordinal);

    // .NET's invariant casing leaves these two alone.
    private static string UpperCaseOf(string characters) => characters switch
    {
        "\u00DF" => "SS",
        "\u0131" => "I",
        _ => characters.ToUpperInvariant(),
    };
}
