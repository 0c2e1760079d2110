namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions that offer their answers: <c>Is it day or night?</c></summary>
internal static class EitherOr
{
    /// <summary>Alternatives and what stands around them.</summary>
    private readonly ref struct Offer
    {
        /// <summary>The words before the alternatives.</summary>
        public required ReadOnlySpan<Token> Before { get; init; }

        /// <summary>The first alternative.</summary>
        public required ReadOnlySpan<Token> First { get; init; }

        /// <summary>The alternative behind the last <c>or</c>.</summary>
        public required ReadOnlySpan<Token> Last { get; init; }

        /// <summary>The words behind the alternatives.</summary>
        public required ReadOnlySpan<Token> After { get; init; }

        /// <summary>Whether there are no alternatives between the first and the last.</summary>
        public bool IsOfTwo => Between.Length == 0;

        /// <summary>The alternatives between the first and the last, with the commas around them.</summary>
        public required ReadOnlySpan<Token> Between { get; init; }
    }

    /// <summary>Puts the answer where the alternatives stand.</summary>
    /// <param name="words">The question after its auxiliary.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="resolved">The words with the alternative that the answer chose.</param>
    /// <returns>Whether the words offer alternatives, of which the answer chose.</returns>
    public static bool TryResolve(ReadOnlySpan<Token> words, Answer answer, out Token[] resolved)
    {
        resolved = [];
        words = WithoutCommasBeforeOr(WithoutOrBoth(WithoutSecondClause(words)));
        int or = Phrase.IndexOf(words, "or");
        if (or <= 0 || or == words.Length - 1)
            return false;
        Offer offer = Read(words, or);
        if (answer.Text is "both" or "neither")
        {
            var join = new Token(answer.Text == "both" ? "and" : "nor", WordClass.Conjunction);
            int article = offer.Before.Length > 0 && offer.Before[^1].IsArticle ? 1 : 0;
            resolved = [.. offer.Before[..^article], answer.Words[0], .. offer.Before[^article..], .. Whole(offer, offer.First), join, .. offer.Last, .. offer.After];
            Article.Agree(resolved);
            return offer.IsOfTwo;
        }

        ReadOnlySpan<Token> chosen = Chosen(offer, answer);
        if (chosen.Length == 0 || chosen[^1].Is(WordClass.Genitive) && offer.After.Length == 0)
            return false;
        resolved = [.. offer.Before, .. chosen, .. offer.After];
        Article.Agree(resolved);
        AgreeWithOne(resolved);
        return true;
    }

    /// <summary>An alternative with the noun that it shares with the last one: <c>a train or bus station</c>, <c>a real or a toy train</c>.</summary>
    private static ReadOnlySpan<Token> Whole(Offer offer, ReadOnlySpan<Token> alternative)
    {
        ReadOnlySpan<Token> last = offer.Last;
        if (last.Length < 2 || !last[^1].Is(WordClass.Noun))
            return alternative;
        Token end = alternative[^1];
        bool describes = alternative[0].Is(WordClass.Determiner) && end.Is(WordClass.Adjective) && (!end.Is(WordClass.Noun) || Colors.Contains(end.Text));
        bool compounds = alternative.Length <= 2 && last.Length == 2 && last[0].Is(WordClass.Noun) && SharesHead(end, last[^1]);
        return describes || compounds ? (Token[])[.. alternative, last[^1]] : alternative;
    }

    /// <summary>Whether a noun makes a compound with the head of another: <c>train</c> with <c>bus station</c>, <c>tennis</c> with <c>baseball game</c>, <c>wine</c> with <c>beer glass</c>.</summary>
    private static bool SharesHead(Token noun, Token head) =>
        WordSets.Conveyances.Contains(noun.Text) && head.Text is "station" or "stop" or "terminal" or "ticket" or "depot"
        || noun.Is(WordClass.Mass) && Nouns.Games.Contains(noun.Text)
        || WordSets.Makings.Contains(noun.Text);

    /// <summary>The alternative that the answer names, else the answer with the article that alternatives have; empty where it is no alternative.</summary>
    private static ReadOnlySpan<Token> Chosen(Offer offer, Answer answer)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (answer.Text is "other" or "another")
            return offer.Last[0].Text == "another" ? offer.Last : [];
        if (offer.IsOfTwo && Phrase.Of(offer.First) == answer.Text)
            return Whole(offer, offer.First);
        if (Names(words, offer.Last) && (offer.IsOfTwo || offer.Last[0].Is(WordClass.Determiner)))
            return offer.Last;
        if (Names(words, offer.First) && (offer.IsOfTwo || offer.First[0].Is(WordClass.Determiner)))
            return Whole(offer, offer.First);
        if (offer.Last[0].Text == "another" && !words[0].Is(WordClass.Proper))
            return [];
        Token first = offer.First[0].IsArticle ? offer.First[0] : offer.Last[0];
        if (first.IsArticle && !words[0].Is(WordClass.Determiner) && !answer.IsAdjective)
        {
            bool bare = first.Text != "the" && (answer.IsPlural || answer.Words[^1].Is(WordClass.Mass | WordClass.Proper));
            return bare ? words : (Token[])[new Token(first.Text == "the" ? "the" : "a", WordClass.Determiner), .. words];
        }

