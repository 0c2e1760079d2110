using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a reason.</summary>
internal static class WhyRule
{
    /// <summary>What <c>it is</c>: the weather, the light, the hour.</summary>
    private static readonly FrozenSet<string> Conditions =
        Inflection.Split("sunny cold hot raining rainy windy snowing warm cloudy dark bright wet late night").ToFrozenSet();

    /// <summary>What one does something for, and of which there are several: <c>for a wedding</c>.</summary>
    private static readonly FrozenSet<string> Occasions = Inflection.Split("competition parade wedding picture photo display sale celebration").ToFrozenSet();

    /// <summary>Words that are nouns as well, and say what someone is about to do: <c>to stop</c>.</summary>
    private static readonly FrozenSet<string> Acts = Inflection.Split("stop swim play pose rest drink sleep hit catch cook wait surf ski look watch").ToFrozenSet();

    /// <summary>Adds the phrasings of the words after <c>why</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2 || !rest[0].IsFinite)
            return Refusal.NotUnderstood;
        bool negated = rest[1].Text == "not";
        ReadOnlySpan<Token> body = negated ? rest[2..] : rest[1..];
        string auxiliary = rest[0].Text;
        if (body.Length == 0 || auxiliary == "do" && body[0].Text is "you" or "we")
            return Refusal.NotUnderstood;
        int end = Subject(body, rest[0].TakesBaseForm);
        if (end == 0 || end >= body.Length)
            return Refusal.NotUnderstood;
        if (Phrase.IndexOf(body, answer.Text) < 0 && Lexicon.VerbOf(body[Math.Min(end, body.Length - 1)].Text) == answer.Text || Reason(answer, new Doer(body[..Math.Max(1, end)], auxiliary)) is not { } reason)
            return Refusal.UnfitAnswer;
        ReadOnlySpan<Token> predicate = body[end..];
        if (predicate[0].Text == "not")
        {
            negated = true;
            predicate = predicate[1..];
        }

        var clause = new Clause(Phrase.Of(body[..end]), auxiliary, Phrase.Join(Phrase.Of(predicate), reason));
        if (negated)
            phrasings.Deny(clause);
        else
            phrasings.State(clause);
        return Refusal.None;
    }

    /// <summary>The number of words of the subject; the last word of a noun phrase to which nothing is left is the predicate: <c>Why is the dog wet?</c></summary>
    private static int Subject(ReadOnlySpan<Token> body, bool verbAhead)
    {
        if (body[0].Text == "there")
            return 1;
        int end = NounPhrase.Subject(body, verbAhead);
        return end == body.Length && end > 2 && !verbAhead ? end - 1 : end;
    }

    /// <summary>The answer as a reason: <c>because it is cold</c>, <c>to eat</c>, <c>for safety</c>, <c>because of the rain</c>; null where it is none.</summary>
    private static string? Reason(Answer answer, Doer doer)
    {
        ReadOnlySpan<Token> words = answer.Words;
        Token first = words[0];
        string text = answer.Text;
        if (answer.Kind == AnswerKind.Nothing)
            return null;

        // "cold": because it is cold; "for fun": for fun; "he is tired": because he is tired.
        if (Conditions.Contains(text))
            return "because it is " + text;
        if (first.Text == "because" && words.Length == 1)
            return null;
        int thing = words.Length > 3 && words[2].Text is "up" or "out" or "off" ? 3 : 2;
        if (first.Text == "to" && words.Length > thing && words[1].Is(WordClass.Verb) && LacksArticle(words[thing..]))
            return Phrase.Join(Phrase.Of(words[..thing]), Answer.Articled(words[thing..], "the"));
        if (first.Text is "because" or "to" or "for" or "so" or "due" or "since" or "in" or "from" or "by")
            return text;
        if (ClauseAnswer.Is(words))
            return "because " + text;

        if (first.Is(WordClass.Past | WordClass.ThirdPerson) && !first.Is(WordClass.Noun | WordClass.Adjective | WordClass.Participle | WordClass.Verb))
            return doer.Did(words);

        // "big" is no reason; "skateboarding": because of skateboarding; "catch ball": to catch the ball; "safety": for safety.
        if (answer.IsAdjective && !first.Is(WordClass.Gerund))
            return null;
        if (first.Is(WordClass.Gerund) && !first.Is(WordClass.Noun))
            return doer.Doing(words);
        if (Acts.Contains(text))
            return doer.IsAlive ? "to " + text : null;
        if (IsPurpose(words))
            return words.Length == 1 ? "to " + text : $"to {first.Text} {Answer.Articled(words[1..], "the")}";
        return Thing(answer, doer);
    }

    /// <summary>A noun as a purpose or a cause.</summary>
    private static string? Thing(Answer answer, Doer doer)
    {
        string text = answer.Text;
        if (Nouns.Purposes.Contains(text))
            return "for " + (Occasions.Contains(text) ? answer.AsNoun() : text);
        if (Nouns.Unique.Contains(text))
            return "because of the " + text;
        if (answer.Words.Length == 1 && answer.Words[0].Is(WordClass.Gerund) && !answer.Words[0].Is(WordClass.Mass) && Lexicon.VerbOf(text) is not null)
            return doer.IsAlive ? doer.Doing(answer.Words) : "for " + text;
        bool noun = answer.Words[0].Is(WordClass.Noun | WordClass.Determiner | WordClass.Adjective) && answer.Words[^1].Is(WordClass.Noun);
        return noun ? "because of " + answer.AsNoun() : null;
    }

    /// <summary>Whether the answer is a verb in its base form: <c>eat</c>, <c>catch ball</c>.</summary>
    private static bool IsPurpose(ReadOnlySpan<Token> words) =>
        words[0].Is(WordClass.Verb) && (!words[0].Is(WordClass.Noun) || words.Length > 1 && words[1].Is(WordClass.Determiner | WordClass.Noun | WordClass.Pronoun));

    /// <summary>Whether the object of an answer's verb wants its article: <c>ball</c> in <c>to catch ball</c>.</summary>
    private static bool LacksArticle(ReadOnlySpan<Token> thing)
    {
        foreach (Token word in thing)
        {
            if (!word.Is(WordClass.Noun | WordClass.Adjective) || word.Is(WordClass.Preposition | WordClass.Pronoun | WordClass.Determiner | WordClass.Adverb | WordClass.Gerund | WordClass.Mass | WordClass.Plural))
                return false;
        }

        return thing[^1].Is(WordClass.Noun);
    }
}
