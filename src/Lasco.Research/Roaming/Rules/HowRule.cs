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
            return HowManyRule.Apply(rest[1..], answer, phrasings, much: rest[0].Text == "much");
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
        string manner = Manner(answer, body[..end], body[end..]);
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
        bool away = rest[0].Text == "far" && rest[1].Text == "away";
        if (away)
            rest = (Token[])[rest[0], .. rest[2..]];
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
        if (verb > 1 || Measure.Of(measure, answer, Owner(body[..end])) is not { } value)
            return Refusal.UnfitAnswer;
        ReadOnlySpan<Token> predicate = body[end..];
        bool acts = predicate.Length > 0 && (verbAhead || rest[verb].IsHave || predicate[0].Is(WordClass.Gerund | WordClass.Participle));
        if (measure == "long" && acts && Measure.IsTime(answer.Words))
            value = predicate[^1].Text is "take" or "last" or "for" ? value : "for " + (value.StartsWith("a ", StringComparison.Ordinal) ? value : answer.Text);
        bool apart = measure == "far" && Phrase.TextAt(predicate, 0) == "from";
        if (apart)
            return Distance(Phrase.Of(body[..end]), rest[verb].Text, value, predicate, phrasings);
        bool valueLast = acts || measure is "much" or "often" or "far";
        string said = valueLast ? Phrase.Join(Phrase.Of(predicate), value) : Phrase.Join(value, Phrase.Of(predicate));
        phrasings.State(new Clause(Phrase.Of(body[..end]), rest[verb].Text, said));
        return Refusal.None;
    }

    /// <summary><c>How far is the man from the camera?</c></summary>
    private static Refusal Distance(string subject, string be, string value, ReadOnlySpan<Token> from, Phrasings phrasings)
    {
        bool near = value == "close" || value.EndsWith(" close", StringComparison.Ordinal) || value is "near" or "very near";
        bool stands = near || value == "far" || value.EndsWith(" far", StringComparison.Ordinal) || value.EndsWith(" away", StringComparison.Ordinal);
        if (!stands)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(subject, be, Phrase.Join(value, near ? "to" : "from", Phrase.Of(from[1..]))));
        return Refusal.None;
    }

    /// <summary>The determiner that stands for a subject: <c>his</c>; empty where none is sure to.</summary>
    private static string Owner(ReadOnlySpan<Token> subject)
    {
        Token head = subject[NounPhrase.Head(subject)];
        if (NounPhrase.IsPlural(subject))
            return "their";
        return head.Text switch
        {
            "man" or "boy" or "guy" or "he" or "gentleman" or "father" or "male" or "groom" => "his",
            "woman" or "girl" or "lady" or "she" or "mother" or "female" or "bride" => "her",
            "person" or "child" or "player" or "surfer" or "skier" or "skateboarder" or "kid" or "baby" => "their",
            "cat" or "dog" or "bear" or "animal" or "horse" or "cow" or "elephant" or "zebra" or "giraffe" or "bird" or "sheep" => "its",
            _ => "",
        };
    }

    /// <summary>The length of the subject; 0 where there is none, or no verb where one must be.</summary>
    /// <param name="body">The words behind the auxiliary.</param>
    /// <param name="verbAhead">Whether the auxiliary needs a verb.</param>
    /// <param name="keepsPrepositions">Whether a prepositional phrase at the end is of the subject: <c>the weather in the picture</c>.</param>
    private static int Subject(ReadOnlySpan<Token> body, bool verbAhead, bool keepsPrepositions)
    {
        int end = NounPhrase.Subject(body, verbAhead);
        if (!verbAhead && end == 1 && body[0].Text is "this" or "that" or "these" or "those")
        {
            // Nothing need follow: how old is this man?
            Token[] named = [new Token("the", WordClass.Determiner), .. body[1..]];
            end = Math.Max(end, NounPhrase.Subject(named, verbAhead: false));
        }

        if (verbAhead)
            return end == body.Length ? 0 : end;
        return end > 0 && keepsPrepositions && Phrase.IsAt(body, end, WordClass.Preposition) ? body.Length : end;
    }

    /// <summary>Whether an adjective says how something was made, and so replaces the verb: <c>fried</c> to <c>how is the chicken prepared</c>.</summary>
    private static bool IsMadeSo(ReadOnlySpan<Token> predicate, Answer answer) =>
        predicate.Length == 1 && predicate[0].Text is "prepared" or "cooked" or "made" or "served" or "cut" && answer.Words.Length == 1 && answer.IsAdjective && answer.Words[0].Is(WordClass.Adjective | WordClass.Participle);

    /// <summary>The answer as a manner or, where nothing is done, a state: <c>well</c>, <c>by train</c>, <c>with a fork</c>; empty where it is neither.</summary>
    private static string Manner(Answer answer, ReadOnlySpan<Token> subject, ReadOnlySpan<Token> predicate)
    {
        ReadOnlySpan<Token> words = answer.Words;
        bool acts = predicate.Length > 0;
        bool travels = acts && Lexicon.VerbOf(predicate[0].Text) is "travel" or "get" or "move" or "go" or "come" or "arrive" or "ride";
        if (acts && Lexicon.VerbOf(predicate[^1].Text) is "take" or "photograph" && answer.Text is "black and white" or "color")
            return "in " + answer.Text;
        if (travels && words[0].Is(WordClass.Gerund) && !words[0].Is(WordClass.Noun))
            return "by " + answer.Text;
        string verb = acts ? Lexicon.VerbOf(predicate[0].Text) ?? "" : "";
        if (answer.IsAdjective && verb == "power")
            return "";
        bool describes = acts && words[^1].Is(WordClass.Participle | WordClass.Adjective) && !words[^1].Is(WordClass.Noun) && !words[0].Is(WordClass.Plural | WordClass.Determiner | WordClass.Pronoun);
        bool means = acts && words[^1].Is(WordClass.Noun) && words.Length > 1 && (words[0].Text is "both" or "left" or "right" || words[0].Is(WordClass.Number) && verb == "hold");
        if (answer.IsAdjective || describes || words[0].Is(WordClass.Gerund | WordClass.Adverb) && !means || words[0].Text == "to")
            return answer.Text;
        if (words[0].Is(WordClass.Preposition))
            return Placed(answer, Owner(subject));
        if (!acts)
            return Weather(subject, answer) ?? (words.Length == 1 && words[0].Is(WordClass.Adjective) ? answer.Text : answer.AsNoun());
        if (words[0].Is(WordClass.Noun | WordClass.Determiner) || means)
            return Means(answer, verb, travels);
        return words[0].Is(WordClass.Verb | WordClass.Past) && Lexicon.VerbOf(words[0].Text) is { } root ? Phrase.Join("by", Inflection.Gerund(root), Phrase.Of(words[1..])) : "";
    }

    /// <summary>A manner with its preposition: <c>by train</c>, <c>in slices</c>, <c>on its back</c>.</summary>
    private static string Placed(Answer answer, string owner)
    {
        ReadOnlySpan<Token> words = answer.Words;
        if (words.Length != 2)
            return Answer.Located(words);
        bool ofBody = words[0].Text == "on" && words[1].Text is "back" or "side" or "stomach" or "belly" or "knees" or "feet";
        if (ofBody && owner.Length > 0)
            return $"on {owner} {words[1].Text}";
        bool bare = words[0].Text == "by" && WordSets.Conveyances.Contains(words[1].Text) || words[0].Text is "in" or "into" or "with" && (words[1].Is(WordClass.Plural) || words[1].Text == "half");
        return bare ? answer.Text : Answer.Located(words);
    }

    /// <summary>What the weather is: <c>rainy</c> for <c>rain</c>; null for what is no weather.</summary>
    private static string? Weather(ReadOnlySpan<Token> subject, Answer answer) => subject[NounPhrase.Head(subject)].Text is not ("weather" or "sky" or "day") ? null : answer.Text switch
    {
        "rain" => "rainy",
        "snow" => "snowy",
        "sun" => "sunny",
        "clouds" => "cloudy",
        "wind" => "windy",
        "fog" => "foggy",
        _ => null,
    };

    /// <summary>What something is done with, in, into or by.</summary>
    private static string Means(Answer answer, string verb, bool travels)
    {
        Token last = answer.Words[^1];
        bool cuts = verb is "cut" or "slice" or "chop" or "divide" or "separate" or "split";
        if (cuts && answer.Text == "half")
            return "in half";
        if (cuts && WordSets.Pieces.Contains(Inflection.Singular(last.Text)))
            return "into " + (last.Is(WordClass.Plural) ? answer.Text : Phrase.Join(Phrase.Of(answer.Words[..^1]), Inflection.Plural(last.Text)));
        if (WordSets.Arrangements.Contains(last.Text) && verb is not ("cut" or "make"))
            return "in " + answer.AsNoun();
        if (last.Text == "foot")
            return "on " + answer.Text;
        if (answer.Words.Length == 1 && WordSets.Conveyances.Contains(last.Text))
            return "by " + answer.Text;
        if (verb == "decorate" && last.Is(WordClass.Proper))
            return "for " + answer.Text;
        if (answer.Words[0].Text is "left" or "right")
            return "with the " + answer.Text;
        if (travels && WordSets.Mounts.Contains(Inflection.Singular(last.Text)))
            return "on " + answer.AsNoun();
        return (last.Text == "machine" || verb is "power" or "propel" or "pull" ? "by " : "with ") + answer.AsNoun();
    }
}
