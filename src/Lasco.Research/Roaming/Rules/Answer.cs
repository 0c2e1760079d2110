using System.Runtime.InteropServices;

namespace Lasco.Research.Roaming.Rules;

/// <summary>What kind of thing an answer says.</summary>
internal enum AnswerKind
{
    Yes,
    No,
    Nothing,
    Uncertain,
    Other,
}

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
                bool noun = word.Is(WordClass.Mass) || word.Is(WordClass.Noun) && !Colors.Contains(word.Text);
                if (!(word.Is(WordClass.Adjective | WordClass.Participle) && !noun) && !word.Is(WordClass.Adverb | WordClass.Conjunction | WordClass.Comma))
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
        answer = new Answer([.. tokens], KindOf(CollectionsMarshal.AsSpan(tokens)));
        return Refusal.None;
    }

    /// <summary>The answer as a noun phrase with the articles that it lacks: <c>a knife and a fork</c>, <c>water</c>.</summary>
    public string AsNoun(string article = "a")
    {
        if (Kind == AnswerKind.Nothing)
            return "nothing";
        if (words.Length == 1)
            return Articled(words, article);
        int joined = -1;
        for (int i = 1; i < words.Length - 1 && joined < 0; i++)
        {
            if (words[i].Text is "and" or "or" || words[i].Is(WordClass.Comma))
                joined = i;
        }

        if (joined < 0 || IsAdjective || words[joined - 1].Is(WordClass.Adjective) && words[^1].Is(WordClass.Noun) && !words[joined - 1].Is(WordClass.Noun)
            || words[0].Is(WordClass.Preposition | WordClass.Gerund))
            return Articled(words, article);
        string text = "";
        int start = 0;
        for (int i = 1; i <= words.Length; i++)
        {
            if (i < words.Length && words[i].Text is not ("and" or "or") && !words[i].Is(WordClass.Comma))
                continue;
            if (i > start)
            {
                string part = Articled(words.AsSpan(start, i - start), article);
                bool afterComma = start > 0 && words[start - 1].Is(WordClass.Comma);
                string joiner = start == 0 ? "" : !afterComma ? $" {words[start - 1].Text} " : i == words.Length ? " and " : ", ";
                text += joiner + part;
            }

            start = i + 1;
        }

        return text;
    }

    /// <summary>A noun phrase with <c>a</c>, <c>an</c> or <c>the</c> where it needs one.</summary>
    public static string Articled(ReadOnlySpan<Token> phrase, string article = "a")
    {
        string text = Phrase.Of(phrase);
        Token first = phrase[0];
        if (first.Is(WordClass.Determiner | WordClass.Pronoun | WordClass.Number | WordClass.Genitive | WordClass.Preposition | WordClass.Proper))
            return first.Is(WordClass.Preposition) && !first.Is(WordClass.Noun) ? Located(phrase) : text;
        if (first.Is(WordClass.Gerund) && !first.Is(WordClass.Noun))
            return text;
        Token head = phrase[NounPhrase.Head(phrase)];
        bool bare = head.Is(WordClass.Plural | WordClass.Mass | WordClass.Proper) || !head.Is(WordClass.Noun) || phrase.Length == 1 && Colors.Contains(first.Text);
        if (bare && !(article == "the" && head.Is(WordClass.Plural)))
            return text;
        if (article == "the")
            return "the " + text;
        return (Lexicon.TakesAn(first.Text) ? "an " : "a ") + text;
    }

    /// <summary>A prepositional phrase with the article that it lacks: <c>on couch</c> as <c>on the couch</c>.</summary>
    public static string Located(ReadOnlySpan<Token> phrase)
    {
        int noun = 0;
        while (noun < phrase.Length && phrase[noun].Is(WordClass.Preposition | WordClass.Adverb))
            noun++;
        if (noun == 0 || noun == phrase.Length)
            return Phrase.Of(phrase);
        ReadOnlySpan<Token> rest = phrase[noun..];
        if (rest.Length == 1 && noun == 1 && phrase[0].Text is "in" or "at" or "to" or "from" or "on" or "by" && (rest[0].Text is "bed" && phrase[0].Text is "in" or "to" || rest[0].Text is "home" or "school" or "work" or "church" or "town" or "night" or "noon" or "fire" or "top" or "front" or "back" or "shade" || Lexicon.IsBarePlace(rest[0].Text) && rest[0].Text is not ("left" or "right")))
            return Phrase.Of(phrase) is var text && rest[0].Text is "back" or "front" or "shade" ? Phrase.Join(Phrase.Of(phrase[..noun]), "the", rest[0].Text) : text;
        bool place = rest[^1].Is(WordClass.Mass) && Lexicon.IsOnPlace(rest[^1].Text) || rest[^1].Text is "water" or "air" or "rain" or "sky" or "snow" or "grass" or "sand" or "left" or "right" or "morning" or "evening" or "afternoon" or "sun" or "background" or "foreground";
        string located = place && !rest[0].Is(WordClass.Determiner | WordClass.Adjective | WordClass.Pronoun) ? "the " + Phrase.Of(rest) : Articled(rest, "the");
        return Phrase.Join(Phrase.Of(phrase[..noun]), located);
    }

    private static AnswerKind KindOf(ReadOnlySpan<Token> words)
    {
        string first = words[0].Text;
        string text = Phrase.Of(words);
        if (text is "unknown" or "unsure" or "maybe" or "perhaps" or "possibly" or "not sure" or "unclear" or "n/a" or "na" or "can not tell" or "can not see" or "do not know" or "I do not know" or "not possible" or "impossible to tell" or "uncertain" or "not visible" or "unable to tell" or "not known" or "probably" or "hard to tell" or "idk" or "no idea" or "not applicable" or "undetermined" or "indeterminate" or "I can not tell" or "not clear" or "unidentifiable")
            return AnswerKind.Uncertain;
        if (text is "nothing" or "none" or "nobody" or "no one" or "noone" or "nowhere")
            return AnswerKind.Nothing;
        if (text is "true" or "correct" or "definitely" or "of course" or "sure" or "it is" or "they are" or "he is" or "she is")
            return AnswerKind.Yes;
        if (text is "false" or "not really" or "not" or "never" or "it is not" or "they are not" or "he is not" or "she is not" or "not at all" or "not yet")
            return AnswerKind.No;
        bool yes = first is "yes" or "yeah" or "yep" or "yup" or "ya" or "yea";
        bool no = first is "no" or "nope" or "nah";
        if (!yes && !no)
            return AnswerKind.Other;
        foreach (Token word in words[1..])
        {
            if (!word.Is(WordClass.Pronoun | WordClass.Auxiliary | WordClass.Adverb | WordClass.Comma) && word.Text is not ("yes" or "no"))
                return AnswerKind.Other;
        }

        return yes ? AnswerKind.Yes : AnswerKind.No;
    }
}
