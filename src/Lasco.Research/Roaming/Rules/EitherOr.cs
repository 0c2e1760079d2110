namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions that offer their answers: <c>Is it day or night?</c></summary>
internal static class EitherOr
{
    /// <summary>Puts the answer where the alternatives stand.</summary>
    /// <param name="words">The question after its auxiliary.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="resolved">The words with the alternative that the answer chose.</param>
    /// <returns>Whether the words offer alternatives, of which the answer chose.</returns>
    public static bool TryResolve(ReadOnlySpan<Token> words, Answer answer, out Token[] resolved)
    {
        resolved = [];
        words = WithoutCommasBeforeOr(words);
        int or = Phrase.IndexOf(words, "or");
        if (or <= 0 || or == words.Length - 1)
            return false;
        int lastOr = or;
        for (int i = or + 1; i < words.Length - 1; i++)
        {
            if (words[i].Text == "or")
                lastOr = i;
        }

        int left = Start(words, or, words[lastOr + 1]);
        ReadOnlySpan<Token> first = words[left..or];
        ReadOnlySpan<Token> last = words[(lastOr + 1)..];
        bool comma = Phrase.IndexOf(words[left..lastOr], ",") >= 0 || left > 1 && words[left - 1].Is(WordClass.Comma);
        while (comma && left > 1 && words[left - 1].Is(WordClass.Comma))
            left = Math.Max(0, Start(words, left - 1, words[lastOr + 1]));
        int width = Width(first, last);
        ReadOnlySpan<Token> tail = last[width..];
        last = last[..width];
        ReadOnlySpan<Token> chosen = answer.Words;
        if (answer.Text == "both" || answer.Text == "neither")
        {
            var join = new Token(answer.Text == "both" ? "and" : "nor", WordClass.Conjunction);
            resolved = [.. words[..left], answer.Words[0], .. words[left..or], join, .. last, .. tail];
            return lastOr == or && !comma;
        }

        if (lastOr == or && !comma && Matches(last, answer.Words))
            chosen = last;
        else if (lastOr == or && !comma && Matches(first, answer.Words))
            chosen = first;
        else if (first[0].Text is "a" or "an" or "the" && !chosen[0].Is(WordClass.Determiner) && !answer.IsAdjective)
        {
            string article = first[0].Text == "the" ? "the" : Lexicon.TakesAn(chosen[0].Text) ? "an" : "a";
            if (article == "the" || !answer.IsPlural)
                chosen = (Token[])[new Token(article, WordClass.Determiner), .. chosen];
        }
        else if (first[0].Is(WordClass.Preposition) && !chosen[0].Is(WordClass.Preposition | WordClass.Adjective))
        {
            return false;
        }

        if (chosen[^1].Is(WordClass.Genitive) && tail.Length == 0)
            return false;
        resolved = [.. words[..left], .. chosen, .. tail];
        return true;
    }

    /// <summary>Where the first alternative begins: at the nearest word before <c>or</c> that plays the part of the last one's first word.</summary>
    private static int Start(ReadOnlySpan<Token> words, int or, Token pattern)
    {
        WordClass part = pattern.Is(WordClass.Determiner) ? WordClass.Determiner
            : pattern.Is(WordClass.Preposition) ? WordClass.Preposition
            : pattern.Is(WordClass.Gerund) && !pattern.Is(WordClass.Adjective) ? WordClass.Gerund : WordClass.None;
        for (int i = or - 1; i >= 0 && part != WordClass.None; i--)
        {
            if (words[i].Is(WordClass.Comma))
                break;
            if (words[i].Is(part) && !(part == WordClass.Determiner && i + 1 < words.Length && words[i + 1].Is(WordClass.Determiner)))
                return i;
        }

        return or - 1;
    }

    /// <summary>How many words the last alternative has; the others belong to both.</summary>
    private static int Width(ReadOnlySpan<Token> first, ReadOnlySpan<Token> last)
    {
        if (last.Length > 2 && last[1].Text == "and" && first.Length == 1 && last[0].Is(WordClass.Adjective) && last[2].Is(WordClass.Adjective))
            return 3;
        if (last.Length > 1 && last[1].Text == "fashioned")
            return 2;
        if (first.Length == 1)
        {
            bool compound = last.Length > 1 && first[0].Is(WordClass.Noun) && !first[0].Is(WordClass.Adjective) && last[0].Is(WordClass.Noun | WordClass.Adjective) && last[1].Is(WordClass.Noun) && !last[1].Is(WordClass.Adjective);
            return compound ? 2 : 1;
        }

        if (first[0].Is(WordClass.Determiner) && last[0].Is(WordClass.Determiner))
            return Math.Max(1, NounPhrase.Core(last));
        if (first[0].Is(WordClass.Preposition) && last[0].Is(WordClass.Preposition))
            return Math.Max(1, 1 + NounPhrase.Core(last[1..]));
        return last.Length;
    }

    private static bool Matches(ReadOnlySpan<Token> alternative, ReadOnlySpan<Token> answer)
    {
        foreach (Token word in answer)
        {
            if (word.Is(WordClass.Determiner) || word.Is(WordClass.Preposition) && answer.Length > 1)
                continue;
            bool found = false;
            foreach (Token other in alternative)
                found |= other.Text == word.Text || other.Text == word.Text + "s" || other.Text + "s" == word.Text;
            if (!found)
                return false;
        }

        return true;
    }

    private static Token[] WithoutCommasBeforeOr(ReadOnlySpan<Token> words)
    {
        var kept = new List<Token>(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            if (!(words[i].Is(WordClass.Comma) && Phrase.TextAt(words, i + 1) == "or"))
                kept.Add(words[i]);
        }

        return [.. kept];
    }
}
