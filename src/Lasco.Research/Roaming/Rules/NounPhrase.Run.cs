namespace Lasco.Research.Roaming.Rules;

/// <content>Determiners, modifiers and nouns up to the head.</content>
internal static partial class NounPhrase
{
    /// <summary>What a word is to the noun phrase that the words before it begin.</summary>
    private enum Part
    {
        /// <summary>Something before the head.</summary>
        Modifier,

        /// <summary>The head, unless another noun follows.</summary>
        Head,

        /// <summary>The first word behind the phrase.</summary>
        Outside,

        /// <summary>The verb behind a phrase whose head is an adjective.</summary>
        Predicate,

        /// <summary>A participle where the head would be: what precedes is no noun phrase.</summary>
        Participle,
    }

    /// <summary>The number of words up to the last of the nouns, or of a determiner that needs no noun; 0 where the words begin with neither.</summary>
    private static int Run(ReadOnlySpan<Token> words, bool verbAhead)
    {
        bool headed = false;
        int i = 0;
        for (; i < words.Length; i++)
        {
            Part part = PartOf(words, i, headed, verbAhead);
            if (part == Part.Outside)
                break;
            if (part is Part.Predicate or Part.Participle)
                return part == Part.Predicate ? i : 0;
            headed = part == Part.Head;
        }

        return headed || StandsWithoutNoun(words[..i]) ? i : 0;
    }

    private static Part PartOf(ReadOnlySpan<Token> words, int i, bool headed, bool verbAhead)
    {
        Token word = words[i];
        if (word.Is(WordClass.Genitive))
            return Part.Modifier;
        if (headed)
            return ContinuesAfterNoun(words, i, verbAhead) ? Part.Head : Part.Outside;
        if (IsDeterminer(words, i))
            return word.Text == "one" && i > 0 && !Phrase.IsAt(words, i + 1, WordClass.Noun) ? Part.Head : Part.Modifier;
        if (word.Is(WordClass.Noun))
            return IsAttributive(words, i, verbAhead) ? Part.Modifier : Part.Head;
        if (word.Is(WordClass.Adjective))
            return Part.Modifier;
        if (i == 0)
            return Part.Outside;
        if (word.Is(WordClass.Gerund | WordClass.Participle))
            return Phrase.IsAt(words, i + 1, WordClass.Noun | WordClass.Adjective) ? Part.Modifier : word.Is(WordClass.Participle) ? Part.Participle : Part.Head;
        if (word.Is(WordClass.Verb))
            return verbAhead && words[i - 1].Is(WordClass.Adjective) ? Part.Predicate : Part.Head;
        return LeadsToAdjective(words, i) ? Part.Modifier : Part.Outside;
    }

    /// <summary>Whether a word determines what follows: at the beginning, or behind another that it can follow (<c>all the</c>, <c>these two</c>).</summary>
    private static bool IsDeterminer(ReadOnlySpan<Token> words, int i)
    {
        if (!words[i].Is(WordClass.Determiner | WordClass.Number))
            return false;
        if (i == 0)
            return true;
        if (words[i].Text is "neither" or "both" or "either")
            return false;
        return words[i - 1].Is(WordClass.Determiner | WordClass.Number | WordClass.Genitive) && (!words[i].IsArticle || words[i - 1].Text is "all" or "both" or "half");
    }

    /// <summary>Whether a word that can be a noun is an adjective here: <c>orange</c> in <c>the orange cat</c>.</summary>
    private static bool IsAttributive(ReadOnlySpan<Token> words, int i, bool verbAhead)
    {
        if (!words[i].Is(WordClass.Adjective) || !Phrase.IsAt(words, i + 1, WordClass.Noun) || words[i + 1].Is(WordClass.Gerund))
            return false;
        bool predicateNext = verbAhead && words[i + 1].Is(WordClass.Verb) && !Phrase.IsAt(words, i + 2, WordClass.Verb);
        return !predicateNext;
    }

    /// <summary>Whether a word joins or grades adjectives: <c>and</c> in <c>a red and white bus</c>, <c>very</c> in <c>a very tall man</c>.</summary>
    private static bool LeadsToAdjective(ReadOnlySpan<Token> words, int i)
    {
        Token word = words[i];
        bool joins = (word.Text == "and" || word.Is(WordClass.Comma)) && words[i - 1].Is(WordClass.Adjective) && Phrase.IsAt(words, i + 1, WordClass.Adjective);
        bool grades = word.Is(WordClass.Adverb) && word.Text is not ("not" or "there" or "here") && Phrase.IsAt(words, i + 1, WordClass.Adjective | WordClass.Participle);
        return joins || grades;
    }

    /// <summary>Whether words without a noun name things: <c>the red</c>, <c>two</c>, <c>another</c>, but not <c>every</c>.</summary>
    private static bool StandsWithoutNoun(ReadOnlySpan<Token> words)
    {
        if (words.Length == 0)
            return false;
        if (words[^1].Is(WordClass.Number) || words[0].Text == "the" && words.Length > 1)
            return true;
        return words[^1].Is(WordClass.Determiner) && !WordSets.DependentDeterminers.Contains(words[^1].Text);
    }

    /// <summary>Whether the word behind a noun belongs to its phrase, as in <c>the train station</c>.</summary>
    private static bool ContinuesAfterNoun(ReadOnlySpan<Token> words, int i, bool verbAhead)
    {
        Token word = words[i];
        if (word.Is(WordClass.Number))
            return words[i - 1].Text == "number";
        if (!word.Is(WordClass.Noun) || word.Is(WordClass.Preposition | WordClass.Pronoun | WordClass.Determiner))
            return false;
        if (verbAhead && word.Is(WordClass.Verb))
            return Phrase.IsAt(words, i + 1, WordClass.Verb) && !words[i + 1].Is(WordClass.Adjective | WordClass.Preposition);
        if (word.Is(WordClass.Gerund))
            return Phrase.IsAt(words, i + 1, WordClass.Adjective) && !words[i + 1].Is(WordClass.Noun);
        if (!verbAhead && word.Is(WordClass.Participle | WordClass.Past))
            return false;
        return !word.Is(WordClass.Adjective) || IsNounDespiteAdjective(words, i);
    }

    /// <summary>Whether a word behind a noun that can be an adjective is another noun, since a predicate follows: <c>light</c> in <c>is the street light on</c>.</summary>
    private static bool IsNounDespiteAdjective(ReadOnlySpan<Token> words, int i)
    {
        ReadOnlySpan<Token> rest = words[(i + 1)..];
        if (rest.Length == 0 || words[i].Text is "left" or "right" || rest.Length == 1 && rest[0].Is(WordClass.Adverb))
            return false;
        bool usuallyNoun = words[i].Text is "light" or "glass" or "metal" or "plant" or "fire" or "top";
        return BeginsPredicate(rest) || usuallyNoun && rest[0].Is(WordClass.Noun | WordClass.Preposition);
    }
}
