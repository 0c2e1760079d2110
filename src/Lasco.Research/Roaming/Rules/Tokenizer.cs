using System.Runtime.InteropServices;
using System.Text;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Cuts a question or an answer into words: case, spaces, punctuation and contractions made uniform.</summary>
internal static class Tokenizer
{
    /// <summary>Longer questions and answers are refused.</summary>
    public const int MaxLength = 300;

    /// <summary>Cuts a text into its words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words; a comma is a word, other punctuation around words is dropped.</param>
    /// <returns><see cref="Refusal.None"/>, or why the text cannot be cut.</returns>
    public static Refusal Cut(string text, out List<Token> tokens)
    {
        tokens = [];
        if (text.Length > MaxLength)
            return Refusal.TooLong;
        Refusal refusal = Scan(text, tokens);
        if (refusal != Refusal.None)
            return refusal;
        CapitalizeNames(tokens);
        Article.Agree(CollectionsMarshal.AsSpan(tokens));
        while (tokens.Count > 0 && tokens[^1].Is(WordClass.Comma))
            tokens.RemoveAt(tokens.Count - 1);
        return Refusal.None;
    }

    private static Refusal Scan(string text, List<Token> tokens)
    {
        bool shouting = IsShouting(text);
        bool ended = false;
        var word = new StringBuilder();
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? Plain(text[i]) : ' ';
            if (c == '\0')
                return Refusal.UnexpectedCharacters;
            bool separates = c is ' ' or '?' or '!' or '.' or ',' or ';' or '"' or '(' or ')' or '[' or ']';
            if (!separates || c is '.' or ',' && IsInNumber(text, i))
            {
                if (ended && char.IsLetterOrDigit(c))
                    return Refusal.SeveralSentences;
                word.Append(c);
                continue;
            }

            bool abbreviates = c == '.' && word.Length is 1 or 2;
            if (word.Length > 0)
                Add(tokens, word.ToString().Trim('-', ':', '*', '`', '_', '/'), shouting);
            word.Clear();
            if (c is ',' or ';' && tokens.Count > 0 && tokens[^1].Text != ",")
                tokens.Add(new Token(",", WordClass.Comma));
            ended |= c is '?' or '!' or '.' && !abbreviates && tokens.Count > 0;
        }

