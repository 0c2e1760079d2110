namespace Lasco.Research.Roaming.Rules;

/// <summary>The place in a predicate that its question word was moved from.</summary>
internal static class Gap
{
    /// <summary>The number of words of a predicate before its gap: behind a stranded preposition, else behind the verb.</summary>
    public static int Find(ReadOnlySpan<Token> predicate)
    {
        for (int i = predicate.Length - 1; i >= 0; i--)
        {
            if (predicate[i].Is(WordClass.Preposition) && !predicate[i].Is(WordClass.Participle | WordClass.Gerund) && IsStranded(predicate, i))
                return i + 1;
        }

        if (predicate[^1].Is(WordClass.Particle) && predicate.Length > 1 && predicate[^2].Is(WordClass.Gerund | WordClass.Verb) && !Lexicon.IsBarePlace(predicate[^1].Text))
            return predicate.Length;
        int verb = 0;
        while (verb < predicate.Length - 1 && !IsVerb(predicate, verb))
            verb++;
        if (!IsVerb(predicate, verb))
            verb = 0;
        while (verb < predicate.Length - 1)
        {
            if (predicate[verb].Text is "be" or "been" or "being" or "have" && predicate[verb + 1].Is(WordClass.Gerund | WordClass.Participle) && !predicate[verb + 1].Is(WordClass.Noun))
            {
                verb++;
                continue;
            }

            int to = verb + 1;
            if (to < predicate.Length && predicate[to].Is(WordClass.Adjective | WordClass.Preposition) && predicate[to].Text is "ready" or "about" or "able" or "likely")
                to++;
            bool chained = to + 1 < predicate.Length && predicate[to].Text == "to" && predicate[to + 1].Is(WordClass.Verb | WordClass.Auxiliary)
                && !(to + 2 < predicate.Length && predicate[to + 2].BeginsNoun) && Lexicon.VerbOf(predicate[verb].Text) is not ("use" or "wear");
            if (!chained)
                break;
            verb = to + 1;
        }

        return verb + 1;
    }

    /// <summary>The predicate with an answer in its gap.</summary>
    public static string Fill(ReadOnlySpan<Token> predicate, string answer)
    {
        int gap = Find(predicate);
        return Phrase.Join(Phrase.Of(predicate[..gap]), answer, Phrase.Of(predicate[gap..]));
    }

    /// <summary>Whether the gap is behind a preposition without an object of its own.</summary>
    public static bool Strands(ReadOnlySpan<Token> predicate, int gap) =>
        predicate[gap - 1].Is(WordClass.Preposition) && (gap == predicate.Length || IsStranded(predicate, gap - 1));

    /// <summary>Whether a word can be a verb: one that an article precedes, such as <c>left</c> in <c>on the left</c>, cannot.</summary>
    private static bool IsVerb(ReadOnlySpan<Token> predicate, int i) =>
        predicate[i].Is(WordClass.Gerund | WordClass.Verb | WordClass.Participle | WordClass.Auxiliary) && (i == 0 || predicate[i - 1].Text is not ("the" or "a" or "an"));

    private static bool IsStranded(ReadOnlySpan<Token> predicate, int i)
    {
        if (i == predicate.Length - 1)
            return i == 0 || predicate[i].Text is not ("inside" or "outside" or "around" or "across" or "about" or "down" or "up" or "off" or "out" or "over" or "underneath");
        Token next = predicate[i + 1];
        if (next.Is(WordClass.Preposition))
            return !(next.Text is "of" or "to" or "from") && !(predicate[i].Text is "up" or "down" or "out" or "off" or "over" or "around" or "along" or "from");
        return next.Is(WordClass.Adverb) && !next.Is(WordClass.Noun | WordClass.Determiner | WordClass.Adjective) && predicate[i].Text is not ("from" or "up" or "down");
    }
}
