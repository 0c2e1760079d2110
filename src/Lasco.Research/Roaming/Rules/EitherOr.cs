namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions that offer their answers: <c>Is it day or night?</c></summary>
internal static class EitherOr
{
    /// <summary>Alternatives and what stands around them.</summary>
    private readonly ref struct Offer
    {
        /// <summary>The words before the alternatives.</summary>
        public required ReadOnlySpan<Token> Before { get; init; }

        /// <summary>The alternative before the first <c>or</c>.</summary>
        public required ReadOnlySpan<Token> First { get; init; }

        /// <summary>The alternative behind the last <c>or</c>.</summary>
        public required ReadOnlySpan<Token> Last { get; init; }

        /// <summary>The words behind the alternatives.</summary>
        public required ReadOnlySpan<Token> After { get; init; }

        /// <summary>Whether there are no alternatives between the first and the last.</summary>
        public required bool IsOfTwo { get; init; }
    }

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
        Offer offer = Read(words, or);
        if (answer.Text is "both" or "neither")
        {
            var join = new Token(answer.Text == "both" ? "and" : "nor", WordClass.Conjunction);
            resolved = [.. offer.Before, answer.Words[0], .. offer.First, join, .. offer.Last, .. offer.After];
            Article.Agree(resolved);
            return offer.IsOfTwo;
        }

        ReadOnlySpan<Token> chosen = Chosen(offer, answer);
        if (chosen.Length == 0 || chosen[^1].Is(WordClass.Genitive) && offer.After.Length == 0)
            return false;
        resolved = [.. offer.Before, .. chosen, .. offer.After];
        Article.Agree(resolved);
        return true;
    }

    /// <summary>The alternative that the answer names, else the answer with the article that alternatives have; empty where it is no alternative.</summary>
    private static ReadOnlySpan<Token> Chosen(Offer offer, Answer answer)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (offer.IsOfTwo && Names(words, offer.Last))
            return offer.Last;
        if (offer.IsOfTwo && Names(words, offer.First))
            return offer.First;
        Token first = offer.First[0];
        if (first.IsArticle && !words[0].Is(WordClass.Determiner) && !answer.IsAdjective)
        {
            string article = first.Text == "the" ? "the" : Lexicon.TakesAn(words[0].Text) ? "an" : "a";
            return article != "the" && answer.IsPlural ? words : (Token[])[new Token(article, WordClass.Determiner), .. words];
        }

        return first.Is(WordClass.Preposition) && !words[0].Is(WordClass.Preposition | WordClass.Adjective) ? [] : words;
    }

    /// <summary>Cuts the words around <c>or</c>: <c>is it [a cat] or [a dog] on the bed</c>.</summary>
    private static Offer Read(ReadOnlySpan<Token> words, int or)
    {
        int lastOr = or;
        for (int i = or + 1; i < words.Length - 1; i++)
        {
            if (words[i].Text == "or")
                lastOr = i;
        }

        ReadOnlySpan<Token> last = words[(lastOr + 1)..];
        int start = Start(words, or, last[0]);
        ReadOnlySpan<Token> first = words[start..or];
        int width = Width(first, last);
        bool commas = Phrase.IndexOf(words[start..lastOr], ",") >= 0 || start > 1 && words[start - 1].Is(WordClass.Comma);
        while (start > 1 && words[start - 1].Is(WordClass.Comma))
            start = Start(words, start - 1, last[0]);
        return new Offer { Before = words[..start], First = first, Last = last[..width], After = last[width..], IsOfTwo = lastOr == or && !commas };
    }

    /// <summary>Where the alternative before a place begins: at the nearest word that plays the part of the last alternative's first word.</summary>
    private static int Start(ReadOnlySpan<Token> words, int end, Token pattern)
    {
        WordClass part = pattern.Is(WordClass.Determiner) ? WordClass.Determiner
            : pattern.Is(WordClass.Preposition) ? WordClass.Preposition
            : pattern.Is(WordClass.Gerund) && !pattern.Is(WordClass.Adjective) ? WordClass.Gerund : WordClass.None;
        for (int i = end - 1; i >= 0 && !words[i].Is(WordClass.Comma); i--)
        {
            if (words[i].Is(part))
                return i;
        }

        return end - 1;
    }

    /// <summary>How many words the last alternative has; the others belong to both.</summary>
    private static int Width(ReadOnlySpan<Token> first, ReadOnlySpan<Token> last)
    {
        if (Phrase.TextAt(last, 1) == "fashioned")
            return 2;
        if (first.Length > 1)
        {
            return first[0].Is(WordClass.Determiner) ? Math.Max(1, NounPhrase.Core(last))
                : first[0].Is(WordClass.Preposition) ? 1 + NounPhrase.Core(last[1..]) : last.Length;
        }

        if (last[0].Is(WordClass.Adjective) && Phrase.TextAt(last, 1) == "and" && Phrase.IsAt(last, 2, WordClass.Adjective))
            return 3;
        bool compound = first[0].Is(WordClass.Noun) && !first[0].Is(WordClass.Adjective) && last[0].Is(WordClass.Noun | WordClass.Adjective)
            && Phrase.IsAt(last, 1, WordClass.Noun) && !last[1].Is(WordClass.Adjective);
        return compound ? 2 : 1;
    }

    /// <summary>Whether an answer names an alternative: but for articles, prepositions and the number, all of its words are among the alternative's.</summary>
    private static bool Names(ReadOnlySpan<Token> answer, ReadOnlySpan<Token> alternative)
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

    /// <summary><c>red, blue, or green</c> as <c>red, blue or green</c>.</summary>
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
