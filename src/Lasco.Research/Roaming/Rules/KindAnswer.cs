namespace Lasco.Research.Roaming.Rules;

/// <summary>Answers as things of the kind that was asked for.</summary>
internal static class KindAnswer
{
    /// <summary>The answer as a thing of the kind: <c>a red shirt</c>, <c>a poodle</c>, <c>the left hand</c>.</summary>
    public static string Fill(Kind kind, Answer answer)
    {
        if (answer.Text == "both" && kind.SingularHead != "one" && !kind.IsNamed)
            return Both(kind.Words);
        if (kind.IsOwned && answer.Kind == AnswerKind.Other)
            return KindOwner.Fill(kind, answer);
        if (kind.Head is "game" or "games" or "sport" or "sports" && Nouns.Games.Contains(answer.Text))
            return answer.Text;
        if (IsFruitOfColor(kind, answer))
            return Fruit(kind, answer.Text);
        if (kind.Words[^1].Text == "ball" && answer.Words.Length == 1 && answer.Text.EndsWith("ball", StringComparison.Ordinal))
            return (kind.IsChoice ? "the " : "a ") + answer.Text;
        Token[] compound = Compound(kind, answer, kind.IsChoice, out bool definite);
        if (answer.Kind == AnswerKind.Other && kind.HasOf && kind.Words[0].Text is "part" or "parts" && !answer.IsAdjective)
            return Phrase.Join(answer.AsNoun("the"), Phrase.Of(kind.Words[1..]));
        if (answer.Kind == AnswerKind.Nothing || IsZero(answer) && !kind.IsNamed)
            return None(kind);
        if (kind.IsChoice && Nouns.Locations.Contains(answer.Text) && !Nouns.Sides.Contains(kind.Head))
            return Phrase.Join(kind.Definite, Located(answer.Text));
        if (compound.Length > 0)
            return definite ? Chosen(compound) : Answer.Articled(compound);
        if (kind.IsColor)
            return answer.Text;
        if (kind.IsSingle && kind.Head == "number")
            return answer.Words[0].Text == "number" ? answer.Text : "number " + answer.Text;
        return OfGenus(kind, answer);
    }

    private static bool IsZero(Answer answer) => answer.Words[0].Is(WordClass.Number) && answer.IsNone;

    /// <summary>One of several things with its article: <c>the left one</c>.</summary>
    public static string Chosen(ReadOnlySpan<Token> thing)
    {
        if (thing.Length > 2 && !thing[0].Is(WordClass.Preposition) && thing[^2].Text is "on" or "in" or "at" && Nouns.Locations.Contains(thing[^1].Text))
            return Phrase.Join(thing[0].IsArticle ? "" : "the", Phrase.Of(thing[..^2]), Located(thing[^1].Text));
        bool one = thing[^1].Text is "one" or "ones" || thing[0].Text is "one" or "ones" && Phrase.IsAt(thing, 1, WordClass.Preposition | WordClass.Gerund);
        return one && thing.Length > 1 && !thing[0].Is(WordClass.Determiner) ? "the " + Phrase.Of(thing) : Answer.Articled(thing, "the");
    }

    /// <summary>Whether the answer as a thing of the kind stands for many.</summary>
    public static bool IsPlural(Kind kind, Answer answer)
    {
        if ((answer.Kind == AnswerKind.Nothing || IsZero(answer)) && !kind.IsNamed)
            return Qualified(kind.Words) is var things && things.Length > 0 && things[NounPhrase.Head(things)].Is(WordClass.Plural);
        if (IsFruitOfColor(kind, answer))
            return kind.Words[^1].Text == "fruits";
        if (kind.IsOwned)
            return kind.Words[^1].Is(WordClass.Plural);
        Token[] compound = Compound(kind, answer, isChoice: false, out _);
        if (compound.Length > 0)
            return compound[^1].Is(WordClass.Plural);
        return answer.IsPlural || kind.IsPluralGenus && OfGenus(kind, answer) != answer.AsNoun();
    }

    /// <summary>The answer as what a kind of one word is: <c>The brand is Nokia</c>, <c>The sport is tennis</c>, <c>The animal is a cat</c>.</summary>
    public static string Value(Kind kind, Answer answer)
    {
        if (Nouns.Namesakes.Contains(kind.SingularHead))
            return ProperName.Of(answer);
        return kind.IsNamed || kind.Head is "sport" or "sports" ? answer.Text : answer.AsNoun();
    }

    /// <summary><c>both sides of the street</c></summary>
    private static string Both(ReadOnlySpan<Token> kind)
    {
        int head = NounPhrase.Head(kind);
        string heads = kind[head].Is(WordClass.Plural) ? kind[head].Text : Inflection.Plural(kind[head].Text);
        return Phrase.Join("both", Phrase.Of(kind[..head]), heads, Phrase.Of(kind[(head + 1)..]));
    }

    /// <summary>A fruit whose name is a colour's as well, which has its article all the same.</summary>
    private static string Fruit(Kind kind, string fruit)
    {
        if (!kind.IsChoice && kind.Words[^1].Text == "fruits")
            return Inflection.Plural(fruit);
        return (kind.IsChoice ? "the " : Lexicon.TakesAn(fruit) ? "an " : "a ") + fruit;
    }

