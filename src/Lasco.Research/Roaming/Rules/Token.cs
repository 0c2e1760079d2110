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

    /// <summary>Whether the word is a form of to have that carries tense.</summary>
    public bool IsHave => Text is "has" or "have" or "had";

    /// <summary>Whether the word is an article.</summary>
    public bool IsArticle => Text is "a" or "an" or "the";

    /// <summary>Whether the word carries the tense of a clause.</summary>
    public bool IsFinite => Is(WordClass.Auxiliary) && Text is not ("be" or "been" or "being");

    /// <summary>Whether the word is an auxiliary that the subject and a verb's base form follow: <c>do</c> and modal verbs.</summary>
    public bool TakesBaseForm => IsFinite && !IsBe && !IsHave;

    /// <summary>Whether the word is a modal verb.</summary>
    public bool IsModal => Text is "can" or "could" or "will" or "would" or "shall" or "should" or "may" or "might" or "must";

    /// <summary>Whether a noun phrase can begin with the word.</summary>
    public bool BeginsNoun => Is(WordClass.Determiner | WordClass.Pronoun | WordClass.Genitive | WordClass.Number | WordClass.Noun | WordClass.Adjective);
}
