using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Nouns by what can be said of their things.</summary>
internal static class Nouns
{
    /// <summary>What there are two or few of, so that one is on it: <c>on the left side</c>.</summary>
    public static readonly FrozenSet<string> Sides = Set("hand side foot arm leg eye ear shoulder wrist lane knee corner end");

    /// <summary>Answers that tell one of several things by its place: <c>the dog on the left</c>.</summary>
    public static readonly FrozenSet<string> Locations =
        FrozenSet.Create("left", "right", "middle", "center", "back", "front", "top", "bottom", "background", "foreground", "far left", "far right");

    /// <summary>Times and weather, of which <c>it is</c> can say what they are: <c>It is winter</c>.</summary>
    public static readonly FrozenSet<string> Circumstances = Set("time season holiday day month year temperature weather");

    /// <summary>What a thing is where its attribute or its genus is asked for: <c>What shape is the sign?</c>, <c>What breed is the dog?</c></summary>
    public static readonly FrozenSet<string> Attributes = Set("""
        shape size gender texture sex age length temperature condition style pattern
        sport animal kind type breed fruit food vegetable room species ethnicity nationality race
        """);

    /// <summary>Attributes that a command can change by an adjective: <c>Make the sign round</c>.</summary>
    public static readonly FrozenSet<string> Changeable = Set("shape size texture pattern style");

    /// <summary>Nouns before <c>of</c> and the noun that the answer qualifies: <c>What kind of dog?</c>, <c>a big dog</c>.</summary>
    public static readonly FrozenSet<string> Classifiers = Set("kind kinds type types sort sorts style styles brand brands breed make model flavor species variety color shape size material");

    /// <summary>Nouns that stand before the noun that the answer qualifies: <c>What color shirt?</c>, <c>a red shirt</c>.</summary>
    public static readonly FrozenSet<string> Qualities = Set("color colour colored coloured size shape brand type kind style flavor");

    /// <summary>What has a proper name: <c>Delta</c> for the company.</summary>
    public static readonly FrozenSet<string> Namesakes = Set("company airline street city country state");

    /// <summary>What many are one of: <c>They are a family</c>.</summary>
    public static readonly FrozenSet<string> Collectives =
        Set("family couple team group pair band bunch set herd flock crowd class trio mix mixture collection variety army audience duo orchestra crew party meal dessert decoration kind");

    /// <summary>What is written as a whole, rather than quoted: <c>A menu is written on the wall</c>.</summary>
    public static readonly FrozenSet<string> Writings = Set("menu name number word letter date message slogan logo sentence phrase list poem address title time note symbol initial instruction direction color");

    /// <summary>What one plays.</summary>
    public static readonly FrozenSet<string> Games =
        Set("tennis baseball soccer football basketball volleyball hockey golf frisbee softball cricket rugby badminton polo lacrosse chess wii Wii cards games music guitar");

    /// <summary>What one does: <c>do a trick</c>, <c>do homework</c>.</summary>
    public static readonly FrozenSet<string> Deeds =
        Set("trick tricks jump jumps flip flips homework dishes laundry yoga karate stunt stunts exercise exercises handstand ollie gymnastics");

    /// <summary>What is turned on and off.</summary>
    public static readonly FrozenSet<string> Devices = Set("""
        light lights tv TV tvs television televisions computer computers monitor monitors lamp lamps laptop laptops
        screen screens oven stove fan headlight headlights phone engine faucet heater microwave
        """);

    /// <summary>What cannot be put elsewhere: what shows the scene, and what is in the sky.</summary>
    public static readonly FrozenSet<string> Unmovable = Set("picture photo image photograph sun moon sky scene");

    /// <summary>What nothing can be put into.</summary>
    public static readonly FrozenSet<string> Placeless = Set("day daytime morning evening afternoon same way mood picture photo image photograph");

    /// <summary>What one does something for: <c>for safety</c>.</summary>
    public static readonly FrozenSet<string> Purposes = Set("""
        safety protection fun decoration exercise transportation warmth balance fashion comfort privacy work shade food security competition parade wedding breakfast lunch dinner
        identification support style photo picture advertising display storage visibility sale celebration entertainment health
        """);

    /// <summary>What there is one of in a scene: <c>because of the sun</c>.</summary>
    public static readonly FrozenSet<string> Unique = Set("sun rain wind snow weather cold heat light game storm water");

    private static FrozenSet<string> Set(string words) => Inflection.Split(words).ToFrozenSet();
}
