namespace Lasco.Research.Roaming.Rules;

/// <summary>Where noun phrases end, without a parser: from the parts that words can play and what is left to be the predicate.</summary>
internal static class NounPhrase
{
    private const WordClass Nominal = WordClass.Noun | WordClass.Plural | WordClass.Mass | WordClass.Proper;

    /// <summary>The number of words of the noun phrase that the words begin with, up to its head; 0 where none begins.</summary>
    /// <param name="words">The words.</param>
    /// <param name="verbAhead">Whether a verb in its base form follows the phrase, as after <c>does</c>.</param>
    public static int Core(ReadOnlySpan<Token> words, bool verbAhead = false)
    {
        if (words.Length == 0)
            return 0;
        Token first = words[0];
        bool pointing = first.Text is "this" or "that" or "these" or "those";
        if (verbAhead && pointing && words.Length > 1 && words[1].Is(WordClass.Verb) && !(words.Length > 2 && words[2].Is(WordClass.Verb) && !words[2].Is(WordClass.Preposition)))
            return 1;
        if (first.Is(WordClass.Pronoun) && !first.Is(WordClass.Number))
        {
            if (!first.Is(WordClass.Determiner))
                return words.Length > 1 && words[1].Text == "else" ? 2 : 1;
            int whole = Run(words, verbAhead);
            for (int i = 1; pointing && whole == words.Length && i < whole - 1; i++)
            {
                if (words[i].Is(WordClass.Plural))
                    return i + 1;
            }

            return whole <= 1 || pointing && whole == words.Length ? 1 : whole;
        }

        return Run(words, verbAhead);
    }

    /// <summary>The place of a phrase's head: its last word before a preposition, participle or clause.</summary>
    public static int Head(ReadOnlySpan<Token> words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            if (words[i].Is(WordClass.Preposition | WordClass.Wh) || words[i].Is(WordClass.Gerund | WordClass.Participle) && !words[i].Is(WordClass.Noun))
            {
                if (i == 1 && !words[0].Is(Nominal))
                    continue;
                return i - 1;
            }
        }

