namespace Lasco.Research.Roaming.Rules;

/// <summary>Articles that questions and answers have wrong, or lack where only one is possible.</summary>
internal static class Article
{
    /// <summary>Gives each <c>a</c> and <c>an</c> the form that the word behind it needs: <c>a old train</c> as <c>an old train</c>.</summary>
    public static void Agree(Span<Token> words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Text is not ("a" or "an"))
                continue;
            Token next = words[i + 1];
            bool apart = next.Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Auxiliary) && !next.Is(WordClass.Noun | WordClass.Adjective);
            if (!apart && IsSpoken(next.Text))
                words[i] = words[i] with { Text = Lexicon.TakesAn(next.Text) ? "an" : "a" };
        }
    }

    /// <summary>Adds <c>the</c> where a place lacks it: <c>on left</c>, <c>on bed</c>, <c>in background</c>, <c>in front of house</c>, <c>in USA</c>.</summary>
    public static void Complete(List<Token> words)
    {
        for (int i = words.Count - 1; i > 0; i--)
        {
            if (LacksThe(words, i))
                words.Insert(i, new Token("the", WordClass.Determiner));
        }
    }

    /// <summary>Whether how a word sounds is known: it shows in how it is written, but for initials and an h that may be mute.</summary>
    private static bool IsSpoken(string word)
    {
        if (word.Length == 1)
            return char.IsAsciiDigit(word[0]);
        bool doubtful = word[0] is 'h' or 'H' || char.IsUpper(word[0]) && char.IsUpper(word[1]);
        return !doubtful || word[0] is not ('U' or 'u') && Lexicon.TakesAn(word);
    }

    private static bool LacksThe(List<Token> words, int i)
    {
        if (!words[i - 1].Is(WordClass.Preposition) || words[i].Is(WordClass.Determiner | WordClass.Genitive))
            return false;
        string before = words[i - 1].Text;
        string word = words[i].Text;
        Token? after = i + 1 < words.Count ? words[i + 1] : null;
        bool ends = after is not { } next || next.Is(WordClass.Preposition | WordClass.Comma | WordClass.Conjunction | WordClass.Gerund | WordClass.Auxiliary);
        bool side = word is "left" or "right" && (ends || after?.Text is "side" or "hand");
        if (side && (before is "on" or "to"))
            return true;
        if (!ends)
            return false;
        if (words[i].Is(WordClass.Proper) && WordSets.NamesWithArticle.Contains(word))
            return true;
        bool counted = words[i].Is(WordClass.Noun) && !words[i].Is(WordClass.Plural | WordClass.Mass | WordClass.Proper | WordClass.Gerund) && Lexicon.Knows(word);
        return before switch
        {
            "in" => WordSets.OnceInPicture.Contains(word),
            "on" => counted && Lexicon.IsOnPlace(word) && !WordSets.BareAfterOn.Contains(word),
            "of" => counted && i > 2 && words[i - 2].Text == "front" && words[i - 3].Text == "in",
            _ => false,
        };
    }
}
