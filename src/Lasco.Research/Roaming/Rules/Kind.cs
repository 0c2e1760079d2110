namespace Lasco.Research.Roaming.Rules;

/// <summary>What stands behind <c>what</c> or <c>which</c> and is asked for: <c>kind of dog</c> in <c>What kind of dog is this?</c></summary>
/// <param name="words">The words.</param>
/// <param name="isChoice">Whether <c>which</c> asks for it, so for one of several things that are there.</param>
internal readonly ref struct Kind(ReadOnlySpan<Token> words, bool isChoice)
{
    /// <summary>The words.</summary>
    public ReadOnlySpan<Token> Words { get; } = words;

    /// <summary>Whether <c>which</c> asks for it, so for one of several things that are there.</summary>
    public bool IsChoice { get; } = isChoice;

    /// <summary>The words with the definite article: <c>the kind of dog</c>.</summary>
    public string Definite => Phrase.Join("the", Phrase.Of(Words));

    /// <summary>The head of the phrase: <c>kind</c>.</summary>
    public string Head => Words[NounPhrase.Head(Words)].Text;

    /// <summary>The head in the singular.</summary>
    public string SingularHead => Inflection.Singular(Head);

    /// <summary>Whether it is one word.</summary>
    public bool IsSingle => Words.Length == 1;

    /// <summary>Whether <c>of</c> and a noun follow its first word: <c>kind of dog</c>, <c>part of the car</c>.</summary>
    public bool HasOf => Words.Length > 2 && Words[1].Text == "of";

    /// <summary>Whether an owner is asked for: <c>country's flag</c> in <c>What country's flag is shown?</c></summary>
    public bool IsOwned => Words.Length > 1 && Words[0].Is(WordClass.Genitive);

    /// <summary>Whether a colour is asked for, and not a thing of some colour.</summary>
    public bool IsColor => IsSingle && Words[0].Text is "color" or "colors" or "colour" or "colours";

    /// <summary>Whether the answer is a name, a number or a word for it, without an article: <c>brand</c>, <c>season</c>.</summary>
    public bool IsNamed => !IsOwned && (Lexicon.IsNamed(Head) || Lexicon.IsNamed(SingularHead)) && (IsSingle || Words[0].Text is not ("color" or "colour"));

    /// <summary>Whether many things are asked for by their genus: <c>fruits</c>.</summary>
    public bool IsPluralGenus => Words[^1].Is(WordClass.Plural) && Lexicon.IsGenus(Words[^1].Text);
}
