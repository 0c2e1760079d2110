namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a number, a measure, a manner or a state.</summary>
internal static class HowRule
{
    /// <summary>Adds the phrasings of the words after <c>how</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2)
            return Refusal.NotUnderstood;
        if (rest[0].Text == "many" || rest[0].Text == "much" && !rest[1].IsFinite)
            return HowManyRule.Apply(rest[1..], answer, phrasings);
        if (answer.Kind is AnswerKind.Nothing)
            return Refusal.UnfitAnswer;
        return rest[0].IsFinite ? State(rest[0], rest[1..], answer, phrasings) : Degree(rest, answer, phrasings);
    }

    /// <summary><c>How is the weather?</c>, <c>How does the man feel?</c></summary>
    private static Refusal State(Token auxiliary, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings)
    {
        if (auxiliary.Text is "do" or "can" or "would" && body[0].Text is "you" or "we" or "I")
            return Refusal.NotUnderstood;
        int end = Subject(body, auxiliary.TakesBaseForm, keepsPrepositions: true);
        if (end == 0)
            return Refusal.NotUnderstood;
        string manner = Manner(answer, acts: end < body.Length);
        if (manner.Length == 0)
            return Refusal.UnfitAnswer;
        ReadOnlySpan<Token> predicate = body[end..];
        string said = auxiliary.IsBe && IsMadeSo(predicate, answer) ? manner : Phrase.Join(Phrase.Of(predicate), manner);
        phrasings.State(new Clause(Phrase.Of(body[..end]), auxiliary.Text, said));
        return Refusal.None;
    }

    /// <summary><c>How old is the man?</c>, <c>How fast is the train moving?</c></summary>
    private static Refusal Degree(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        int verb = 1;
        while (verb < rest.Length && !rest[verb].IsFinite)
            verb++;
        if (verb >= rest.Length - 1)
            return Refusal.NotUnderstood;
        string measure = rest[0].Text;
        ReadOnlySpan<Token> body = rest[(verb + 1)..];
        bool verbAhead = rest[verb].TakesBaseForm;
        int end = Subject(body, verbAhead, keepsPrepositions: measure != "far");
        if (end == 0)
            return Refusal.NotUnderstood;
        if (verb > 1 || Measure.Of(measure, answer) is not { } value)
            return Refusal.UnfitAnswer;
        ReadOnlySpan<Token> predicate = body[end..];
        bool acts = predicate.Length > 0 && (verbAhead || predicate[0].Is(WordClass.Gerund | WordClass.Participle));
        bool valueLast = acts || measure is "much" or "often" or "far";
        string said = valueLast ? Phrase.Join(Phrase.Of(predicate), value) : Phrase.Join(value, Phrase.Of(predicate));
        phrasings.State(new Clause(Phrase.Of(body[..end]), rest[verb].Text, said));
        return Refusal.None;
    }

    /// <summary>The length of the subject; 0 where there is none, or no verb where one must be.</summary>
    /// <param name="body">The words behind the auxiliary.</param>
    /// <param name="verbAhead">Whether the auxiliary needs a verb.</param>
    /// <param name="keepsPrepositions">Whether a prepositional phrase at the end is of the subject: <c>the weather in the picture</c>.</param>
    private static int Subject(ReadOnlySpan<Token> body, bool verbAhead, bool keepsPrepositions)
    {
        int end = NounPhrase.Subject(body, verbAhead);
        if (verbAhead)
            return end == body.Length ? 0 : end;
        return end > 0 && keepsPrepositions && Phrase.IsAt(body, end, WordClass.Preposition) ? body.Length : end;
    }

    /// <summary>Whether an adjective says how something was made, and so replaces the verb: <c>fried</c> to <c>how is the chicken prepared</c>.</summary>
    private static bool IsMadeSo(ReadOnlySpan<Token> predicate, Answer answer) =>
        predicate.Length == 1 && predicate[0].Text is "prepared" or "cooked" or "made" or "served" or "cut" && answer.Words.Length == 1 && answer.IsAdjective;

    /// <summary>The answer as a manner or, where nothing is done, a state: <c>well</c>, <c>by train</c>, <c>with a fork</c>; empty where it is neither.</summary>
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
            return Means(answer);
        return words[0].Is(WordClass.Verb) && Lexicon.VerbOf(words[0].Text) is { } root ? Phrase.Join("by", Inflection.Gerund(root), Phrase.Of(words[1..])) : "";
    }

    private static string Means(Answer answer) => answer.Words[^1].Text switch
    {
        "foot" => "on " + answer.Text,
        "train" or "bus" or "car" or "boat" or "plane" or "bike" or "bicycle" or "truck" or "hand" or "mail" => "by " + answer.Text,
        "machine" => "by " + answer.AsNoun(),
        _ => "with " + answer.AsNoun(),
    };
}
