namespace Lasco.Research.Roaming.Rules;

/// <summary>Why the rules have no transition text for a question and its answer.</summary>
internal enum Refusal
{
    None,
    EmptyQuestion,
    EmptyAnswer,
    TooLong,
    UnexpectedCharacters,
    SeveralSentences,
    UncertainAnswer,
    UnfitAnswer,
    NotUnderstood,
    NoGrammaticalForm,
}

/// <summary>The names under which refusals are reported.</summary>
internal static class RefusalNames
{
    /// <summary>The name of a reason.</summary>
    public static string Name(this Refusal refusal) => refusal switch
    {
        Refusal.EmptyQuestion => "empty question",
        Refusal.EmptyAnswer => "empty answer",
        Refusal.TooLong => "too long",
        Refusal.UnexpectedCharacters => "unexpected characters",
        Refusal.SeveralSentences => "several sentences",
        Refusal.UncertainAnswer => "uncertain answer",
        Refusal.UnfitAnswer => "answer does not fit the question",
        Refusal.NotUnderstood => "question not understood",
        Refusal.NoGrammaticalForm => "no grammatical form",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
