namespace Lasco.Research.Roaming.Rules;

/// <summary>Where noun phrases end, without a parser: from the parts that words can play and what is left to be the predicate.</summary>
internal static partial class NounPhrase
{
    /// <summary>The number of words of the noun phrase that the words begin with, up to its head; 0 where none begins.</summary>
    /// <param name="words">The words.</param>
    /// <param name="verbAhead">Whether a verb in its base form follows the phrase, as after <c>does</c>.</param>
    public static int Core(ReadOnlySpan<Token> words, bool verbAhead = false)
    {
        if (words.Length == 0)
            return 0;
        if (words[0].Text is "this" or "that" or "these" or "those")
            return Demonstrative(words, verbAhead);
        if (words[0].Is(WordClass.Pronoun) && words[0].Text != "one")
            return Phrase.TextAt(words, 1) == "else" ? 2 : 1;
        return Run(words, verbAhead);
    }

    /// <summary>The place of a phrase's head: its last word before a preposition, participle or clause.</summary>
    public static int Head(ReadOnlySpan<Token> words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            bool modifies = words[i].Is(WordClass.Preposition | WordClass.Wh) || words[i].Is(WordClass.Gerund | WordClass.Participle) && !words[i].Is(WordClass.Noun);
            if (modifies && (i > 1 || words[0].Is(WordClass.Noun)))
                return i - 1;
        }

        return words.Length - 1;
    }

    /// <summary>Whether a phrase stands for more than one thing.</summary>
    public static bool IsPlural(ReadOnlySpan<Token> words)
    {
        if (words.Length == 0)
            return false;
        if (WordSets.PluralDeterminers.Contains(words[0].Text))
            return true;
        int head = Head(words);
        int and = Phrase.IndexOf(words, "and");
        if (words[head].Is(WordClass.Proper) && words[0].Text is not ("the" or "some"))
            return and > 0;
        if (words[head].Is(WordClass.Plural))
            return true;
        bool joinsHeads = and <= head && !words[head].Is(WordClass.Mass);
        bool joinsPhrases = words[^1].Is(WordClass.Noun) && !words[0].Is(WordClass.Adjective);
        return and > 0 && (joinsHeads || joinsPhrases);
    }

    /// <summary><c>this</c> and the like: a determiner of <c>this dog</c>, or a pronoun, as in <c>this look good</c> and where no word would be left for the predicate.</summary>
    private static int Demonstrative(ReadOnlySpan<Token> words, bool verbAhead)
    {
        bool anotherVerb = Phrase.IsAt(words, 2, WordClass.Verb) && !words[2].Is(WordClass.Preposition);
        if (verbAhead && Phrase.IsAt(words, 1, WordClass.Verb) && !anotherVerb)
            return 1;
        int run = Run(words, verbAhead);
        if (run < words.Length)
            return Math.Max(run, 1);
        for (int i = 1; i < run - 1; i++)
        {
            if (words[i].Is(WordClass.Plural))
                return i + 1;
        }

        return 1;
    }

    /// <summary>The end of a phrase with those that are joined to it: <c>the man, the woman and the dog</c>.</summary>
    private static int Conjoined(ReadOnlySpan<Token> words, int end, bool verbAhead)
    {
        while (end > 0 && end + 1 < words.Length && (words[end].Text is "and" or "or" || words[end].Is(WordClass.Comma)))
        {
            int start = words[end].Is(WordClass.Comma) && words[end + 1].Text is "and" or "or" ? end + 2 : end + 1;
            if (start >= words.Length || words[start].Is(WordClass.Adjective) && !words[start].Is(WordClass.Noun))
                return end;
            int next = Core(words[start..], verbAhead);
            if (next == 0)
                return end;
            end = start + next;
        }

        return end;
    }
}
