namespace Lasco.Research.Roaming.Llm;

/// <summary>A definite answer of a model: what it said, and what spoils it. Asked again it would say the like.</summary>
/// <param name="Text">What it said.</param>
/// <param name="Flaw">What spoils it: one of this type's constants, or null.</param>
/// <param name="Tokens">The most tokens that it was given, where it was cut short at them.</param>
public sealed record ChatAnswer(string Text, string? Flaw = null, int? Tokens = null)
{
    /// <summary>The most characters that are kept: five times what the quality control accepts.</summary>
    public const int MostCharacters = 1000;

    /// <summary>It was cut at the most tokens that it was given.</summary>
    public const string CutShort = "length";

    /// <summary>A content filter withheld it.</summary>
    public const string Filtered = "content_filter";

    /// <summary>The model declined, in the field that is made for that.</summary>
    public const string Declined = "refusal";

    /// <summary>It is far too long.</summary>
    public const string TooLong = "too_long";

    /// <summary>It has the server's key in it; nothing of it is kept.</summary>
    public const string WithKey = "key";

    /// <summary>The answer, of which no more than the beginning is kept where it is far too long.</summary>
    /// <param name="text">What the model said.</param>
    public static ChatAnswer Of(string text) => text.Length <= MostCharacters ? new ChatAnswer(text) : new ChatAnswer(text[..MostCharacters], TooLong);

    /// <summary>Whether a model that is given so many tokens need not be asked again.</summary>
    /// <param name="tokens">The most tokens of a reply.</param>
    public bool Holds(int tokens) => Flaw != CutShort || Tokens >= tokens;

    /// <summary>The transition text in it, or a refusal that says what the answer is.</summary>
    /// <param name="pair">What was asked.</param>
    public Rephrasing Read(in QuestionAnswer pair) => Flaw switch
    {
        null => FewShotPrompt.Parse(Text, pair),
        CutShort => new Rephrasing(null, $"reply cut short: {Text}"),
        Filtered => new Rephrasing(null, "reply withheld by a content filter"),
        Declined => new Rephrasing(null, $"reply withheld by the model: {Text}"),
        TooLong => new Rephrasing(null, Text.Length == 0 ? "reply far too long" : $"reply far too long: {Text}…"),
        WithKey => new Rephrasing(null, "reply with the key in it"),
        _ => new Rephrasing(null, $"reply of an unknown kind: {Flaw}"),
    };
}
