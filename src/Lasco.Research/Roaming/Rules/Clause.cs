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
                if ((Lexicon.Classify(word) & (WordClass.Verb | WordClass.Auxiliary)) != 0)
                    return true;
                if (!PrecedesVerb(word))
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
        if (HasNoWish)
            return null;
        if (!negated && Auxiliary is "is" or "are" && Predicate.StartsWith("not ", StringComparison.Ordinal))
            return (this with { Predicate = Predicate[4..] }).Wanted(negated: true);
        string should = negated ? "should not" : "should";
        return Auxiliary switch
        {
            "is" or "are" when Predicate.StartsWith("all ", StringComparison.Ordinal) => Phrase.Join(Subject, should, "all be", Predicate[4..]),
            "is" or "are" or "am" => Phrase.Join(Subject, should, "be", Predicate),
            "was" or "were" => Phrase.Join(Subject, should, "have been", Predicate),
            "do" or "does" => Phrase.Join(Subject, should, Predicate),
            "did" => Phrase.Join(Subject, should, "have", WithVerb(Predicate, Inflection.Participle)),
            "has" or "have" => Phrase.Join(Subject, should, "have", Predicate),
            "can" or "could" => Phrase.Join(Subject, should, "be able to", Predicate),
            _ => null,
        };
    }

    /// <summary>Whether <c>should</c> makes no good English of the predicate: <c>should be being cut</c>, <c>should be able to be seen</c>.</summary>
    private bool HasNoWish
    {
        get
        {
            if (Predicate.StartsWith("being ", StringComparison.Ordinal))
                return true;
            bool state = Predicate == "be" || Predicate.StartsWith("be ", StringComparison.Ordinal) || Predicate.StartsWith("have ", StringComparison.Ordinal);
            return state && Auxiliary is "can" or "could";
        }
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
            if (space < 0 || !PrecedesVerb(word))
                return string.Concat(predicate.AsSpan(0, start), form(word), predicate.AsSpan(end));
            start = space + 1;
        }
    }

    /// <summary>Whether a word stands before a verb without being one: <c>still</c>, <c>all</c>.</summary>
    private static bool PrecedesVerb(string word) => word == "all" || (Lexicon.Classify(word) & WordClass.Adverb) != 0;
}
