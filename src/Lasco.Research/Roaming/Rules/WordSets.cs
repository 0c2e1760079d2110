using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Small sets of words that the rules treat alike, by what the words mean or do.</summary>
internal static class WordSets
{
    /// <summary>Pronouns that are a subject alone, with nothing that modifies them from behind.</summary>
    public static readonly FrozenSet<string> WholeSubjects = Set("it he she they we you I there this these that");

    /// <summary>Determiners and pronouns that stand for more than one thing, whatever follows.</summary>
    public static readonly FrozenSet<string> PluralDeterminers = Set("they these those we you both many several few");

    /// <summary>Determiners that cannot be without a noun.</summary>
    public static readonly FrozenSet<string> DependentDeterminers = Set("the a an my your our no every their its");

    /// <summary>Adverbs between a subject and its verb.</summary>
    public static readonly FrozenSet<string> PreverbalAdverbs = Set(
        "not still also actually usually really ever always already just normally generally all both likely probably currently only even typically often");

    /// <summary>Verbs behind whose object an adjective is still theirs: <c>the wall painted blue</c>, <c>the dog kept warm</c>.</summary>
    public static readonly FrozenSet<string> VerbsWithAdjective = Set("keep make get paint hold color look feel leave cut turn stand seem be cook go wear eat dress");

    /// <summary>Answers to how many or how much that stand before the things as they are.</summary>
    public static readonly FrozenSet<string> Quantifiers = FrozenSet.Create(
        "a few", "many", "several", "very few", "too many", "not many", "very many", "some", "most", "both", "multiple", "numerous", "not much", "much", "a little", "very little", "too much", "enough");

    /// <summary>Words that numbers which are not exact have beside them.</summary>
    public static readonly FrozenSet<string> Approximations = Set(
        "more than over about around at least almost or to approximately less under nearly and only hundred thousand a half exactly maybe percent");

    /// <summary>Nouns for what depicts something: <c>a picture of a dog</c>.</summary>
    public static readonly FrozenSet<string> Depictions = Set("picture photo image statue painting drawing photograph");

    /// <summary>Determiners that can be without their noun, as pronouns are.</summary>
    public static readonly FrozenSet<string> PronominalDeterminers = Set("all both another each either neither some any many most");

    /// <summary>Words after which a clause, or what is compared, has a verb of its own.</summary>
    public static readonly FrozenSet<string> ClauseIntroducers = Set("that than as like before after since because");

    /// <summary>Words for what can be but cannot be added to a picture.</summary>
    public static readonly FrozenSet<string> Abstractions = Set("reason way evidence difference chance space even odd");

    /// <summary>Nouns without an article behind a plain preposition: <c>at home</c>, <c>on fire</c>.</summary>
    public static readonly FrozenSet<string> BareAfterPreposition = Set("home school work church town night noon fire top");

    /// <summary>Nouns of which a picture or a day has one, so that they take <c>the</c>.</summary>
    public static readonly FrozenSet<string> OnlyOfTheirKind = Set(
        "water air rain sky snow grass sand left right morning evening afternoon sun background foreground");

    /// <summary>What a picture or a place has one of, so that it takes <c>the</c> behind <c>in</c>.</summary>
    public static readonly FrozenSet<string> OnceInPicture = Set("background foreground sky picture photo photograph image middle center corner distance");

    /// <summary>Nouns of places that have another sense without an article behind <c>on</c>: <c>on top</c>, <c>on stage</c>.</summary>
    public static readonly FrozenSet<string> BareAfterOn = Set("top bottom board track stage tv deck back side head face neck wrist arm shoulder hand finger lap leg chest nose ear paper court leash left right foot dock farm camera screen");

    /// <summary>Nouns and quantifiers behind <c>a</c> that can stand for many: <c>a few</c>, <c>a group of dogs</c>.</summary>
    public static readonly FrozenSet<string> Amounts = Set("few lot couple number group pair bunch dozen hundred thousand variety majority handful team family crowd herd flock police cattle staff band class audience rest half third other lot top bottom many large great good total");

    /// <summary>What one travels by: <c>by train</c>.</summary>
    public static readonly FrozenSet<string> Conveyances = Set("train bus car boat plane bike bicycle truck motorcycle scooter taxi cab van ship subway tram ferry airplane helicopter jet motorbike carriage wagon trolley canoe raft foot hand mail");

    /// <summary>What things are made of or for, so that it describes and does not name them: <c>a chocolate or vanilla cake</c>.</summary>
    public static readonly FrozenSet<string> Makings = Set("wine beer coffee tea chocolate vanilla plastic wood metal paper leather stone gas cotton");

    /// <summary>What substances are measured by: <c>two slices of pizza</c>.</summary>
    public static readonly FrozenSet<string> Units = Set("slice piece cup glass bottle inch foot feet gallon pound ounce bowl plate loaf bag box can liter spoon spoonful teaspoon tablespoon bite quart pint stack pile ton mile yard acre layer");

    /// <summary>What one travels on: <c>on a horse</c>, <c>on skis</c>.</summary>
    public static readonly FrozenSet<string> Mounts = Set("horse elephant camel donkey mule ox ski skis skate skateboard snowboard surfboard bike bicycle motorcycle scooter horseback segway moped");

    /// <summary>What something is cut into.</summary>
    public static readonly FrozenSet<string> Pieces = Set("slice square triangle wedge half quarter circle cube piece strip chunk third ring");

    /// <summary>What things are put or kept in: <c>in a row</c>, <c>in a vase</c>, <c>in a ponytail</c>.</summary>
    public static readonly FrozenSet<string> Arrangements = Set("row rows line lines circle circles pile piles stack stacks group groups pairs bun ponytail braid braids pigtails mohawk dreadlocks bowl basket vase box bag pan pot oven order bunch bunches");

    /// <summary>Names of places that take <c>the</c>.</summary>
    public static readonly FrozenSet<string> NamesWithArticle = Set("USA UK US Netherlands Philippines");

    /// <summary>Words that describe where they stand alone, though they can be nouns: <c>the shape is round</c>.</summary>
    public static readonly FrozenSet<string> DescribingAlone = Set("round cold present quiet past wild fat level open calm fit dry flat neutral dark warm wet");

    /// <summary>Answers to how tall something is that are said before the adjective.</summary>
    public static readonly FrozenSet<string> Degrees = FrozenSet.Create(
        "very", "very much", "extremely", "quite", "not very", "too", "pretty", "somewhat", "really", "fairly", "slightly", "a little");

    private static FrozenSet<string> Set(string words) => Inflection.Split(words).ToFrozenSet();
}
