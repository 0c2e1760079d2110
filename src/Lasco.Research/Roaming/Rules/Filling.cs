namespace Lasco.Research.Roaming.Rules;

/// <summary>Predicates with the answer where the question word was moved from.</summary>
internal static class Filling
{
    /// <summary>The predicate of a question for a thing or a person with its answer.</summary>
    /// <param name="predicate">The predicate, such as <c>sitting on</c>.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="noun">The answer as a noun phrase.</param>
    /// <returns>Such as <c>sitting on a bench</c>; null where the answer does not fit.</returns>
    public static string? Of(ReadOnlySpan<Token> predicate, Answer answer, string noun)
    {
        int gap = Gap.Find(predicate);
        Token before = predicate[gap - 1];
        if (ClauseAnswer.Is(answer.Words) && !Lexicon.IsSaying(before.Text))
            return null;

        // What is he doing? [fly kite]: flying a kite. What does it look like? [cat]: look like a cat.
        if (before.Text is "doing" or "do" or "done" || predicate[^1].Text is "do" or "doing" || predicate[^1].Text == "next" && predicate[0].Text is "do" or "doing")
            return Activity.Fill(predicate, answer);
        if (before.Text == "like" && gap < predicate.Length && predicate[gap].Is(WordClass.Pronoun | WordClass.Determiner))
            return predicate[^1].Is(WordClass.Gerund | WordClass.Verb | WordClass.Preposition) ? Phrase.Join(Phrase.Of(predicate), noun) : null;
        if (before.Text == "like" && answer.IsAdjective && gap < predicate.Length)
            return Gap.Relocate(predicate, gap, answer.Text);
        if (before.Text == "like")
            return answer.IsAdjective && gap == predicate.Length ? Phrase.Join(Phrase.Of(predicate[..^1]), answer.Text) : Gap.Fill(predicate, gap, noun);

        // What is he sitting on? [under tree]: sitting under the tree. What does the sign say? [stop]: say stop.
        if (before.Is(WordClass.Preposition) && answer.Words[0].IsOnlyPreposition)
            return Gap.Relocate(predicate, gap, Answer.Located(answer.Words));
        if (TakesBareNoun(predicate[..gap], answer))
            return Gap.Fill(predicate, gap, answer.Text);

        // What is he looking at? [outside]: looking outside. What is he eating? [apple]: eating an apple.
        bool place = answer.Words.Length == 1 && Lexicon.IsBarePlace(answer.Text) && answer.Text is not ("left" or "right");
        return place && before.Text is "at" or "in" or "to" or "on" ? Gap.Relocate(predicate, gap, answer.Text) : Gap.Fill(predicate, gap, noun);
    }

    /// <summary>The predicate of a question for a thing of a named kind with its answer, and the preposition that times and sides need.</summary>
    /// <param name="predicate">The predicate, such as <c>holding</c>.</param>
    /// <param name="kind">What was asked for, such as <c>color umbrella</c>.</param>
    /// <param name="answer">The answer.</param>
    public static string Of(ReadOnlySpan<Token> predicate, Kind kind, Answer answer)
    {
        string head = kind.Head;
        int gap = Gap.Find(predicate);
        Token before = predicate[gap - 1];
        bool stranded = before.Is(WordClass.Preposition);
        bool says = Lexicon.IsSaying(before.Text);

        // What activity are they doing? [flying kite]: flying a kite.
        if (before.Text is "doing" or "do" && answer.Words[0].Is(WordClass.Gerund) && !answer.Words[0].Is(WordClass.Noun) && Activity.Fill(predicate, answer) is { } done)
            return done;

        // What time was it when he left? [3:00]: 3:00 when he left.
        if (predicate[0].Is(WordClass.Wh))
            return Phrase.Join(answer.Text, Phrase.Of(predicate));

        // What time was it taken? [night]: taken at night. What word does it say? [stop]: say stop. What way does he look? [left]: look left.
        says |= head is "time" or "date" && before.Text is "show" or "shows" or "showing";
        if (head == "time" && !says && !stranded)
            return Phrase.Join(Phrase.Of(predicate), AtTime(answer), answer.Text);
        if (!stranded && before.Is(WordClass.Participle) && !before.Is(WordClass.Gerund) && PeriodPreposition(head) is { } preposition)
            return Phrase.Join(Phrase.Of(predicate), answer.Words[0].Is(WordClass.Preposition) ? "" : preposition, answer.Text);
        if (says && kind.Words.Length <= 3 || head is "position" or "role")
            return Gap.Fill(predicate, gap, answer.Text);
        if (head is "direction" or "way")
            return before.Text == "from" && Nouns.Locations.Contains(answer.Text) ? Gap.Fill(predicate, gap, "the " + answer.Text)
                : stranded && IsWay(answer) ? Gap.Relocate(predicate, gap, Toward(answer, stranded))
                : Phrase.Join(Phrase.Of(predicate), Toward(answer, stranded));

        // What shelf is it lying on? [under bed]: lying under the bed. What room is he in? [kitchen]: in the kitchen.
        if (answer.Words[0].IsOnlyPreposition)
            return stranded ? Gap.Relocate(predicate, gap, Answer.Located(answer.Words)) : Phrase.Join(Phrase.Of(predicate), Answer.Located(answer.Words));
        if (before.Text is "in" or "at" && Inside(head, answer) is { } place)
            return Gap.Fill(predicate, gap, place);

        // What hand does he eat with? [left]: eat with the left hand. What side does he sit? [left]: sit on the left side.
        string fill = KindAnswer.Fill(kind, answer);
        bool onSide = Nouns.Sides.Contains(head) && !stranded && before.Text is not ("facing" or "face" or "using" or "use");
        return onSide ? Phrase.Join(Phrase.Of(predicate), "on", fill) : Gap.Fill(predicate, gap, fill);
    }

