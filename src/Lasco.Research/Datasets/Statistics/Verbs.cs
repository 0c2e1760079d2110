namespace Lasco.Research.Datasets.Statistics;

/// <summary>
/// Recognises verbs by a list of the frequent ones of instructions and descriptions of pictures, in all their forms. There
/// is no tagger behind it, so forms that are as often a noun or an adjective there (color, light, print, look, open) are
/// left out, and a form of two verbs counts for the one listed first.
/// </summary>
internal static class Verbs
{
    private const string Regular =
        "add remove change replace turn move zoom rotate flip crop focus show place fill cover clean close increase reduce " +
        "decrease swap switch convert keep adjust brighten darken lighten lengthen shorten widen narrow enlarge shrink include " +
        "exclude contain need want appear seem walk jump climb smile laugh look play cook bake pull push face park cross pour " +
        "serve point wait watch chase ask allow happen belong call wash touch kick lift pass raise lower surround decorate paint " +
        "attach display prefer resemble feature differ own hug kiss sniff bark race skate ski surf graze reach lean " +
        "visit use open dress button pose stack arrange separate combine extend expand transform";

    private const string Irregular =
        "be:is,are,am,was,were,been,being,isn't,aren't,wasn't,weren't,there's,it's have:has,had,having,hasn't,haven't " +
        "do:does,did,done,doing,don't,doesn't,didn't make:makes,made,making take:takes,took,taken,taking put:puts,putting " +
        "get:gets,got,gotten,getting give:gives,gave,given,giving go:goes,went,gone,going come:comes,came,coming " +
        "become:becomes,became,becoming see:sees,saw,seen,seeing find:finds,found,finding hold:holds,held,holding " +
        "stand:stands,stood,standing sit:sits,sat,sitting lie:lies,lay,lain,lying lay:lays,laid,laying wear:wears,wore,worn,wearing " +
        "eat:eats,ate,eaten,eating drink:drinks,drank,drunk,drinking ride:rides,rode,ridden,riding drive:drives,drove,driven,driving " +
        "run:runs,ran,running swim:swims,swam,swum,swimming fly:flies,flew,flown,flying sleep:sleeps,slept,sleeping " +
        "throw:throws,threw,thrown,throwing catch:catches,caught,catching hit:hits,hitting cut:cuts,cutting set:sets,setting " +
        "bring:brings,brought,bringing leave:leaves,left,leaving let:lets,letting hang:hangs,hung,hanging feed:feeds,fed,feeding " +
        "read:reads,reading write:writes,wrote,written,writing speak:speaks,spoke,spoken,speaking draw:draws,drew,drawn,drawing " +
        "fall:falls,fell,fallen,falling grow:grows,grew,grown,growing shine:shines,shone,shining " +
        "try:tries,tried,trying carry:carries,carried,carrying say:says,said,saying hide:hides,hid,hidden,hiding " +
        "know:knows,knew,known,knowing spread:spreads,spreading tell:tells,told,telling";

    // Forms that are nouns or adjectives as often as verbs.
    private static readonly HashSet<string> Ambiguous =
        new(["look", "looks", "open", "dress", "dresses", "button", "buttons", "buttoned", "race", "races", "narrow", "lower", "ski", "skis",
            "own", "clean", "close", "left", "saw", "park", "parks", "paint", "display", "displays", "pass", "skate", "skates", "cook", "cooks",
            "lay", "face", "faces", "separate", "set", "sets", "drink", "drinks", "hit", "cut", "fall", "cover", "covers", "feature", "features",
            "cross", "crosses", "watch", "watches", "stack", "stacks", "surf", "bark", "point", "points", "place", "places", "focus", "writing"],
            StringComparer.Ordinal);

    private static readonly Dictionary<string, string> BaseOf = Build();

    /// <summary>The base form of the verb that a lower-case word is a form of, or null.</summary>
    public static string? Lemma(string word) => BaseOf.GetValueOrDefault(word);

    private static Dictionary<string, string> Build()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string verb in Irregular.Split(' '))
        {
            string[] parts = verb.Split(':', ',');
            foreach (string form in parts)
                forms.TryAdd(form, parts[0]);
        }

        foreach (string verb in Regular.Split(' '))
        {
            foreach (string form in FormsOf(verb))
                forms.TryAdd(form, verb);
        }

        foreach (string word in Ambiguous)
            forms.Remove(word);
        return forms;
    }

    private static string[] FormsOf(string verb)
    {
        string stem = verb is [.., 'e'] ? verb[..^1] : DoublesConsonant(verb) ? verb + verb[^1] : verb;
        string s = verb is [.., 's'] or [.., 'x'] or [.., 'z'] or [.., 's', 'h'] or [.., 'c', 'h'] ? "es" : "s";
        return [verb, verb + s, stem + "ed", stem + "ing"];
    }

    // One vowel before one consonant, in a verb of one syllable (and in none of the longer ones of the list).
    private static bool DoublesConsonant(string verb) =>
        verb is [.., var before, var vowel, var last]
        && "bdgmnpt".Contains(last) && "aeiou".Contains(vowel) && !"aeiou".Contains(before)
        && verb.Count(c => "aeiou".Contains(c)) == 1;
}
