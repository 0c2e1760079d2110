namespace Lasco.Research.Roaming.Rules;

/// <summary>The place in a predicate that its question word was moved from.</summary>
internal static class Gap
{
    /// <summary>The number of words of a predicate before its gap: behind a stranded preposition, else behind the verb.</summary>
    public static int Find(ReadOnlySpan<Token> predicate)
    {
        for (int i = predicate.Length - 1; i >= 0; i--)
        {
            if (predicate[i].Is(WordClass.Preposition) && IsStranded(predicate, i))
                return i + 1;
        }

        return EndsWithParticle(predicate) ? predicate.Length : LastVerb(predicate) + 1;
    }

    /// <summary>The predicate with an answer in its gap.</summary>
    public static string Fill(ReadOnlySpan<Token> predicate, string answer) => Fill(predicate, Find(predicate), answer);

    /// <summary>The predicate with an answer in a gap.</summary>
    public static string Fill(ReadOnlySpan<Token> predicate, int gap, string answer) => Phrase.Join(Phrase.Of(predicate[..gap]), answer, Phrase.Of(predicate[gap..]));

    /// <summary>The predicate with a place for its stranded preposition: <c>under the bed</c> for <c>on</c> in <c>sitting on</c>.</summary>
    public static string Relocate(ReadOnlySpan<Token> predicate, int gap, string place) => Phrase.Join(Phrase.Of(predicate[..(gap - 1)]), place, Phrase.Of(predicate[gap..]));

    /// <summary>Whether the gap is behind a preposition without an object of its own.</summary>
    public static bool Strands(ReadOnlySpan<Token> predicate, int gap) =>
        predicate[gap - 1].Is(WordClass.Preposition) && (gap == predicate.Length || IsStranded(predicate, gap - 1));

    /// <summary>Whether the last word makes one verb of it with the word before: <c>picking up</c>.</summary>
    private static bool EndsWithParticle(ReadOnlySpan<Token> predicate) =>
        predicate.Length > 1 && predicate[^1].Is(WordClass.Particle) && predicate[^2].Is(WordClass.Gerund | WordClass.Verb) && !Lexicon.IsBarePlace(predicate[^1].Text);

    /// <summary>The place of the verb that has the gap: the last of a chain such as <c>being held</c> or <c>trying to catch</c>.</summary>
    private static int LastVerb(ReadOnlySpan<Token> predicate)
    {
        int verb = FirstVerb(predicate);
        while (verb < predicate.Length - 1)
        {
            int next = IsAuxiliaryOfNext(predicate, verb) ? verb + 1 : Infinitive(predicate, verb);
            if (next < 0)
                break;
            verb = next;
        }

        return verb;
    }

    private static int FirstVerb(ReadOnlySpan<Token> predicate)
    {
        for (int i = 0; i < predicate.Length; i++)
        {
            if (IsVerb(predicate, i))
                return i;
        }

        return 0;
    }

    /// <summary>Whether a word can be a verb: one that an article precedes, such as <c>left</c> in <c>on the left</c>, cannot.</summary>
    private static bool IsVerb(ReadOnlySpan<Token> predicate, int i) =>
        predicate[i].Is(WordClass.Gerund | WordClass.Verb | WordClass.Participle | WordClass.Auxiliary) && (i == 0 || !predicate[i - 1].IsArticle);

    /// <summary>Whether a verb goes on in the next word: <c>be eating</c>, <c>been thrown</c>.</summary>
    private static bool IsAuxiliaryOfNext(ReadOnlySpan<Token> predicate, int verb) =>
        predicate[verb].Text is "be" or "been" or "being" or "have" && predicate[verb + 1].Is(WordClass.Gerund | WordClass.Participle) && !predicate[verb + 1].Is(WordClass.Noun);

    /// <summary>The place of the infinitive that a verb governs, as in <c>trying to catch</c> and <c>be ready to eat</c>; -1 where it governs none.</summary>
    private static int Infinitive(ReadOnlySpan<Token> predicate, int verb)
    {
        int to = predicate[verb + 1].Text is "ready" or "about" or "able" or "likely" ? verb + 2 : verb + 1;
        if (to + 1 >= predicate.Length || predicate[to].Text != "to" || !predicate[to + 1].Is(WordClass.Verb | WordClass.Auxiliary))
            return -1;
        bool hasObject = to + 2 < predicate.Length && predicate[to + 2].BeginsNoun;
        bool isPurpose = Lexicon.VerbOf(predicate[verb].Text) is "use" or "wear";
        return hasObject || isPurpose ? -1 : to + 1;
    }

    /// <summary>Whether a preposition has no object: it is the last word, or one follows that begins another phrase. Adverbs such as <c>around</c> want none.</summary>
    private static bool IsStranded(ReadOnlySpan<Token> predicate, int i)
    {
        string preposition = predicate[i].Text;
        if (i == predicate.Length - 1)
            return i == 0 || preposition is not ("inside" or "outside" or "around" or "across" or "about" or "down" or "up" or "off" or "out" or "over" or "underneath");
        Token next = predicate[i + 1];
        if (next.Is(WordClass.Preposition))
            return next.Text is not ("of" or "to" or "from") && preposition is not ("up" or "down" or "out" or "off" or "over" or "around" or "along" or "from");
        return next.Is(WordClass.Adverb) && !next.Is(WordClass.Noun | WordClass.Determiner | WordClass.Adjective) && preposition is not ("from" or "up" or "down");
    }
}
