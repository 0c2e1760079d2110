using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a reason.</summary>
internal static class WhyRule
{
    /// <summary>What <c>it is</c>: the weather, the light, the hour.</summary>
    private static readonly FrozenSet<string> Conditions =
        Inflection.Split("sunny cold hot raining rainy windy snowing warm cloudy dark bright wet late night").ToFrozenSet();

    /// <summary>Adds the phrasings of the words after <c>why</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        if (rest.Length < 2 || !rest[0].IsFinite)
            return Refusal.NotUnderstood;
        bool negated = rest[1].Text == "not";
        ReadOnlySpan<Token> body = negated ? rest[2..] : rest[1..];
        string auxiliary = rest[0].Text;
        if (auxiliary == "do" && body[0].Text is "you" or "we")
            return Refusal.NotUnderstood;
        int end = Subject(body, rest[0].TakesBaseForm);
        if (end == 0 || end >= body.Length)
            return Refusal.NotUnderstood;
        if (Reason(answer) is not { } reason)
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
    private static string? Reason(Answer answer)
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
        if (first.Text is "because" or "to" or "for" or "so" or "due" or "since" or "in" or "from" or "by")
            return text;
        if (IsClause(words))
            return "because " + text;

        // "big" is no reason; "skateboarding": because of skateboarding; "catch ball": to catch the ball; "safety": for safety.
        if (answer.IsAdjective && !first.Is(WordClass.Gerund))
            return null;
        if (first.Is(WordClass.Gerund) && !first.Is(WordClass.Noun))
            return "because of " + text;
        if (IsPurpose(words))
            return words.Length == 1 ? "to " + text : $"to {first.Text} {Answer.Articled(words[1..], "the")}";
        return Thing(answer);
    }

    /// <summary>A noun as a purpose or a cause.</summary>
    private static string? Thing(Answer answer)
    {
        string text = answer.Text;
        if (Nouns.Purposes.Contains(text))
            return "for " + answer.AsNoun();
        if (Nouns.Unique.Contains(text))
            return "because of the " + text;
        bool noun = answer.Words[0].Is(WordClass.Noun | WordClass.Determiner | WordClass.Adjective) && answer.Words[^1].Is(WordClass.Noun);
        return noun ? "because of " + answer.AsNoun() : null;
    }

    /// <summary>Whether the answer is a clause: <c>he is tired</c>, <c>the sun is out</c>, <c>it rained</c>.</summary>
    private static bool IsClause(ReadOnlySpan<Token> words)
    {
        if (words.Length < 2)
            return false;
        Token first = words[0];
        return words[1].IsFinite && first.Is(WordClass.Pronoun | WordClass.Noun)
            || words.Length > 2 && words[2].IsFinite && first.Is(WordClass.Determiner | WordClass.Adjective)
            || first.Is(WordClass.Pronoun) && words[1].Is(WordClass.ThirdPerson | WordClass.Verb | WordClass.Past);
    }

    /// <summary>Whether the answer is a verb in its base form: <c>eat</c>, <c>catch ball</c>.</summary>
    private static bool IsPurpose(ReadOnlySpan<Token> words) =>
        words[0].Is(WordClass.Verb) && (!words[0].Is(WordClass.Noun) || words.Length > 1 && words[1].Is(WordClass.Determiner | WordClass.Noun | WordClass.Pronoun));
}
