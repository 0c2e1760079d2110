namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a colour: <c>What color is the car?</c>, <c>What is the color of the car?</c></summary>
internal static class ColorRule
{
    /// <summary>Adds the phrasings of a thing's colour.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> thing, string be, Answer answer, Phrasings phrasings)
    {
        if (answer.Words[0].Is(WordClass.Preposition | WordClass.Number))
            return Refusal.UnfitAnswer;
        string who = Phrase.Of(thing);
        string color = Text(answer);
        if (IsPluralInForm(thing))
            be = Agreement.Of(be, plural: true);
        if (answer.Kind == AnswerKind.Nothing)
        {
            phrasings.Add(who, be is "are" or "were" ? "have" : "has", "no color");
        }
        else if (answer.Words[^1].Is(WordClass.Plural))
        {
            // What color is the shirt? [stripes]
            phrasings.Add("the color of", who, "should be", color);
        }
        else
        {
            phrasings.State(new Clause(who, be, color));
            if (be is "is" or "are" && CanBePainted(thing))
            {
                phrasings.Order("make", who, color);
                phrasings.Order("change the color of", who, "to", color);
            }
        }

        return Refusal.None;
    }

    /// <summary>Whether the thing's head is in the plural, as in <c>What color is the cat's eyes?</c>; a <c>sheep</c> may be one.</summary>
    private static bool IsPluralInForm(ReadOnlySpan<Token> thing)
    {
        Token head = thing[NounPhrase.Head(thing)];
        return head.Is(WordClass.Plural) && !head.Is(WordClass.Mass | WordClass.Adjective);
    }

    /// <summary>The answer as a colour: <c>white, cream</c> as <c>white and cream</c>.</summary>
    private static string Text(Answer answer)
    {
        bool nouns = answer.Words.Length > 1 && answer.Words[0].Is(WordClass.Noun) && !answer.IsAdjective;
        return nouns ? answer.Text.Replace(", ", " and ", StringComparison.Ordinal) : answer.Text;
    }

    /// <summary>Whether a command can be about the thing: a certain thing, whose name is whole.</summary>
    private static bool CanBePainted(ReadOnlySpan<Token> thing) =>
        thing[0].Text is not ("it" or "they" or "most" or "there")
        && !thing[^1].Is(WordClass.Preposition | WordClass.Gerund)
        && (NounPhrase.Head(thing) == thing.Length - 1 || Phrase.IndexOf(thing, "that") < 0);
}
