using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>What kind of thing an answer says.</summary>
internal enum AnswerKind
{
    Yes,
    No,
    Nothing,
    Uncertain,
    Other,
}

/// <summary>The kinds of answers, by their words.</summary>
internal static class AnswerKinds
{
    private static readonly FrozenSet<string> Uncertain = FrozenSet.Create(
        "unknown", "unsure", "not sure", "uncertain", "unclear", "not clear", "not known", "undetermined", "indeterminate", "unidentifiable", "not visible",
        "maybe", "perhaps", "possibly", "probably", "not possible", "n/a", "na", "not applicable", "idk", "no idea", "do not know", "I do not know",
        "can not tell", "I can not tell", "can not see", "unable to tell", "impossible to tell", "hard to tell");

    private static readonly FrozenSet<string> Nothing = FrozenSet.Create("nothing", "none", "nobody", "no one", "noone", "nowhere");

    private static readonly FrozenSet<string> Affirming = FrozenSet.Create(
        "true", "correct", "definitely", "of course", "sure", "it is", "they are", "he is", "she is");

    private static readonly FrozenSet<string> Denying = FrozenSet.Create(
        "false", "not really", "not", "never", "it is not", "they are not", "he is not", "she is not", "not at all", "not yet");

    /// <summary>The kind of an answer's words.</summary>
    public static AnswerKind Of(ReadOnlySpan<Token> words)
    {
        string text = Phrase.Of(words);
        if (Uncertain.Contains(text))
            return AnswerKind.Uncertain;
        if (Nothing.Contains(text))
            return AnswerKind.Nothing;
        if (Affirming.Contains(text))
            return AnswerKind.Yes;
        if (Denying.Contains(text))
            return AnswerKind.No;
        AnswerKind kind = words[0].Text switch
        {
            "yes" or "yeah" or "yep" or "yup" or "ya" or "yea" => AnswerKind.Yes,
            "no" or "nope" or "nah" => AnswerKind.No,
            _ => AnswerKind.Other,
        };
        return HasContent(words[1..]) ? AnswerKind.Other : kind;
    }

    /// <summary>Whether words behind <c>yes</c> or <c>no</c> say more than that: <c>no dogs</c>, but not <c>no, it is not</c>.</summary>
    private static bool HasContent(ReadOnlySpan<Token> words)
    {
        foreach (Token word in words)
        {
            if (!word.Is(WordClass.Pronoun | WordClass.Auxiliary | WordClass.Adverb | WordClass.Comma) && word.Text is not ("yes" or "no"))
                return true;
        }

        return false;
    }
}
