using System.Runtime.InteropServices;

namespace Lasco.Research.Roaming.Rules;

/// <summary>An answer as it can be put into a sentence.</summary>
internal sealed class Answer
{
    private readonly Token[] words;

    private Answer(Token[] words, AnswerKind kind)
    {
        this.words = words;
        Kind = kind;
    }

    /// <summary>What kind of thing it says.</summary>
    public AnswerKind Kind { get; }

    /// <summary>Its words.</summary>
    public ReadOnlySpan<Token> Words => words;

    /// <summary>Its words as they are.</summary>
    public string Text => Phrase.Of(words);

    /// <summary>Whether it is one number.</summary>
    public bool IsNumber(out int number)
    {
        number = 0;
        return words.Length == 1 && Numerals.TryParse(words[0].Text, out number);
    }

    /// <summary>Whether it says that there are none of the things that were asked for.</summary>
    public bool IsNone => Kind is AnswerKind.Nothing or AnswerKind.No || IsNumber(out int number) && number == 0;

    /// <summary>Whether it stands for more than one thing.</summary>
    public bool IsPlural => NounPhrase.IsPlural(words);

    /// <summary>Whether it describes rather than names.</summary>
    public bool IsAdjective
    {
        get
        {
            foreach (Token word in words)
            {
                bool names = word.Is(WordClass.Mass) || word.Is(WordClass.Noun) && !Colors.Contains(word.Text);
                bool describes = word.Is(WordClass.Adjective | WordClass.Participle) && !names;
                if (!describes && !word.Is(WordClass.Adverb | WordClass.Conjunction | WordClass.Comma))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Reads an answer.</summary>
    public static Refusal Read(string text, out Answer? answer)
    {
        answer = null;
        if (string.IsNullOrWhiteSpace(text))
            return Refusal.EmptyAnswer;
        Refusal refusal = Tokenizer.Cut(text, out List<Token> tokens);
        if (refusal != Refusal.None)
            return refusal;
        if (tokens.Count == 0)
            return Refusal.EmptyAnswer;
        answer = new Answer([.. tokens], AnswerKinds.Of(CollectionsMarshal.AsSpan(tokens)));
        return Refusal.None;
    }

    /// <summary>The answer as a noun phrase with the articles that it lacks: <c>a knife and a fork</c>, <c>water</c>.</summary>
    public string AsNoun(string article = "a")
    {
        if (Kind == AnswerKind.Nothing)
            return "nothing";
        return IsList ? Listed(article) : Articled(words, article);
    }

    /// <summary>A noun phrase with <c>a</c>, <c>an</c> or <c>the</c> where it needs one.</summary>
    public static string Articled(ReadOnlySpan<Token> phrase, string article = "a")
    {
        Token first = phrase[0];
        if (first.Is(WordClass.Preposition) && !first.Is(WordClass.Noun))
            return Located(phrase);
        string text = Phrase.Of(phrase);
        if (first.Is(WordClass.Proper) && WordSets.NamesWithArticle.Contains(text))
            return "the " + text;
        if (first.Is(WordClass.Determiner | WordClass.Pronoun | WordClass.Number | WordClass.Genitive | WordClass.Preposition))
            return text;
        if (first.Is(WordClass.Gerund) && !first.Is(WordClass.Noun))
            return text;
        Token head = phrase[NounPhrase.Head(phrase)];
        bool definite = article == "the";
        if (definite && head.Is(WordClass.Plural))
            return "the " + text;
        if (first.Is(WordClass.Proper) && (phrase.Length == 1 || !Lexicon.Knows(head.Text)))
            return text;
        bool describes = phrase.Length == 1 && (Colors.Contains(first.Text) || WordSets.DescribingAlone.Contains(first.Text));
        bool substance = head.Is(WordClass.Mass) && !IsOneOf(phrase, head);
        if (describes || substance || IsInitials(head.Text) || !head.Is(WordClass.Noun) || head.Is(WordClass.Plural | WordClass.Proper))
            return text;
        return (definite ? "the " : Lexicon.TakesAn(first.Text) ? "an " : "a ") + text;
    }

    /// <summary>Whether a substance's name stands for one thing made of it: <c>wine glass</c>, <c>glass of wine</c>, but not <c>broken glass</c>.</summary>
    private static bool IsOneOf(ReadOnlySpan<Token> phrase, Token head)
    {
        int place = NounPhrase.Head(phrase);
        bool compound = place > 0 && phrase[place - 1].Is(WordClass.Noun) && !phrase[place - 1].Is(WordClass.Adjective);
        return head.Text == "glass" && (compound || Phrase.TextAt(phrase, place + 1) == "of");
    }

    /// <summary>Whether letters are no word: <c>ab</c>, <c>jk</c>.</summary>
    private static bool IsInitials(string word) => word.Length <= 2 && !Lexicon.Knows(word);

    /// <summary>A prepositional phrase with the article that it lacks: <c>on couch</c> as <c>on the couch</c>.</summary>
    public static string Located(ReadOnlySpan<Token> phrase)
    {
        int noun = 0;
        while (Phrase.IsAt(phrase, noun, WordClass.Preposition | WordClass.Adverb) && phrase[noun].Text != "both" && !IsSide(phrase, noun))
            noun++;
        if (noun == 0 || noun == phrase.Length)
            return Phrase.Of(phrase);
        ReadOnlySpan<Token> place = phrase[noun..];
        if (noun == 1 && place.Length == 1 && phrase[0].Text is "in" or "at" or "to" or "from" or "on" or "by")
        {
            if (StandsBare(phrase[0].Text, place[0].Text))
                return Phrase.Of(phrase);
            if (place[0].Text == "shade")
                return phrase[0].Text + " the shade";
        }

        return Phrase.Join(Phrase.Of(phrase[..noun]), Definite(place));
    }

    /// <summary>Whether <c>left</c> or <c>right</c> is a side: <c>on left</c>.</summary>
    private static bool IsSide(ReadOnlySpan<Token> phrase, int i) =>
        i > 0 && (phrase[i].Text is "left" or "right") && (phrase[i - 1].Text is "on" or "to" or "at");

    /// <summary>Whether a noun has no article behind a plain preposition: <c>in bed</c>, <c>at home</c>, <c>on fire</c>.</summary>
    private static bool StandsBare(string preposition, string noun) =>
        WordSets.BareAfterPreposition.Contains(noun) || Lexicon.IsBarePlace(noun) && noun is not ("left" or "right") || noun == "bed" && preposition is "in" or "to";

    /// <summary>A place with its article: <c>the couch</c>, <c>the grass</c>, <c>tall grass</c>.</summary>
    private static string Definite(ReadOnlySpan<Token> place)
    {
        Token head = place[^1];
        bool known = head.Is(WordClass.Mass) && Lexicon.IsOnPlace(head.Text) || WordSets.OnlyOfTheirKind.Contains(head.Text);
        return known && !place[0].Is(WordClass.Determiner | WordClass.Adjective | WordClass.Pronoun) ? "the " + Phrase.Of(place) : Articled(place, "the");
    }

    /// <summary>Whether it names several things, of which each may need its article; <c>black and white cat</c> is one thing.</summary>
    private bool IsList
    {
        get
        {
            int joint = 1;
            while (joint < words.Length - 1 && !Joins(words[joint]))
                joint++;
            if (joint >= words.Length - 1 || IsAdjective || words[0].Is(WordClass.Preposition | WordClass.Gerund))
                return false;
            bool joinsAdjectives = words[joint - 1].Is(WordClass.Adjective) && !words[joint - 1].Is(WordClass.Noun) && words[^1].Is(WordClass.Noun);
            return !joinsAdjectives;
        }
    }

    /// <summary>The things of a list, each with its article, joined as they were; behind a comma the last by <c>and</c>.</summary>
    private string Listed(string article)
    {
        string text = "";
        int start = 0;
        for (int end = 1; end <= words.Length; end++)
        {
            if (end < words.Length && !Joins(words[end]))
                continue;
            if (end > start)
                text += (start == 0 ? "" : Joiner(words[start - 1], last: end == words.Length)) + Articled(words.AsSpan(start, end - start), article);
            start = end + 1;
        }

        return text;
    }

    private static string Joiner(Token joint, bool last) => !joint.Is(WordClass.Comma) ? $" {joint.Text} " : last ? " and " : ", ";

    private static bool Joins(Token word) => word.Text is "and" or "or" || word.Is(WordClass.Comma);
}
