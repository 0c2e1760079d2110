namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a number, a measure, a manner or a state.</summary>
internal static class HowRule
{
    /// <summary>Adds the phrasings of the words after <c>how</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2)
            return Refusal.NotUnderstood;
        if (rest[0].Text == "many")
            return HowManyRule.Apply(rest[1..], answer, phrasings);
        if (rest[0].Text == "much" && !rest[1].IsFinite)
            return HowManyRule.Apply(rest[1..], answer, phrasings);
        if (answer.Kind is AnswerKind.Nothing)
            return Refusal.UnfitAnswer;
        return rest[0].IsFinite ? State(rest, answer, phrasings) : Degree(rest, answer, phrasings);
    }

    /// <summary><c>How is the weather?</c>, <c>How does the man feel?</c></summary>
    private static Refusal State(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        string auxiliary = rest[0].Text;
        ReadOnlySpan<Token> body = rest[1..];
        if (auxiliary is "do" or "can" or "would" && body[0].Text is "you" or "we" or "I")
            return Refusal.NotUnderstood;
        bool verbAhead = !rest[0].IsBe && auxiliary is not ("has" or "have" or "had");
        int end = NounPhrase.Subject(body, verbAhead);
        if (end == 0 || end == body.Length && verbAhead)
            return Refusal.NotUnderstood;
        if (!verbAhead && end < body.Length && body[end].Is(WordClass.Preposition))
            end = body.Length;
        string how = Manner(answer, end < body.Length);
        if (how.Length == 0)
            return Refusal.UnfitAnswer;
        bool replaces = rest[0].IsBe && body.Length == end + 1 && body[end].Is(WordClass.Participle) && answer.Words.Length == 1 && answer.IsAdjective && body[end].Text is "prepared" or "cooked" or "made" or "served" or "cut";
        phrasings.State(new Clause(Phrase.Of(body[..end]), auxiliary, replaces ? how : Phrase.Join(Phrase.Of(body[end..]), how)));
        return Refusal.None;
    }

    private static string Manner(Answer answer, bool acts)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (answer.IsAdjective || words[0].Is(WordClass.Gerund | WordClass.Adverb) || words[0].Text == "to")
            return answer.Text;
        if (words[0].Is(WordClass.Preposition))
            return Answer.Located(words);
        if (!acts)
            return answer.AsNoun();
        if (words[0].Is(WordClass.Noun | WordClass.Determiner))
            return (words[^1].Text is "train" or "bus" or "car" or "boat" or "plane" or "bike" or "bicycle" or "hand" or "foot" or "truck" or "machine" or "mail" ? words[^1].Text == "foot" ? "on " : "by " : "with ") + (words[^1].Text is "train" or "bus" or "car" or "boat" or "plane" or "bike" or "bicycle" or "hand" or "foot" or "truck" or "mail" ? answer.Text : answer.AsNoun());
        return words[0].Is(WordClass.Verb) && Lexicon.VerbOf(words[0].Text) is { } root ? Phrase.Join("by", Inflection.Gerund(root), Phrase.Of(words[1..])) : "";
    }

    /// <summary><c>How old is the man?</c>, <c>How fast is the train moving?</c></summary>
    private static Refusal Degree(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        int verb = 1;
        while (verb < rest.Length && !rest[verb].IsFinite)
            verb++;
        if (verb >= rest.Length - 1)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> measure = rest[..verb];
        string auxiliary = rest[verb].Text;
        ReadOnlySpan<Token> body = rest[(verb + 1)..];
        bool verbAhead = !rest[verb].IsBe && auxiliary is not ("has" or "have" or "had");
        int end = NounPhrase.Subject(body, verbAhead);
        if (end == 0 || end == body.Length && verbAhead)
            return Refusal.NotUnderstood;
        if (!verbAhead && end < body.Length && body[end].Is(WordClass.Preposition) && measure[0].Text is not "far")
            end = body.Length;
        ReadOnlySpan<Token> predicate = body[end..];
        string? value = Measured(measure, answer);
        if (value is null)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(Phrase.Of(body[..end]), auxiliary, measure[0].Text is "much" or "often" or "far" || predicate.Length > 0 && (verbAhead || predicate[0].Is(WordClass.Gerund | WordClass.Participle))
            ? Phrase.Join(Phrase.Of(predicate), value)
            : Phrase.Join(value, Phrase.Of(predicate))));
        return Refusal.None;
    }

    private static string? Measured(ReadOnlySpan<Token> measure, Answer answer)
    {
        string adjective = measure[0].Text;
        ReadOnlySpan<Token> words = answer.Words;
        string text = answer.Text;
        if (measure.Length > 1)
            return null;
        if (text is "very" or "very much" or "extremely" or "quite" or "not very" or "too" or "pretty" or "somewhat" or "really" or "fairly" or "slightly" or "a little")
            return text == "very much" ? "very " + adjective : text == "too" ? "too " + adjective : Phrase.Join(text, adjective);
        if (words[0].Is(WordClass.Number) || words[0].Text is "over" or "about" or "around" or "under" or "less" or "more" or "at" or "approximately" or "several" or "many" or "few" || text.Length > 2 && words[0].Text == "a" && words.Length > 1)
        {
            if (adjective is "much" or "often" or "fast" or "far" or "late" or "hot" or "cold" or "soon" or "heavy" or "early")
                return text + (adjective == "far" && words[^1].Is(WordClass.Plural) ? " away" : "");
            if (adjective == "old")
                return answer.IsNumber(out int years) ? $"{text} {(years == 1 ? "year" : "years")} old" : words[^1].Text is "old" ? text : words[^1].Text is "years" or "year" or "months" or "month" or "weeks" or "days" ? text + " old" : words[^1].Is(WordClass.Number) ? text + " years old" : text;
            if (words[^1].Text == adjective || words[^1].Is(WordClass.Adjective))
                return text;
            return words.Length == 1 && !char.IsLetter(text[^1]) && text[^1] is not ('\'' or '"') || words.Length == 1 && answer.IsNumber(out _) ? null : text[^1] == '\'' ? text : Phrase.Join(text, adjective);
        }

        if (answer.IsAdjective || words[0].Is(WordClass.Adverb))
            return text;
        if (adjective is "much" or "often" or "far" or "old")
            return text is "half" or "lot" or "lots" or "all" || words[0].Is(WordClass.Adjective | WordClass.Determiner) ? text : adjective == "old" ? answer.AsNoun() : null;
        return words[^1].Text is "feet" or "inches" or "miles" or "stories" ? Phrase.Join(text, adjective) : words[0].Is(WordClass.Preposition) ? Answer.Located(words) : null;
    }
}
