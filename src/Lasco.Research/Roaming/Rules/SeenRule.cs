namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for what can be seen: <c>Can you see the moon?</c>, <c>Can the moon be seen?</c></summary>
internal static class SeenRule
{
    /// <summary>Adds the phrasings of what can be seen, or cannot.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> thing, bool yes, Phrasings phrasings)
    {
        if (thing[0].Text is "a" or "an" or "any" or "some" or "anything" or "something" or "anyone" or "someone")
            return ThereRule.Apply(NounPhrase.IsPlural(thing[..Math.Max(1, NounPhrase.Core(thing))]) ? "are" : "is", thing, yes, phrasings);
        int core = NounPhrase.Subject(thing, verbAhead: false);
        if (core == 0)
            return Refusal.NotUnderstood;
        bool clauseFollows = core < thing.Length && !thing[core].Is(WordClass.Preposition);
        string who = Quantifier.Apply(thing[..core], yes, out _);
        if (!clauseFollows)
            AddVisible(who, NounPhrase.IsPlural(thing[..core]), yes, Phrase.Of(thing[core..]), phrasings);
        if (clauseFollows || who == Phrase.Of(thing[..core]))
            phrasings.Add("you", yes ? "can see" : "cannot see", Phrase.Of(thing));
        return Refusal.None;
    }

    private static void AddVisible(string who, bool plural, bool yes, string where, Phrasings phrasings)
    {
        string not = yes ? "" : "not";
        phrasings.Add(who, plural ? "are" : "is", not, "visible", where);
        phrasings.Add(who, "should", not, "be visible", where);
    }
}