        return offer.First[0].Is(WordClass.Preposition) && !words[0].Is(WordClass.Preposition | WordClass.Adjective) ? [] : words;
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
        int start = Start(words, or, last);
        ReadOnlySpan<Token> first = words[start..or];
        int width = Width(first, last);
        int end = or;
        while (start > 1 && words[start - 1].Is(WordClass.Comma))
        {
            end = start - 1;
            start = Start(words, end, last);
        }

        return new Offer { Before = words[..start], First = words[start..end], Between = words[end..lastOr], Last = last[..width], After = last[width..] };
    }

    /// <summary>Where the alternative before a place begins: at the nearest word that plays the part of the last alternative's first word.</summary>
    private static int Start(ReadOnlySpan<Token> words, int end, ReadOnlySpan<Token> last)
    {
        Token pattern = last[0];
        for (int i = end - 2; i >= 0 && !words[i].Is(WordClass.Comma); i--)
        {
            // half full or half empty
            if (words[i].Text == pattern.Text && (!pattern.Is(WordClass.Determiner) || pattern.Text == "half"))
                return i;
        }

        bool parallel = last.Length > 1 && end > 1 && words[end - 1].Text == last[1].Text && words[end - 2].Is(WordClass.Adjective | WordClass.Adverb);
        bool half = pattern.Is(WordClass.Adjective) && end > 1 && words[end - 2].Text == "half";
        if (end > 2 && (parallel || half))
            return end - 2;
        if (end > 2 && words[end - 2].Text == "and" && words[end - 1].Is(WordClass.Adjective) && words[end - 3].Is(WordClass.Adjective) && !pattern.Is(WordClass.Determiner))
            return end - 3;
        WordClass part = pattern.Text == "half" ? WordClass.None
            : pattern.Is(WordClass.Determiner) ? WordClass.Determiner
            : pattern.Is(WordClass.Number) ? WordClass.Number
            : pattern.Is(WordClass.Preposition) ? WordClass.Preposition
            : pattern.Is(WordClass.Gerund) && !pattern.Is(WordClass.Adjective) ? WordClass.Gerund : WordClass.None;
        for (int i = end - 1; i >= 0 && !words[i].Is(WordClass.Comma); i--)
        {
            if (words[i].Is(part) && (part != WordClass.Determiner || NounPhrase.Core(words[i..end]) == end - i || end - i == 2 && !words[end - 1].Is(WordClass.Noun)))
                return i;
        }

        return end - 1;
    }

    /// <summary>How many words the last alternative has; the others belong to both.</summary>
    private static int Width(ReadOnlySpan<Token> first, ReadOnlySpan<Token> last)
    {
        if (Phrase.TextAt(last, 1) == "fashioned")
            return 2;
        if (last[0].Is(WordClass.Determiner) && !last[0].Is(WordClass.Pronoun) && last[0].Text != "half")
            return Math.Max(1, NounPhrase.Core(last));
        if (first.Length == 1 && last[0].Is(WordClass.Gerund) && Phrase.TextAt(last, 1) is "down" or "up")
            return 2;
        if (last.Length > 1 && first[^1].Text == last[1].Text)
            return 2;
        if (first[0].Text == last[0].Text)
            return Math.Min(first.Length, last.Length);
        if (first[0].Text == "half")
            return 1;
        if (first.Length > 2 && first[1].Text == "and" && first[0].Is(WordClass.Adjective))
            return 1;
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

    /// <summary><c>moving or is it stopped</c> as <c>moving or stopped</c>.</summary>
    private static ReadOnlySpan<Token> WithoutSecondClause(ReadOnlySpan<Token> words)
    {
        int or = Phrase.IndexOf(words, "or");
        bool repeats = or > 0 && or + 3 < words.Length && words[or + 1].IsFinite && words[or + 2].Is(WordClass.Pronoun);
        return repeats ? (Token[])[.. words[..(or + 1)], .. words[(or + 3)..]] : words;
    }

    /// <summary>Makes <c>one feet</c> <c>one foot</c>, where the question offered several.</summary>
    private static void AgreeWithOne(Span<Token> words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Text is "one" or "1" && words[i + 1].Is(WordClass.Plural) && (i == 0 || words[i - 1].Text != "the"))
                words[i + 1] = new Token(Inflection.Singular(words[i + 1].Text), WordClass.Noun);
        }
    }

    /// <summary><c>a hat, sunglasses, or both</c> as <c>a hat or sunglasses</c>.</summary>
    private static ReadOnlySpan<Token> WithoutOrBoth(ReadOnlySpan<Token> words)
    {
        if (words.Length < 4 || words[^1].Text is not ("both" or "neither") || words[^2].Text != "or")
            return words;
        ReadOnlySpan<Token> kept = words[..^2];
        if (kept[^1].Is(WordClass.Comma))
            kept = kept[..^1];
        int comma = kept.LastIndexOf(new Token(",", WordClass.Comma));
        if (Phrase.IndexOf(kept, "or") > 0 || comma <= 0)
            return kept;
        Token[] joined = kept.ToArray();
        joined[comma] = new Token("or", WordClass.Conjunction);
        return joined;
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
