using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>The forms of English verbs and nouns.</summary>
internal static class Inflection
{
    private static readonly FrozenSet<string> Doubled = Split(WordLists.Doubling).ToFrozenSet();
    private static readonly FrozenSet<string> PluralOnly = Split(WordLists.PluralOnly).ToFrozenSet();
    private static readonly FrozenSet<string> SingularInS = Split(WordLists.SingularInS).ToFrozenSet();
    private static readonly FrozenDictionary<string, (string Past, string Participle)> Irregular =
        Split(WordLists.IrregularVerbs).Chunk(3).DistinctBy(forms => forms[0]).ToFrozenDictionary(forms => forms[0], forms => (forms[1], forms[2]));

    private static readonly FrozenDictionary<string, string> Plurals =
        Split(WordLists.IrregularPlurals).Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static readonly FrozenDictionary<string, string> Singulars =
        Split(WordLists.IrregularPlurals).Chunk(2).DistinctBy(pair => pair[1]).ToFrozenDictionary(pair => pair[1], pair => pair[0]);

    /// <summary>The words of a list.</summary>
    public static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The form that goes with <c>he</c>: <c>wears</c>, <c>has</c>, <c>carries</c>.</summary>
    public static string ThirdPerson(string verb) => verb switch
    {
        "be" => "is",
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        _ => WithS(verb),
    };

    /// <summary>The simple past: <c>wore</c>, <c>stopped</c>.</summary>
    public static string Past(string verb) => Irregular.TryGetValue(verb, out (string Past, string Participle) forms) ? forms.Past : WithEd(verb);

    /// <summary>The past participle: <c>worn</c>, <c>stopped</c>.</summary>
    public static string Participle(string verb) => Irregular.TryGetValue(verb, out (string Past, string Participle) forms) ? forms.Participle : WithEd(verb);

    /// <summary>The present participle: <c>wearing</c>, <c>sitting</c>, <c>lying</c>.</summary>
    public static string Gerund(string verb)
    {
        if (verb is "be" or "see" or "flee" or "knee" || verb.EndsWith("ee", StringComparison.Ordinal) || verb.EndsWith("oe", StringComparison.Ordinal))
            return verb + "ing";
        if (verb.EndsWith("ie", StringComparison.Ordinal))
            return verb[..^2] + "ying";
        if (verb.EndsWith('e'))
            return verb[..^1] + "ing";
        return Doubled.Contains(verb) ? verb + verb[^1] + "ing" : verb + "ing";
    }

    /// <summary>Whether a noun is plural by its form.</summary>
    public static bool IsPlural(string noun)
    {
        if (PluralOnly.Contains(noun))
            return true;
        if (Singulars.ContainsKey(noun))
            return !Plurals.TryGetValue(noun, out string? plural) || plural != noun;
        return noun.Length > 3 && noun[^1] == 's' && noun[^2] is not ('s' or '\'') && !noun.EndsWith("us", StringComparison.Ordinal)
            && !noun.EndsWith("is", StringComparison.Ordinal) && !SingularInS.Contains(noun);
    }

    /// <summary>The plural of a singular noun; a plural stays as it is.</summary>
    public static string Plural(string noun)
    {
        if (IsPlural(noun))
            return noun;
        return Plurals.TryGetValue(noun, out string? plural) ? plural : WithS(noun);
    }

    /// <summary>The singular of a plural noun; a singular, and what has no singular, stays as it is.</summary>
    public static string Singular(string noun)
    {
        if (Singulars.TryGetValue(noun, out string? singular))
            return singular;
        if (!IsPlural(noun) || PluralOnly.Contains(noun))
            return noun;
        if (noun.EndsWith("ies", StringComparison.Ordinal) && noun.Length > 4 && noun is not ("cookies" or "movies" or "brownies" or "selfies" or "hoodies" or "smoothies" or "zombies" or "pixies" or "beanies"))
            return noun[..^3] + "y";
        return noun.EndsWith("sses", StringComparison.Ordinal) || noun.EndsWith("shes", StringComparison.Ordinal) || noun.EndsWith("ches", StringComparison.Ordinal)
            || noun.EndsWith("xes", StringComparison.Ordinal) ? noun[..^2] : noun[..^1];
    }

    private static string WithS(string word)
    {
        if (word.Length > 1 && word[^1] == 'y' && !IsVowel(word[^2]))
            return word[..^1] + "ies";
        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es" : word + "s";
    }

    private static string WithEd(string verb)
    {
        if (verb.EndsWith('e'))
            return verb + "d";
        if (verb.Length > 1 && verb[^1] == 'y' && !IsVowel(verb[^2]))
            return verb[..^1] + "ied";
        return Doubled.Contains(verb) ? verb + verb[^1] + "ed" : verb + "ed";
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