        return Refusal.None;
    }

    /// <summary>The character that stands for one, a space for what separates, and NUL for what no question has.</summary>
    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u00b4' or '`' => '\'',
        '\u201c' or '\u201d' => '"',
        '\u2013' or '\u2014' => '-',
        ' ' or '\t' or '\n' or '\r' or '\u00a0' => ' ',
        '\\' or '<' or '>' or '{' or '}' or '|' or '^' or '~' or '=' or '@' => '\0',
        < ' ' or '\u007f' => '\0',
        <= '\u007e' => c,
        _ => c < '\u0250' && char.IsLetter(c) ? c : '\0',
    };

    /// <summary>Whether a point or comma is of a number, as in <c>3.5</c> and <c>1,000</c>.</summary>
    private static bool IsInNumber(string text, int i) => i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    /// <summary>Whether a text is in capitals, which then say nothing of names.</summary>
    private static bool IsShouting(string text)
    {
        int upper = 0, lower = 0;
        foreach (char c in text)
        {
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
        }

        return upper > 3 * lower && upper > 3;
    }

    /// <summary>Adds a word, or the two of a contraction.</summary>
    private static void Add(List<Token> tokens, string word, bool shouting)
    {
        if (word.Length > 0 && char.IsAsciiDigit(word[0]) && Height(word) is { } height)
        {
            tokens.AddRange(height.Select(Plainly));
            return;
        }

        string lower = word.ToLowerInvariant().Trim('\'');
        if (lower.Length == 0)
            return;
        if (char.IsAsciiDigit(lower[0]) && lower.Length > 2 && lower.EndsWith("0's", StringComparison.Ordinal))
            lower = word = lower[..^2] + "s";
        if (word.EndsWith("s'", StringComparison.OrdinalIgnoreCase) && word[0] != '\'')
            lower += "'";
        if (Contraction.Expand(lower) is { } expanded)
        {
            tokens.Add(Plainly(expanded.First));
            tokens.Add(Plainly(expanded.Second));
            return;
        }

        WordClass part = Lexicon.Classify(lower);
        tokens.Add(new Token(Name(lower, part) ?? Spelled(word, lower, shouting, first: tokens.Count == 0), part));

        static Token Plainly(string word) => new(word, Lexicon.Classify(word == "I" ? "i" : word));
    }

    /// <summary>The words of a length: <c>6'</c> as <c>6 feet</c>, <c>5'10</c> as <c>5 feet 10 inches</c>; null for other words.</summary>
    private static string[]? Height(string word)
    {
        int mark = word.IndexOf('\'');
        if (mark <= 0 || word.AsSpan(0, mark).ContainsAnyExceptInRange('0', '9'))
            return null;
        ReadOnlySpan<char> inches = word.AsSpan(mark + 1).TrimEnd('\'');
        string feet = word[..mark];
        if (inches.Length == 0)
            return [feet, word.Length == mark + 1 ? "feet" : "inches"];
        return !inches.ContainsAnyExceptInRange('0', '9') ? [feet, "feet", inches.ToString(), "inches"] : null;
    }

    /// <summary>The spelling of a known name, and of its genitive; null for other words.</summary>
    private static string? Name(string lower, WordClass part)
    {
        if (Lexicon.ProperSpelling(lower) is { } name)
            return name;
        return part == WordClass.Genitive && Lexicon.ProperSpelling(lower[..^2]) is { } owner ? owner + "'s" : null;
    }

    /// <summary>A word in lower case, unless its capitals show an unknown name (<c>Fido</c>, not where a text begins) or initials (<c>TV</c>).</summary>
    private static string Spelled(string word, string lower, bool shouting, bool first)
    {
        if (lower == "i")
            return "I";
        if (shouting || !char.IsUpper(word[0]))
            return lower;
        bool unknown = !Lexicon.Knows(lower);
        bool name = unknown && !first;
        bool initials = word.Length is > 1 and <= 4 && word.All(char.IsUpper) && (unknown || lower is "tv" or "tvs");
        return name || initials ? word.Trim('\'') : lower;
    }

    /// <summary>Capitalizes the first word of <c>New York</c>, the surname of <c>Mary Jane</c>, both of <c>JK Rowling</c>, and <c>China</c> as a place.</summary>
    private static void CapitalizeNames(List<Token> tokens)
    {
        for (int i = 1; i < tokens.Count; i++)
        {
            string first = tokens[i - 1].Text;
            bool place = tokens[i].Text == "china" && first is "in" or "from" && i == tokens.Count - 1;
            bool surname = tokens[i - 1].Is(WordClass.Proper) && Lexicon.IsGivenName(first) && tokens[i].Is(WordClass.Noun | WordClass.Gerund) && char.IsAsciiLetterLower(tokens[i].Text[0])
                && (tokens.Count == 2 && !tokens[i].Is(WordClass.Adjective) || !Lexicon.Knows(tokens[i].Text));
            bool initials = tokens.Count == 2 && first.Length == 2 && first.All(char.IsAsciiLetterLower) && !first.AsSpan().ContainsAny("aeiouy")
                && !Lexicon.Knows(first) && !Lexicon.Knows(tokens[i].Text);
            if (initials)
                tokens[0] = new Token(first.ToUpperInvariant(), WordClass.Noun | WordClass.Proper);
            if (place || surname || initials && char.IsAsciiLetterLower(tokens[i].Text[0]))
                tokens[i] = Capitalized(tokens[i].Text);
            else if (tokens[i].Text is "York" or "Angeles" or "Vegas" or "Francisco" or "Diego" && first is "new" or "los" or "las" or "san")
                tokens[i - 1] = Capitalized(first);
        }
    }

    private static Token Capitalized(string word) => new(char.ToUpperInvariant(word[0]) + word[1..], WordClass.Noun | WordClass.Proper);
}
