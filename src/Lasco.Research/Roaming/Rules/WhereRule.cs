namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a place.</summary>
internal static class WhereRule
{
    /// <summary>Adds the phrasings of the words after <c>where</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2 || !rest[0].IsFinite)
            return Refusal.NotUnderstood;
        if (answer.IsAdjective && !Lexicon.IsBarePlace(answer.Text) && !answer.Words[^1].Is(WordClass.Noun))
            return Refusal.UnfitAnswer;
        Token auxiliary = rest[0];
        ReadOnlySpan<Token> body = rest[1..];
        if (body.Length > 1 && body[^1].Text is "at" or "located")
            body = body[..^1];
        int end = NounPhrase.Subject(body, auxiliary.TakesBaseForm);
        if (body.Length > 2 && body[^1].Text == "place" && body[^2].Text == "take")
            end = body.Length - 2;
        if (end == 0 || end == body.Length && auxiliary.TakesBaseForm)
            return Refusal.NotUnderstood;
        if (end < body.Length && !auxiliary.TakesBaseForm && !body[end].Is(WordClass.Gerund | WordClass.Participle | WordClass.Auxiliary))
            end = body.Length;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> predicate = body[end..];
        string place = Place(answer, Governor(predicate));
        if (place.Length == 0)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text, Phrase.Join(Phrase.Of(WithoutPrepositionOf(place, predicate)), place)));
        if (predicate.Length == 0 && auxiliary.Text is "is" or "are" && CanBePut(subject) && !Lexicon.IsBarePlace(answer.Text))
            phrasings.Order("put", Phrase.Of(subject), place);
        return Refusal.None;
    }

    /// <summary>The answer as a place: <c>on the couch</c>, <c>in Paris</c>, <c>outside</c>; empty where it is none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="governor">The verb or preposition that it follows, which may have a preposition of its own.</param>
    public static string Place(Answer answer, string governor)
    {
        ReadOnlySpan<Token> words = answer.Words;
        Token first = words[0];
        bool single = words.Length == 1;
        if (answer.Kind == AnswerKind.Nothing)
            return "nowhere";
        if (single && first.Text is "left" or "right" && governor is "from" or "on" or "to")
            return $"{governor} the {first.Text}";
        if (single && Lexicon.IsBarePlace(answer.Text) && !IsSide(answer.Text, governor))
            return answer.Text;

        // "middle of road": in the middle of the road; "far left": on the far left; "on man's head": on the man's head.
        if (PartOfPlace.Is(words, out int of))
            return Phrase.Join(PartOfPlace.Located(words[..of]), "of", Answer.Articled(words[(of + 1)..], "the"));
        if (words.Length == 2 && Nouns.Locations.Contains(answer.Text))
            return KindAnswer.Located(answer.Text);
        if (words.Length > 2 && first.IsOnlyPreposition && LacksArticle(words[1..]))
            return Phrase.Join(first.Text, "the", Phrase.Of(words[1..]));

        // "on couch": on the couch; "front of house": in front of the house; "up hill": up the hill; "above": above.
        int front = first.Text is "in" or "on" ? 1 : 0;
        if (words.Length > front + 2 && words[front].Text is "front" or "top" && words[front + 1].Text is "to" or "of")
            return (words[front].Text == "top" ? "on top of " : "in front of ") + Answer.Articled(words[(front + 2)..], "the");
        if (!single && first.Text is "up" or "down" or "out" && words[1].Is(WordClass.Noun))
            return first.Text + " " + Answer.Articled(words[1..], "the");
        if (words.Length == 2 && first.Text is "on" or "at" or "to" && words[1].Text is "left" or "right")
            return first.Text + " the " + words[1].Text;
        if (!single && first.Is(WordClass.Preposition))
            return Answer.Located(words);
        if (single && first.Text is "downhill" or "uphill")
            return answer.Text;
        if (single && first.Text is "home" or "work")
            return Homeward(governor, first.Text);
        if (single && first.Text is "china" or "turkey")
            return Phrase.Join(Preposition(governor, words, new Token(first.Text, WordClass.Noun | WordClass.Proper)), ProperName.Of(answer));
        if (first.Is(WordClass.Preposition | WordClass.Adverb) && !first.Is(WordClass.Noun))
            return answer.Text;

        // "playing" and "2" are no places, "kitchen" is.
        if (first.Is(WordClass.Verb | WordClass.Gerund | WordClass.Number) && !first.Is(WordClass.Noun | WordClass.Adjective))
            return "";
        Token head = words[NounPhrase.Head(words)];
        return head.Is(WordClass.Noun) ? Phrase.Join(Preposition(governor, words, head), Named(answer, head)) : "";
    }

    /// <summary><c>going home</c>, <c>going to work</c>, <c>coming from home</c>, <c>at home</c></summary>
    private static string Homeward(string governor, string place) => governor switch
    {
        "go" or "head" or "travel" or "walk" or "run" or "move" or "fly" or "drive" or "ride" => place == "home" ? place : "to " + place,
        "to" => place,
        "come" or "from" => "from " + place,
        _ => "at " + place,
    };

    /// <summary>Whether <c>the</c> is missing before a side or an owner: <c>left side</c>, <c>man's head</c>.</summary>
    private static bool LacksArticle(ReadOnlySpan<Token> place) =>
        place[0].Text is "left" or "right" && place[1].Is(WordClass.Noun)
        || place[0].Is(WordClass.Genitive) && !place[0].Is(WordClass.Proper) && char.IsLower(place[0].Text[0]);

    /// <summary>Whether the word is a side on which something rests, <c>on the left</c>, rather than a direction: <c>looking left</c>.</summary>
    private static bool IsSide(string word, string governor) =>
        word is "left" or "right" && governor is "" or "be" or "sit" or "stand" or "lie" or "place" or "hang" or "take" or "park" or "locate";

    /// <summary>What the place follows: the stranded preposition, else the verb, else nothing.</summary>
    private static string Governor(ReadOnlySpan<Token> predicate)
    {
        if (predicate.Length == 0)
            return "";
        if (predicate[^1].Text is "headed" or "heading")
            return "head";
        return predicate[^1].Is(WordClass.Preposition) ? predicate[^1].Text : Lexicon.VerbOf(predicate[0].Text) ?? "";
    }

    /// <summary>The predicate without the stranded preposition that the place has too: <c>sitting on</c> before <c>on the couch</c>.</summary>
    private static ReadOnlySpan<Token> WithoutPrepositionOf(string place, ReadOnlySpan<Token> predicate)
    {
        bool doubled = predicate.Length > 0 && predicate[^1].Is(WordClass.Preposition) && place.StartsWith(predicate[^1].Text + " ", StringComparison.Ordinal);
        return doubled ? predicate[..^1] : predicate;
    }

    private static bool CanBePut(ReadOnlySpan<Token> subject) =>
        subject.Length == 2 && subject[1].Is(WordClass.Noun) && Orders.IsDefinite(subject) && !Nouns.Unmovable.Contains(subject[1].Text);

    /// <summary>The answer with the article that places need, even those of mass nouns: <c>the water</c>.</summary>
    private static string Named(Answer answer, Token head)
    {
        if (head.Is(WordClass.Proper) && answer.Words.Length == 1)
            return ProperName.Of(answer);
        bool mass = answer.Words.Length == 1 && head.Is(WordClass.Mass) && !Colors.Contains(answer.Text);
        if (!mass)
            return answer.AsNoun("the");
        return head.Text is "night" or "breakfast" or "lunch" or "dinner" ? answer.Text : "the " + answer.Text;
    }

    /// <summary>The preposition between a verb or preposition and a place.</summary>
    private static string Preposition(string governor, ReadOnlySpan<Token> words, Token head)
    {
        switch (governor)
        {
            case "look" or "stare" or "point" or "smile" or "aim" or "gaze":
                return "at";
            case "go" or "head" or "travel" or "walk" or "run" or "move" or "fly" or "drive" or "lead" or "ride" when IsGoal(head.Text):
                return "to";
            case "come":
                return "from";
            case "face":
                return "";
            case "to" or "from" or "on" or "in" or "at" or "under" or "behind" or "near" or "inside":
                return governor;
            default:
                return Preposition(words, head);
        }
    }

    /// <summary>Whether one moves to the place, rather than in it or on it.</summary>
    private static bool IsGoal(string head) =>
        head is "left" or "right" || head is not ("sky" or "air" or "water" or "field" or "ocean" or "rain") && !Lexicon.IsOnPlace(head);

    /// <summary>The preposition that a place has of itself: <c>in Paris</c>, <c>at school</c>, <c>on the table</c>.</summary>
    public static string Preposition(ReadOnlySpan<Token> words, Token head)
    {
        if (head.Is(WordClass.Proper))
            return "in";
        if (words.Length == 1 && head.Text is "home" or "school" or "work" or "church")
            return "at";
        if (words[0].Text == "street" && head.Text == "corner")
            return "on";
        if (head.Text is "background" or "foreground" or "middle" or "center" or "back" or "front" or "corner" or "distance")
            return "in";
        if (words.Length > 1 && head.Text == "stop")
            return "at";
        if (head.Text is "line" or "lines" or "wire" or "wires")
            return "on";
        if (Lexicon.IsOnPlace(head.Text) || Lexicon.IsOnPlace(Inflection.Singular(head.Text)))
            return "on";
        return Lexicon.IsAtPlace(head.Text) ? "at" : "in";
    }
}