        return words.Length - 1;
    }

    /// <summary>Whether a phrase stands for more than one thing.</summary>
    public static bool IsPlural(ReadOnlySpan<Token> words)
    {
        if (words.Length == 0)
            return false;
        if (words[0].Text is "they" or "these" or "those" or "we" or "you" or "both" or "many" or "several" or "few")
            return true;
        Token head = words[Head(words)];
        if (head.Is(WordClass.Proper) && words[0].Text is not ("the" or "some"))
            return Phrase.IndexOf(words, "and") > 0;
        return head.Is(WordClass.Plural) || Phrase.IndexOf(words, "and") is > 0 and var and && and <= Head(words) && !words[Head(words)].Is(WordClass.Mass)
            || Phrase.IndexOf(words, "and") > 0 && words[^1].Is(Nominal) && !words[0].Is(WordClass.Adjective);
    }

    /// <summary>The number of words of the subject that stands between an auxiliary and the predicate.</summary>
    /// <param name="words">The words after the auxiliary.</param>
    /// <param name="verbAhead">Whether the predicate begins with a verb in its base form.</param>
    /// <returns>The subject's length: 0 where there is no subject, all words where there is no predicate.</returns>
    public static int Subject(ReadOnlySpan<Token> words, bool verbAhead)
    {
        int end = Conjoined(words, Core(words, verbAhead), verbAhead);
        if (end == 0 || end == 1 && words[0].Is(WordClass.Pronoun) && words[0].Text is "it" or "he" or "she" or "they" or "we" or "you" or "i" or "I" or "there" or "this" or "these" or "that")
            return end;
        while (end < words.Length)
        {
            Token next = words[end];
            if (next.Is(WordClass.Preposition) && end + 1 < words.Length && (next.Text == "about" && words[end + 1].Text == "to" || next.Text == "to" && words[end + 1].Is(WordClass.Verb) && !words[end + 1].Is(WordClass.Noun)))
                return end;
            if (next.Text == "of")
            {
                int inner = Core(words[(end + 1)..], verbAhead);
                if (inner == 0)
                    return end;
                end = Conjoined(words, end + 1 + inner, verbAhead);
                continue;
            }

            if (next.Text is "who" or "that" or "which" && end + 1 < words.Length)
            {
                int after = VerbPhrase(words, end + 1);
                if (after >= words.Length)
                    return end;
                end = after;
                continue;
            }

            if (next.Is(WordClass.Adjective) && end + 2 < words.Length && words[end + 1].Text is "to" or "from" or "of")
            {
                int after = end + 2 + Core(words[(end + 2)..], verbAhead);
                if (after < words.Length && (verbAhead ? words[after].Is(WordClass.Verb | WordClass.Auxiliary) : BeginsPredicate(words[after..])))
                    return after;
            }

            if (verbAhead)
            {
                if (next.Is(WordClass.Verb | WordClass.Auxiliary) || next.Text is "not" or "still" or "also" or "actually" or "usually" or "really" or "ever" or "always" or "already" or "just" or "normally" or "generally" or "all" or "both" or "likely" or "probably" or "currently" or "only" or "even" or "typically" or "often")
                    return end;
                int after = next.Is(WordClass.Preposition) ? Conjoined(words, end + 1 + Core(words[(end + 1)..], true), true) : VerbPhrase(words, end, true);
                if (after <= end || after >= words.Length)
                    return end;
                end = after;
                continue;
            }

            if (next.Is(WordClass.Preposition) && !next.Is(WordClass.Participle | WordClass.Gerund))
            {
                int after = end;
                while (after < words.Length && words[after].Is(WordClass.Preposition))
                {
                    int inner = Core(words[(after + 1)..]);
                    if (inner == 0 && after == words.Length - 1)
                        return after;
                    after = inner == 0 ? after + 1 : Conjoined(words, after + 1 + inner, false);
                }

                return after < words.Length && BeginsPredicate(words[after..]) && after > end + 1 ? after : end;
            }

            if (next.Is(WordClass.Gerund | WordClass.Participle) && !next.Is(WordClass.Adjective))
            {
                int after = VerbPhrase(words, end);
                bool resultative = Lexicon.VerbOf(next.Text) is "keep" or "make" or "get" or "paint" or "hold" or "color" or "look" or "feel" or "leave" or "cut" or "turn" or "stand" or "seem" or "be" or "cook" or "go" or "wear" or "eat" or "dress";
                if (after < words.Length && !resultative && words[after].Is(WordClass.Adjective) && !words[after].Is(WordClass.Adverb) && words[after - 1].Is(Nominal))
                    return after;
            }

            return end;
        }

        return end;
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
        int i = start;
        while (i < words.Length && (words[i].Is(WordClass.Auxiliary) || words[i].Text == "not"))
            i++;
        if (i < words.Length && words[i].Is(WordClass.Gerund | WordClass.Participle | WordClass.Verb | WordClass.ThirdPerson | WordClass.Adjective | WordClass.Adverb) && (i == start || !words[i].Is(WordClass.Preposition)))
            i++;
        int object1 = i < words.Length && !words[i].Is(WordClass.Preposition) ? Core(words[i..], verbAhead) : 0;
        i += object1;
        while (i < words.Length && words[i].Is(WordClass.Preposition))
        {
            int inner = Core(words[(i + 1)..], verbAhead);
            i += 1 + inner;
        }

        return i;
    }

    private static int Conjoined(ReadOnlySpan<Token> words, int end, bool verbAhead)
    {
        while (end > 0 && end + 1 < words.Length && (words[end].Text is "and" or "or" || words[end].Is(WordClass.Comma)))
        {
            int start = words[end].Is(WordClass.Comma) && words[end + 1].Text is "and" or "or" ? end + 2 : end + 1;
            if (start >= words.Length || words[start].Is(WordClass.Adjective) && !words[start].Is(Nominal))
                return end;
            int next = Core(words[start..], verbAhead);
            if (next == 0)
                return end;
            end = start + next;
        }

        return end;
    }

    private static int Run(ReadOnlySpan<Token> words, bool verbAhead)
    {
        bool noun = false;
        int i = 0;
        for (; i < words.Length; i++)
        {
            Token word = words[i];
            bool more = i + 1 < words.Length;
            if (word.Is(WordClass.Genitive))
            {
                noun = false;
                continue;
            }

            if (noun)
            {
                if (!ContinuesAfterNoun(words, i, verbAhead))
                    break;
                continue;
            }

            if (word.Is(WordClass.Determiner | WordClass.Number) && !(i > 0 && word.Text is "a" or "an" or "the" && words[i - 1].Text is not ("all" or "both" or "half")) && (i == 0 || words[i - 1].Is(WordClass.Determiner | WordClass.Number | WordClass.Genitive)))
            {
                if (word.Text is "one" && i > 0 && !(more && words[i + 1].Is(Nominal)))
                    noun = true;
                continue;
            }

            if (word.Is(Nominal))
            {
                bool modifies = word.Is(WordClass.Adjective) && more && words[i + 1].Is(Nominal)
                    && !(verbAhead && words[i + 1].Is(WordClass.Verb) && !(i + 2 < words.Length && words[i + 2].Is(WordClass.Verb))) && !words[i + 1].Is(WordClass.Gerund);
                noun = !modifies;
                continue;
            }

            if (word.Is(WordClass.Adjective))
                continue;
            if (word.Is(WordClass.Gerund | WordClass.Participle) && i > 0)
            {
                noun = !(more && words[i + 1].Is(Nominal | WordClass.Adjective));
                if (noun && word.Is(WordClass.Participle))
                    return 0;
                continue;
            }

            if (word.Is(WordClass.Verb) && i > 0)
            {
                if (verbAhead && words[i - 1].Is(WordClass.Adjective))
                    return i;

                noun = true;
                continue;
            }

            bool joins = more && words[i + 1].Is(WordClass.Adjective) && i > 0 && (word.Text == "and" || word.Is(WordClass.Comma)) && words[i - 1].Is(WordClass.Adjective);
            bool grades = more && words[i + 1].Is(WordClass.Adjective | WordClass.Participle) && word.Is(WordClass.Adverb) && word.Text is not ("not" or "there" or "here");
            if (!joins && !(grades && i > 0))
                break;
        }

        if (noun)
            return i;
        return i > 0 && (words[i - 1].Is(WordClass.Number) || words[0].Text is "the" && i > 1 || words[i - 1].Is(WordClass.Determiner) && words[i - 1].Text is not ("the" or "a" or "an" or "my" or "your" or "our" or "no" or "every" or "their" or "its")) ? i : 0;
    }

    private static bool ContinuesAfterNoun(ReadOnlySpan<Token> words, int i, bool verbAhead)
    {
        Token word = words[i];
        bool more = i + 1 < words.Length;
        if (word.Is(WordClass.Number))
            return words[i - 1].Text == "number";
        if (!word.Is(Nominal) || word.Is(WordClass.Preposition | WordClass.Pronoun | WordClass.Determiner))
            return false;
        if (verbAhead && word.Is(WordClass.Verb))
            return more && words[i + 1].Is(WordClass.Verb) && !words[i + 1].Is(WordClass.Adjective | WordClass.Preposition);
        if (word.Is(WordClass.Gerund))
            return more && words[i + 1].Is(WordClass.Adjective) && !words[i + 1].Is(Nominal);
        if (!verbAhead && word.Is(WordClass.Participle | WordClass.Past))
            return false;
        if (word.Is(WordClass.Adjective))
            return more && word.Text is not ("left" or "right") && (BeginsPredicate(words[(i + 1)..]) || words[i + 1].Is(Nominal | WordClass.Preposition) && word.Text is "light" or "glass" or "metal" or "plant" or "fire" or "top")
                && !(words[i + 1].Is(WordClass.Adverb) && i + 2 == words.Length);
        return true;
    }
}
