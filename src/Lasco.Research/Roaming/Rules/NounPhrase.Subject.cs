namespace Lasco.Research.Roaming.Rules;

/// <content>Subjects: noun phrases with what modifies them from behind, up to the predicate.</content>
internal static partial class NounPhrase
{
    /// <summary>The number of words of the subject that stands between an auxiliary and the predicate.</summary>
    /// <param name="words">The words after the auxiliary.</param>
    /// <param name="verbAhead">Whether the predicate begins with a verb in its base form.</param>
    /// <returns>The subject's length: 0 where there is no subject, all words where there is no predicate.</returns>
    public static int Subject(ReadOnlySpan<Token> words, bool verbAhead)
    {
        int end = Conjoined(words, Core(words, verbAhead), verbAhead);
        if (end == 0 || end == 1 && WordSets.WholeSubjects.Contains(words[0].Text))
            return end;
        while (end < words.Length && !BeginsInfinitive(words[end..]))
        {
            int after;
            if (words[end].Text == "of")
                after = AfterOf(words, end, verbAhead);
            else if (words[end].Text is "who" or "that" or "which" && end + 1 < words.Length)
                after = VerbPhrase(words, end + 1) is var clause && clause < words.Length ? clause : end;
            else if (AfterAdjective(words, end, verbAhead) is var complemented && complemented > end)
                return complemented;
            else if (!verbAhead)
                return words[end].Is(WordClass.Preposition) ? AfterPrepositions(words, end) : AfterParticiple(words, end);
            else
                after = AfterModifierOfBaseForm(words, end);
            if (after == end)
                return end;
            end = after;
        }

        return end;
    }

    /// <summary><c>about to</c> and <c>to eat</c>, which are of the predicate.</summary>
    private static bool BeginsInfinitive(ReadOnlySpan<Token> words) => words[0].Text switch
    {
        "about" => Phrase.TextAt(words, 1) == "to",
        "to" => Phrase.IsAt(words, 1, WordClass.Verb) && !words[1].Is(WordClass.Noun),
        _ => false,
    };

    /// <summary><c>The back [of the bus] blue</c>.</summary>
    private static int AfterOf(ReadOnlySpan<Token> words, int of, bool verbAhead)
    {
        int inner = Core(words[(of + 1)..], verbAhead);
        return inner == 0 ? of : Conjoined(words, of + 1 + inner, verbAhead);
    }

    /// <summary><c>The man [closest to the car] tall</c>.</summary>
    private static int AfterAdjective(ReadOnlySpan<Token> words, int end, bool verbAhead)
    {
        if (!words[end].Is(WordClass.Adjective) || end + 2 >= words.Length || words[end + 1].Text is not ("to" or "from" or "of"))
            return end;
        int after = end + 2 + Core(words[(end + 2)..], verbAhead);
        bool predicateFollows = after < words.Length && (verbAhead ? words[after].Is(WordClass.Verb | WordClass.Auxiliary) : BeginsPredicate(words[after..]));
        return predicateFollows ? after : end;
    }

    /// <summary>Any modifier that leaves a verb's base form: <c>(does) the dog [on the bed] look happy</c>, <c>(does) the man [holding a bag] look happy</c>.</summary>
    private static int AfterModifierOfBaseForm(ReadOnlySpan<Token> words, int end)
    {
        if (words[end].Is(WordClass.Verb | WordClass.Auxiliary) || WordSets.PreverbalAdverbs.Contains(words[end].Text))
            return end;
        int after = words[end].Is(WordClass.Preposition) ? Conjoined(words, end + 1 + Core(words[(end + 1)..], true), true) : VerbPhrase(words, end, true);
        return after < words.Length ? after : end;
    }

    /// <summary><c>The dog [on the bed] wet</c>; where no predicate would be left, the phrase is the predicate: <c>the dog on the bed</c>.</summary>
    private static int AfterPrepositions(ReadOnlySpan<Token> words, int end)
    {
        int after = end;
        while (Phrase.IsAt(words, after, WordClass.Preposition))
        {
            int inner = Core(words[(after + 1)..]);
            if (inner == 0 && after == words.Length - 1)
                return after;
            after = inner == 0 ? after + 1 : Conjoined(words, after + 1 + inner, false);
        }

        return after > end + 1 && after < words.Length && BeginsPredicate(words[after..]) ? after : end;
    }

    /// <summary><c>The man [holding a bag] tall</c>; but <c>the man wearing a hat</c>, and <c>the wall painted blue</c>, have predicates of a participle.</summary>
    private static int AfterParticiple(ReadOnlySpan<Token> words, int end)
    {
        Token participle = words[end];
        if (!participle.Is(WordClass.Gerund | WordClass.Participle) || participle.Is(WordClass.Adjective))
            return end;
        int after = VerbPhrase(words, end);
        bool resultative = Lexicon.VerbOf(participle.Text) is { } verb && WordSets.VerbsWithAdjective.Contains(verb);
        bool predicateFollows = Phrase.IsAt(words, after, WordClass.Adjective) && !words[after].Is(WordClass.Adverb) && words[after - 1].Is(WordClass.Noun);
        return predicateFollows && !resultative ? after : end;
    }

    /// <summary>Whether the words can be what is said of a subject.</summary>
    private static bool BeginsPredicate(ReadOnlySpan<Token> words)
    {
        Token first = words[0];
        if (first.Text is "be" or "been" or "being" or "not")
            return true;
        if (first.Is(WordClass.Gerund | WordClass.Participle | WordClass.Adjective | WordClass.Determiner))
            return true;
        return first.Is(WordClass.Adverb) && words.Length > 1 && BeginsPredicate(words[1..]);
    }

    /// <summary>The place after the verb phrase that begins at a place: auxiliaries, verb, object, prepositional phrases.</summary>
    private static int VerbPhrase(ReadOnlySpan<Token> words, int start, bool verbAhead = false)
    {
        const WordClass Verbal = WordClass.Gerund | WordClass.Participle | WordClass.Verb | WordClass.ThirdPerson | WordClass.Adjective | WordClass.Adverb;
        int i = start;
        while (i < words.Length && (words[i].Is(WordClass.Auxiliary) || words[i].Text == "not"))
            i++;
        if (Phrase.IsAt(words, i, Verbal) && (i == start || !words[i].Is(WordClass.Preposition)))
            i++;
        if (i < words.Length && !words[i].Is(WordClass.Preposition))
            i += Core(words[i..], verbAhead);
        while (Phrase.IsAt(words, i, WordClass.Preposition))
            i += 1 + Core(words[(i + 1)..], verbAhead);
        return i;
    }
}
