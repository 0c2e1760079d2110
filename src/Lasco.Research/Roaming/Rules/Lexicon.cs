using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>What part a word can play: by list where it is known, by its ending where it is not.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, WordClass> Known;
    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> KnownSpans;
    private static readonly FrozenDictionary<string, string> VerbsOfForms;
    private static readonly FrozenDictionary<string, string> Spelling;

    private static readonly FrozenSet<string> On = Set(WordLists.OnPlaces);
    private static readonly FrozenSet<string> At = Set(WordLists.AtPlaces);
    private static readonly FrozenSet<string> Bare = Set(WordLists.BarePlaces);
    private static readonly FrozenSet<string> Genera = Set(WordLists.Genera);
    private static readonly FrozenSet<string> Hyponyms = Set(WordLists.Hyponyms);
    private static readonly FrozenSet<string> Named = Set(WordLists.Named);
    private static readonly FrozenSet<string> CommonNames = Set(WordLists.CommonNames);
    private static readonly FrozenSet<string> Saying = Set(WordLists.Saying);
    private static readonly FrozenSet<string> GivenNames = Set(WordLists.GivenNames);
    private static readonly FrozenSet<string> ConsonantSound = Set(WordLists.ConsonantSound);
    private static readonly FrozenSet<string> VowelSound = Set(WordLists.VowelSound);

    static Lexicon()
    {
        var builder = new LexiconBuilder();
        Known = builder.Parts.ToFrozenDictionary();
        KnownSpans = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        VerbsOfForms = builder.VerbsOfForms.ToFrozenDictionary();
        Spelling = builder.Spelling.ToFrozenDictionary();
    }

    /// <summary>The parts that a lower-case word can play; a noun where nothing is known of it.</summary>
    public static WordClass Classify(string word) => Known.TryGetValue(word, out WordClass known) ? known : Guess(word);

    /// <summary>Whether a list has the word.</summary>
    public static bool Knows(string word) => Known.ContainsKey(word);

    /// <summary>The base form of a verb's form, or null.</summary>
    public static string? VerbOf(string form) => VerbsOfForms.GetValueOrDefault(form);

    /// <summary>A name in its usual spelling, or null for a word that is not a name.</summary>
    public static string? ProperSpelling(string word) => Spelling.GetValueOrDefault(word);

    public static bool IsOnPlace(string noun) => On.Contains(noun);

    public static bool IsAtPlace(string noun) => At.Contains(noun);

    public static bool IsBarePlace(string word) => Bare.Contains(word);

    public static bool IsGenus(string noun) => Genera.Contains(noun);

    public static bool IsHyponym(string noun) => Hyponyms.Contains(noun);

    public static bool IsNamed(string noun) => Named.Contains(noun);

    public static bool IsCommonName(string word) => CommonNames.Contains(word);

    public static bool IsSaying(string verb) => Saying.Contains(verb);

    public static bool IsGivenName(string name) => GivenNames.Contains(name);

    /// <summary>Whether the article before the word is <c>an</c>.</summary>
    public static bool TakesAn(string word)
    {
        string lower = word.ToLowerInvariant();
        int hyphen = lower.IndexOf('-');
        string first = hyphen > 1 ? lower[..hyphen] : lower;
        if (VowelSound.Contains(lower) || VowelSound.Contains(first))
            return true;
        if (ConsonantSound.Contains(first) || first.StartsWith("eu", StringComparison.Ordinal)
            || first.StartsWith("uni", StringComparison.Ordinal) && !first.StartsWith("unin", StringComparison.Ordinal) && !first.StartsWith("unim", StringComparison.Ordinal) && !first.StartsWith("unid", StringComparison.Ordinal))
            return false;
        if (char.IsAsciiDigit(first[0]))
            return first[0] == '8' || first is "11" or "18" || first.StartsWith("11:", StringComparison.Ordinal);
        return first[0] is 'a' or 'e' or 'i' or 'o' or 'u' or 'é';
    }

    private static WordClass Guess(string word)
    {
        if (word.Length == 0)
            return WordClass.None;
        if (char.IsAsciiDigit(word[0]) || word[0] is '#' or '$')
            return WordClass.Number;
        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("s'", StringComparison.Ordinal))
            return WordClass.Genitive;
        int hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && hyphen < word.Length - 1)
            return GuessCompound(word, hyphen);
        if (Ends(word, "ing", 5))
            return WordClass.Gerund;
        if (Ends(word, "ed", 5))
            return WordClass.Participle | WordClass.Past;
        if (Ends(word, "ly", 5))
            return WordClass.Adverb;
        if (Ends(word, "ful", 6) || Ends(word, "less", 6) || Ends(word, "ous", 6) || Ends(word, "able", 6) || Ends(word, "ible", 6) || Ends(word, "ish", 6) || Ends(word, "ical", 6))
            return WordClass.Adjective;
        return Inflection.IsPlural(word) ? WordClass.Noun | WordClass.Plural : WordClass.Noun;
    }

    /// <summary>A hyphenated word as its last part: <c>red-haired</c> an adjective, <c>tree-branches</c> a plural.</summary>
    private static WordClass GuessCompound(string word, int hyphen)
    {
        WordClass last = KnownSpans.TryGetValue(word.AsSpan(hyphen + 1), out WordClass known) ? known : Guess(word[(hyphen + 1)..]);
        if ((last & (WordClass.Participle | WordClass.Gerund | WordClass.Adjective)) != 0)
            return WordClass.Adjective;
        WordClass noun = last & (WordClass.Noun | WordClass.Plural | WordClass.Mass);
        return noun != 0 ? noun : WordClass.Noun;
    }

    private static bool Ends(string word, string ending, int atLeast) => word.Length >= atLeast && word.EndsWith(ending, StringComparison.Ordinal);

    private static FrozenSet<string> Set(string words) => Inflection.Split(words).ToFrozenSet();
}
