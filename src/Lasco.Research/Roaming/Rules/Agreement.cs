namespace Lasco.Research.Roaming.Rules;

/// <summary>The forms that a statement needs for one thing or for many.</summary>
internal static class Agreement
{
    /// <summary>A form of to be, to have or to do for one or for many; a modal verb and a past form stay as they are.</summary>
    public static string Of(string auxiliary, bool plural) => auxiliary switch
    {
        "is" or "are" => plural ? "are" : "is",
        "was" or "were" => plural ? "were" : "was",
        "has" or "have" => plural ? "have" : "has",
        "does" or "do" => plural ? "do" : "does",
        _ => auxiliary,
    };

    /// <summary>What stands for many things where a pronoun stood for one.</summary>
    public static string Plural(string pronoun) => pronoun switch
    {
        "this" => "these",
        "that" => "those",
        _ => "they",
    };
}
