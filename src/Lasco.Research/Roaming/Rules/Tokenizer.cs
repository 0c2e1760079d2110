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
        bool shouting = IsShouting(text);
        bool ended = false;
        var word = new StringBuilder();
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? Plain(text[i]) : ' ';
            if (c == '\0')
                return Refusal.UnexpectedCharacters;
            bool number = c is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (number || c is not (' ' or '?' or '!' or '.' or ',' or ';' or '"' or '(' or ')' or '[' or ']'))
            {
                if (ended && char.IsLetterOrDigit(c))
                    return Refusal.SeveralSentences;
                word.Append(c);
                continue;
            }

            bool abbreviation = c == '.' && word.Length is > 0 and <= 2;
            if (word.Length > 0)
                Add(tokens, word.ToString().Trim('-', ':', '*', '`', '_', '/'), shouting);
            word.Clear();
            if (c is ',' or ';' && tokens.Count > 0 && tokens[^1].Text != ",")
                tokens.Add(new Token(",", WordClass.Comma));
            ended |= c is '?' or '!' or '.' && !abbreviation && tokens.Count > 0;
        }

        for (int i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Text is "York" or "Angeles" or "Vegas" or "Francisco" or "Diego" && tokens[i - 1].Text is "new" or "los" or "las" or "san")
                tokens[i - 1] = new Token(char.ToUpperInvariant(tokens[i - 1].Text[0]) + tokens[i - 1].Text[1..], WordClass.Noun | WordClass.Proper);
        }

        while (tokens.Count > 0 && tokens[^1].Is(WordClass.Comma))
            tokens.RemoveAt(tokens.Count - 1);
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

    private static void Add(List<Token> tokens, string word, bool shouting)
    {
        string lower = word.ToLowerInvariant().Trim('\'');
        if (lower.Length == 0)
            return;
        if (word.EndsWith("s'", StringComparison.OrdinalIgnoreCase) && word[0] != '\'')
            lower += "'";
        switch (lower)
        {
            case "what's" or "who's" or "where's" or "how's" or "there's" or "that's" or "it's" or "he's" or "she's" or "when's" or "why's" or "which's" or "here's" or "this's":
                AddPlain(tokens, lower[..^2]);
                AddPlain(tokens, "is");
                return;
            case "whats" or "wheres" or "whos" or "hows":
                AddPlain(tokens, lower[..^1]);
                AddPlain(tokens, "is");
                return;
            case "they're" or "you're" or "we're" or "what're" or "there're":
                AddPlain(tokens, lower[..^3]);
                AddPlain(tokens, "are");
                return;
            case "i'm":
                AddPlain(tokens, "I");
                AddPlain(tokens, "am");
                return;
            case "can't" or "cannot" or "cant":
                AddPlain(tokens, "can");
                AddPlain(tokens, "not");
                return;
            case "won't":
                AddPlain(tokens, "will");
                AddPlain(tokens, "not");
                return;
            case "isnt" or "arent" or "doesnt" or "dont" or "didnt" or "wasnt" or "werent" or "hasnt" or "havent" or "wouldnt" or "couldnt" or "shouldnt":
                AddPlain(tokens, lower[..^2]);
                AddPlain(tokens, "not");
                return;
        }

        if (lower.EndsWith("n't", StringComparison.Ordinal) && lower.Length > 4)
        {
            AddPlain(tokens, lower[..^3]);
            AddPlain(tokens, "not");
            return;
        }

        WordClass part = Lexicon.Classify(lower);
        string? name = Lexicon.ProperSpelling(lower);
        if (name is null && part == WordClass.Genitive && Lexicon.ProperSpelling(lower[..^2]) is { } owner)
            name = owner + "'s";
        bool kept = !shouting && tokens.Count > 0 && char.IsUpper(word[0]) && !Lexicon.Knows(lower);
        bool initials = !shouting && word.Length is > 1 and <= 4 && word.All(char.IsUpper) && (!Lexicon.Knows(lower) || lower is "tv" or "tvs");
        string text = name ?? (lower == "i" ? "I" : kept || initials ? word.Trim('\'') : lower);
        tokens.Add(new Token(text, part));
    }

    private static void AddPlain(List<Token> tokens, string word) => tokens.Add(new Token(word, Lexicon.Classify(word == "I" ? "i" : word)));
}