    /// <summary>Whether the answer needs no article: words that are quoted, games that are played, what things are made of.</summary>
    private static bool TakesBareNoun(ReadOnlySpan<Token> before, Answer answer)
    {
        string last = before[^1].Text;
        string previous = before.Length > 1 ? before[^2].Text : "";
        if (last == "called" && answer.Words.Length <= 2 && Lexicon.Knows(answer.Words[^1].Text))
            return false;
        return Lexicon.IsSaying(last)
            || last == "as" && previous == "known"
            || last is "playing" or "play" or "played" && answer.Words.Length == 1 && Nouns.Games.Contains(answer.Text)
            || last == "of" && (previous is "made" or "composed" or "constructed" || previous == "out" && before.Length > 2 && before[^3].Text is "made" or "built" or "constructed");
    }

    /// <summary>The preposition of a time.</summary>
    private static string AtTime(Answer answer)
    {
        if (answer.Words[0].Is(WordClass.Number) || answer.Text is "night" or "noon" or "midnight" or "dawn" or "dusk")
            return "at";
        return answer.Text is "morning" or "afternoon" or "evening" ? "in the" : answer.Text is "winter" or "summer" or "spring" or "fall" or "autumn" ? "in" : "";
    }

    /// <summary>The preposition of a year, a month or a day in which something was done; null for other kinds.</summary>
    private static string? PeriodPreposition(string head) => head switch
    {
        "year" or "month" or "season" => "in",
        "day" => "on",
        _ => null,
    };

    /// <summary>The answer as a direction: <c>toward the camera</c>, <c>left</c>.</summary>
    private static string Toward(Answer answer, bool stranded)
    {
        if (IsWay(answer))
            return Way(answer);
        return stranded ? answer.AsNoun("the") : Phrase.Join("toward", answer.AsNoun("the"));
    }

    /// <summary>A direction with the article that it lacks: <c>to the left</c>, <c>away from the camera</c>.</summary>
    private static string Way(Answer answer)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (words.Length == 1 || Phrase.IndexOf(words, "and") > 0)
            return answer.Text;
        bool side = words[^1].Text is "left" or "right" && words[^2].Text is "to" or "on";
        return side ? Phrase.Join(Phrase.Of(words[..^1]), "the", words[^1].Text) : Answer.Located(words);
    }

    /// <summary>Whether the answer says a direction without more: <c>left</c>, <c>at the camera</c>.</summary>
    private static bool IsWay(Answer answer) => answer.Words[0].Is(WordClass.Preposition | WordClass.Adverb) || Lexicon.IsBarePlace(answer.Text);

    /// <summary>The answer as what something is in or at: <c>in the kitchen</c>, <c>in France</c>; null for other kinds.</summary>
    private static string? Inside(string head, Answer answer) => head switch
    {
        "room" or "place" or "setting" or "location" => answer.AsNoun("the"),
        "country" or "city" or "state" => ProperName.Of(answer),
        "sport" => answer.Text,
        _ => null,
    };
}
