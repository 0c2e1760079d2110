namespace Lasco.Research.Roaming.Rules;

/// <content>Determiners, modifiers and nouns up to the head.</content>
internal static partial class NounPhrase
{
    /// <summary>The number of words up to the last of the nouns, or of a determiner that needs no noun; 0 where the words begin with neither.</summary>
    private static int Run(ReadOnlySpan<Token> words, bool verbAhead)
    {
        bool headed = false;
        int i = 0;
        for (; i < words.Length; i++)
        {
            Token word = words[i];
            if (word.Is(WordClass.Genitive))
                headed = false;
            else if (headed && ContinuesAfterNoun(words, i, verbAhead))
                continue;
            else if (headed)
                break;
            else if (IsDeterminer(words, i))
                headed = word.Text == "one" && i > 0 && !Phrase.IsAt(words, i + 1, WordClass.Noun);
            else if (word.Is(WordClass.Noun))
                headed = !IsAttributive(words, i, verbAhead);
            else if (word.Is(WordClass.Adjective))
                continue;
            else if (i > 0 && word.Is(WordClass.Gerund | WordClass.Participle))
            {
                headed = !Phrase.IsAt(words, i + 1, WordClass.Noun | WordClass.Adjective);
                if (headed && word.Is(WordClass.Participle))
                    return 0;
            }
            else if (i > 0 && word.Is(WordClass.Verb))
            {
                if (verbAhead && words[i - 1].Is(WordClass.Adjective))
                    return i;
                headed = true;
            }
            else if (i == 0 || !LeadsToAdjective(words, i))
                break;
        }

        return headed || StandsWithoutNoun(words[..i]) ? i : 0;
    }

    /// <summary>Whether a word determines what follows: at the beginning, or behind another that it can follow (<c>all the</c>, <c>these two</c>).</summary>
    private static bool IsDeterminer(ReadOnlySpan<Token> words, int i)
    {
        if (!words[i].Is(WordClass.Determiner | WordClass.Number))
            return false;
        if (i == 0)
            return true;
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
        return words[^1].Is(WordClass.Determiner) && words[^1].Text is not ("the" or "a" or "an" or "my" or "your" or "our" or "no" or "every" or "their" or "its");
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
