using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>The subject of a question for a reason, as a reason speaks of it again: <c>because they are waiting for the bus</c>.</summary>
/// <param name="subject">The subject.</param>
/// <param name="auxiliary">The question's auxiliary, which has its tense.</param>
internal readonly ref struct Doer(ReadOnlySpan<Token> subject, string auxiliary)
{
    private static readonly FrozenSet<string> Males = Inflection.Split("man boy guy father dad gentleman groom businessman king policeman").ToFrozenSet();

    private static readonly FrozenSet<string> Females = Inflection.Split("woman girl lady mother mom bride queen").ToFrozenSet();

    private static readonly FrozenSet<string> Others = Inflection.Split("""
        cat dog bird horse elephant giraffe zebra sheep cow bear kitten puppy goat duck lion tiger monkey animal squirrel rabbit seagull pigeon goose lamb calf bull
        bus train plane airplane truck car boat motorcycle van taxi helicopter jet
        """).ToFrozenSet();

    private static readonly FrozenSet<string> Persons = Inflection.Split("""
        person player child kid baby skateboarder surfer skier snowboarder batter catcher pitcher umpire rider driver worker chef cook toddler officer
        """).ToFrozenSet();

    private readonly bool modal = auxiliary is not ("is" or "are" or "was" or "were" or "do" or "does" or "did" or "has" or "have" or "had");
    private readonly string tense = auxiliary is "was" or "were" or "did" or "had" ? "was" : "is";
    private readonly ReadOnlySpan<Token> subject = subject;

    /// <summary>Whether it can do something of itself: a person, an animal, a vehicle.</summary>
    public bool IsAlive => Pronoun.Length > 0;

    /// <summary>What someone is doing, as the reason: <c>because he is doing a trick</c>; of a thing that does nothing, <c>because of waving</c>.</summary>
    public string Doing(ReadOnlySpan<Token> words)
    {
        string doing = Activity.Progressive(words);
        if (modal)
            return "for " + doing;
        string pronoun = Pronoun;
        return pronoun.Length == 0 ? "because of " + doing : $"because {pronoun} {Agreement.Of(tense, pronoun == "they")} {doing}";
    }

    /// <summary>What someone did or does, as the reason: <c>because he fell</c>; null where the verb would not agree, and of a thing.</summary>
    public string? Did(ReadOnlySpan<Token> words)
    {
        string pronoun = Pronoun;
        return pronoun.Length == 0 || modal || words[0].Is(WordClass.ThirdPerson) && pronoun == "they" ? null : $"because {pronoun} {Phrase.Of(words)}";
    }

    /// <summary>The pronoun for the subject; empty for a thing, and where it may be one.</summary>
    private string Pronoun
    {
        get
        {
            string first = subject[0].Text;
            if (subject.Length == 1 && subject[0].Is(WordClass.Pronoun))
                return first is "he" or "she" or "they" ? first : "";
            string head = subject[NounPhrase.Head(subject)].Text;
            if (Males.Contains(head) || Females.Contains(head))
                return Males.Contains(head) ? "he" : "she";
            string one = Inflection.Singular(head);
            bool known = Others.Contains(one) || Persons.Contains(one) || Males.Contains(one) || Females.Contains(one) || head is "people" or "men" or "women" or "children";
            if (!known)
                return "";
            return Others.Contains(head) && !NounPhrase.IsPlural(subject) && auxiliary is not ("are" or "were" or "do" or "have") ? "it" : "they";
        }
    }
}
