using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Small sets of words that the rules treat alike, by what the words mean or do.</summary>
internal static class WordSets
{
    /// <summary>Pronouns that are a subject alone, with nothing that modifies them from behind.</summary>
    public static readonly FrozenSet<string> WholeSubjects = Set("it he she they we you I there this these that");

    /// <summary>Adverbs between a subject and its verb.</summary>
    public static readonly FrozenSet<string> PreverbalAdverbs = Set(
        "not still also actually usually really ever always already just normally generally all both likely probably currently only even typically often");

    /// <summary>Verbs behind whose object an adjective is still theirs: <c>the wall painted blue</c>, <c>the dog kept warm</c>.</summary>
    public static readonly FrozenSet<string> VerbsWithAdjective = Set("keep make get paint hold color look feel leave cut turn stand seem be cook go wear eat dress");

    private static FrozenSet<string> Set(string words) => Inflection.Split(words).ToFrozenSet();
}
