namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a place.</summary>
internal static class WhereRule
{
    /// <summary>Adds the phrasings of the words after <c>where</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2 || !rest[0].IsFinite)
            return Refusal.NotUnderstood;
        if (answer.IsAdjective && !Lexicon.IsBarePlace(answer.Text) && answer.Text is not ("top" or "bottom" or "left" or "right") && !answer.Words[^1].Is(WordClass.Noun))
            return Refusal.UnfitAnswer;
        string auxiliary = rest[0].Text;
        ReadOnlySpan<Token> body = rest[1..];
        if (body.Length > 1 && body[^1].Text is "at" or "located" or "to" or "situated")
        {
            string last = body[^1].Text;
            body = last is "at" or "located" ? body[..^1] : body;
        }

        bool verbAhead = !rest[0].IsBe && auxiliary is not ("has" or "have" or "had");
        int end = NounPhrase.Subject(body, verbAhead);
        if (end == 0 || verbAhead && end == body.Length)
            return Refusal.NotUnderstood;
        if (end < body.Length && !verbAhead && !body[end].Is(WordClass.Gerund | WordClass.Participle | WordClass.Auxiliary))
            end = body.Length;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> predicate = body[end..];
        string verb = predicate.Length > 0 ? predicate[0].Text : "";
        string place = Place(answer, predicate.Length == 0 ? "" : predicate[^1].Is(WordClass.Preposition) ? predicate[^1].Text : Lexicon.VerbOf(verb) ?? "");
        if (place.Length == 0)
            return Refusal.UnfitAnswer;
        string where = predicate.Length > 0 && predicate[^1].Is(WordClass.Preposition) && place.StartsWith(predicate[^1].Text + " ", StringComparison.Ordinal)
            ? Phrase.Join(Phrase.Of(predicate[..^1]), place) : Phrase.Join(Phrase.Of(predicate), place);
        phrasings.State(new Clause(Phrase.Of(subject), auxiliary, where));
        if (predicate.Length == 0 && auxiliary is "is" or "are" && Orders.IsDefinite(subject) && subject.Length == 2 && !Lexicon.IsBarePlace(answer.Text) && subject[1].Text is not ("picture" or "photo" or "image" or "photograph" or "sun" or "moon" or "sky" or "scene"))
            phrasings.Order(subject[1].Is(WordClass.Plural) || subject[1].Is(WordClass.Noun) ? "put" : "", Phrase.Of(subject), place);
        return Refusal.None;
    }

    /// <summary>The answer as a place: <c>on the couch</c>, <c>in Paris</c>, <c>outside</c>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="verb">The verb or preposition that it follows, which may have a preposition of its own.</param>
    public static string Place(Answer answer, string verb)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (answer.Kind == AnswerKind.Nothing)
            return "nowhere";
        Token first = words[0];
        if (words.Length == 1 && Lexicon.IsBarePlace(answer.Text) && !(answer.Text is "left" or "right" && verb is "" or "be" or "sit" or "stand" or "lie" or "place" or "hang" or "take"))
            return answer.Text;
        if (first.Is(WordClass.Preposition) && words.Length > 1 && !first.Is(WordClass.Noun))
            return Answer.Located(words);
        if (first.Is(WordClass.Preposition) && words.Length > 1 || first.Text is "next" or "front" && words.Length > 1 && words[1].Text is "to" or "of")
            return first.Text == "front" ? "in front " + Phrase.Of(words[1..]) : Answer.Located(words);
        if (first.Is(WordClass.Preposition | WordClass.Adverb) && !first.Is(WordClass.Noun))
            return answer.Text;
        if (first.Is(WordClass.Verb | WordClass.Gerund | WordClass.Number) && !first.Is(WordClass.Noun | WordClass.Adjective))
            return "";
        Token head = words[NounPhrase.Head(words)];
        if (!head.Is(WordClass.Noun))
            return "";
        string noun = answer.AsNoun("the");
        bool bare = words.Length == 1 && head.Is(WordClass.Mass) && !(first.Text is "home");
        if (bare && !Colors.Contains(answer.Text))
            noun = first.Text is "night" or "breakfast" or "lunch" or "dinner" ? answer.Text : "the " + answer.Text;
        string preposition = verb switch
        {
            "look" or "stare" or "point" or "smile" or "aim" or "gaze" => "at",
            "go" or "head" or "travel" or "walk" or "run" or "move" or "fly" or "drive" or "lead" or "ride" when head.Text is not ("sky" or "air" or "water" or "field" or "ocean" or "rain") && !Lexicon.IsOnPlace(head.Text) || head.Text is "left" or "right" => "to",
            "come" or "from" => "from",
            "to" => "to",
            "face" => "",
            "on" or "in" or "at" or "under" or "behind" or "near" or "inside" => verb,
            _ => Preposition(words, head),
        };
        return Phrase.Join(preposition, noun);
    }

    private static string Preposition(ReadOnlySpan<Token> words, Token head)
    {
        if (head.Is(WordClass.Proper))
            return "in";
        if (words.Length == 1 && head.Text is "home" or "school" or "work" or "church")
            return "at";
        if (head.Text is "background" or "foreground" or "middle" or "center" or "back" or "front" or "corner" or "distance")
            return "in";
        if (Lexicon.IsOnPlace(head.Text) || Lexicon.IsOnPlace(Inflection.Singular(head.Text)))
            return "on";
        return Lexicon.IsAtPlace(head.Text) ? "at" : "in";
    }
}
