namespace Lasco.Research.Roaming.Rules;

/// <summary>A word of a question or an answer.</summary>
/// <param name="Text">The word as it shall be written: lower-case unless it is a name.</param>
/// <param name="Class">The parts that it can play.</param>
internal readonly record struct Token(string Text, WordClass Class)
{
    /// <summary>Whether the word can play one of the parts.</summary>
    public bool Is(WordClass any) => (Class & any) != 0;

    /// <summary>Whether the word is a form of to be that carries tense.</summary>
    public bool IsBe => Text is "is" or "are" or "was" or "were" or "am";

    /// <summary>Whether the word carries the tense of a clause.</summary>
    public bool IsFinite => Is(WordClass.Auxiliary) && Text is not ("be" or "been" or "being");

    /// <summary>Whether the word is an auxiliary that a base form follows.</summary>
    public bool IsModal => Text is "can" or "could" or "will" or "would" or "shall" or "should" or "may" or "might" or "must";

    /// <summary>Whether the word is a form of to have that carries tense.</summary>
    public bool IsHave => Text is "has" or "have" or "had";

    /// <summary>Whether the word, an auxiliary, wants a verb's base form behind the subject, as do, does, did and modal verbs.</summary>
    public bool TakesBaseForm => !IsBe && !IsHave;

    /// <summary>Whether the word can be nothing but a preposition: <c>on</c>, but not <c>outside</c>, which is a noun as well.</summary>
    public bool IsOnlyPreposition => Is(WordClass.Preposition) && !Is(WordClass.Noun);

    /// <summary>Whether a noun phrase can begin with the word.</summary>
    public bool BeginsNoun => Is(WordClass.Determiner | WordClass.Pronoun | WordClass.Genitive | WordClass.Number | WordClass.Noun | WordClass.Adjective);
}