    /// <summary>Whether the answer is a fruit whose name is a colour's as well.</summary>
    private static bool IsFruitOfColor(Kind kind, Answer answer) => kind.Words[^1].Text is "fruit" or "fruits" && answer.Text is "orange" or "peach" or "olive";

    /// <summary>The denial of the kind: <c>no animal</c>, <c>no shirt</c> for the kind <c>color shirt</c>, <c>none of the men</c> for <c>one of the men</c>.</summary>
    private static string None(Kind kind)
    {
        if (kind.Head == "else")
            return "nothing else";
        return kind.HasOf && kind.Words[0].Text is "one" or "ones" ? Phrase.Join("none", Phrase.Of(kind.Words[1..])) : "no " + Phrase.Of(Qualified(kind.Words));
    }

    /// <summary>A place in the picture that tells one thing from others: <c>on the left</c>.</summary>
    public static string Located(string location) => location switch
    {
        "left" or "right" or "far left" or "far right" => "on the " + location,
        "top" or "bottom" => "at the " + location,
        _ => "in the " + location,
    };

    /// <summary>The answer as one or, where the genus is plural, as many: <c>apples</c> for <c>apple</c> of the kind <c>fruits</c>.</summary>
    private static string OfGenus(Kind kind, Answer answer)
    {
        if (kind.Head is "team" or "teams" && !answer.Words[0].Is(WordClass.Determiner))
            return answer.IsAdjective ? $"the {answer.Text} team" : "the " + ProperName.Of(answer);
        if (Nouns.Namesakes.Contains(kind.SingularHead))
            return ProperName.Of(answer);
        bool singular = answer.Words.Length == 1 && answer.Words[0].Is(WordClass.Noun)
            && !answer.Words[0].Is(WordClass.Mass | WordClass.Plural | WordClass.Proper | WordClass.Adjective);
        return kind.IsPluralGenus && singular && kind.Words[^1].Text is not ("sports" or "foods") ? Inflection.Plural(answer.Text) : answer.AsNoun();
    }

    /// <summary>The answer before the noun that it qualifies; empty where it stands alone.</summary>
    private static Token[] Compound(Kind kind, Answer answer, bool isChoice, out bool definite)
    {
        definite = false;
        ReadOnlySpan<Token> words = answer.Words;
        if (words[0].Is(WordClass.Preposition | WordClass.Determiner) && !words[0].Is(WordClass.Adjective | WordClass.Noun))
            return [];
        ReadOnlySpan<Token> noun = Qualified(kind.Words);
        if (noun == kind.Words)
        {
            // What hand? [left]: the left hand. What animal? [big]: a big animal.
            definite = isChoice || Nouns.Sides.Contains(kind.Head);
            bool qualifies = definite
                ? answer.IsAdjective || isChoice && Colors.Contains(answer.Text) && !kind.IsColor && kind.SingularHead is not ("metal" or "material") || Nouns.Locations.Contains(answer.Text)
                : answer.IsAdjective && kind.IsSingle && Lexicon.IsGenus(kind.Head) && !Colors.Contains(answer.Text);
            if (!definite || noun.Length > 2 && Phrase.IndexOf(noun, "of") > 0)
                return qualifies ? [.. words, .. noun] : [];
        }

        if (noun.Length == 0)
            return [];
        if (HasHead(answer, noun, definite))
            return [.. words];
        return StandsAlone(answer, noun) ? [] : [.. words, .. noun];
    }

    /// <summary>The noun that the answer qualifies: <c>dog</c> of <c>kind of dog</c>, <c>shirt</c> of <c>color shirt</c>; else the whole kind.</summary>
    private static ReadOnlySpan<Token> Qualified(ReadOnlySpan<Token> kind)
    {
        if (kind.Length > 2 && kind[1].Text == "of" && Nouns.Classifiers.Contains(kind[0].Text))
            return kind[2].Text is "a" or "an" ? kind[3..] : kind[2..];
        return kind.Length > 1 && Nouns.Qualities.Contains(kind[0].Text) ? kind[1..] : kind;
    }

    /// <summary>Whether the answer has the noun or stands for it: <c>hot dogs</c> for the kind of <c>dog</c>, <c>the left one</c>.</summary>
    private static bool HasHead(Answer answer, ReadOnlySpan<Token> noun, bool definite)
    {
        Token last = answer.Words[^1];
        string head = noun[^1].Text;
        return last.Text == head || last.Is(WordClass.Noun) && last.Text.EndsWith(Inflection.Singular(head), StringComparison.Ordinal) || last.Text is "one" or "ones" || Inflection.Singular(last.Text) == Inflection.Singular(head)
            || definite && !answer.IsAdjective && !Colors.Contains(last.Text) && last.Is(WordClass.Noun) && !Nouns.Sides.Contains(head);
    }

    /// <summary>Whether the answer names the thing without the noun: <c>poodle</c> for the kind of animal, <c>jeans</c> for the kind of pants.</summary>
    private static bool StandsAlone(Answer answer, ReadOnlySpan<Token> noun)
    {
        if (answer.IsAdjective)
            return false;
        string head = noun[^1].Text;
        if (head == "work" || head is "sauce" or "juice" or "soup" && !answer.Words[^1].Is(WordClass.Mass))
            return false;
        return Lexicon.IsGenus(head)
            || Lexicon.IsHyponym(answer.Words[^1].Text) && Lexicon.IsHyponym(head)
            || Phrase.IndexOf(answer.Words, "and") > 0;
    }
}
