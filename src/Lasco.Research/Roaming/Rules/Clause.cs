namespace Lasco.Research.Roaming.Rules;

/// <summary>A question turned back: subject, auxiliary, and what the auxiliary is followed by.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Auxiliary">The question's auxiliary, such as <c>is</c>, <c>does</c> or <c>can</c>.</param>
/// <param name="Predicate">The rest; after <c>do</c> and modal verbs it begins with a verb's base form.</param>
internal readonly record struct Clause(string Subject, string Auxiliary, string Predicate)
{
    /// <summary>The statement that the question is about.</summary>
    public string Affirmed => Auxiliary switch
    {
        "do" => Phrase.Join(Subject, Predicate),
        "does" => Phrase.Join(Subject, WithVerb(Predicate, Inflection.ThirdPerson)),
        "did" => Phrase.Join(Subject, WithVerb(Predicate, Inflection.Past)),
        _ => Phrase.Join(Subject, Auxiliary, Predicate),
    };

    /// <summary>Whether a verb stands where the auxiliary needs one.</summary>
    public bool IsWhole
    {
        get
        {
            if (Auxiliary is not ("do" or "does" or "did"))
                return true;
            foreach (string word in Predicate.Split(' '))
            {
                WordClass part = Lexicon.Classify(word);
                if ((part & (WordClass.Verb | WordClass.Auxiliary)) != 0)
                    return true;
                if ((part & WordClass.Adverb) == 0 && word is not ("all" or "both" or "likely" or "still" or "even"))
                    return false;
            }

            return false;
        }
    }

    /// <summary>The contrary statement.</summary>
    public string Denied => Auxiliary == "can" ? Phrase.Join(Subject, "cannot", Predicate) : Phrase.Join(Subject, Auxiliary, "not", Predicate);

    /// <summary>What should be, or should not be; null where the auxiliary has no such form.</summary>
    public string? Wanted(bool negated = false)
    {
        string should = negated ? "should not" : "should";
        if (Predicate.StartsWith("being ", StringComparison.Ordinal) || Auxiliary is "can" or "could" && (Predicate == "be" || Predicate.StartsWith("be ", StringComparison.Ordinal) || Predicate.StartsWith("have ", StringComparison.Ordinal)))
            return null;
        if (Auxiliary is "is" or "are" && Predicate.StartsWith("all ", StringComparison.Ordinal))
            return Phrase.Join(Subject, should, "all be", Predicate[4..]);
        return Auxiliary switch
        {
            "is" or "are" or "am" => Phrase.Join(Subject, should, "be", Predicate),
            "was" or "were" => Phrase.Join(Subject, should, "have been", Predicate),
            "do" or "does" => Phrase.Join(Subject, should, Predicate),
            "did" => Phrase.Join(Subject, should, "have", WithVerb(Predicate, Inflection.Participle)),
            "has" or "have" => Phrase.Join(Subject, should, "have", Predicate),
            "can" or "could" => Phrase.Join(Subject, should, "be able to", Predicate),
            _ => null,
        };
    }

    /// <summary>Puts the predicate's verb, which adverbs may precede, into another form.</summary>
    private static string WithVerb(string predicate, Func<string, string> form)
    {
        int start = 0;
        while (true)
        {
            int space = predicate.IndexOf(' ', start);
            int end = space < 0 ? predicate.Length : space;
            string word = predicate[start..end];
            WordClass part = Lexicon.Classify(word);
            bool adverb = (part & WordClass.Adverb) != 0 && (part & (WordClass.Verb | WordClass.Auxiliary)) == 0 || word is "all" or "both" or "likely" or "still" or "even";
            if (!adverb || space < 0)
                return string.Concat(predicate.AsSpan(0, start), form(word), predicate.AsSpan(end));
            start = space + 1;
        }
    }
}
