namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for what something is: <c>What room is this?</c>, <c>What shape is the sign?</c></summary>
internal static class KindNominal
{
    /// <summary>Adds the phrasings of a subject that nothing follows.</summary>
    public static void Apply(Kind kind, string be, ReadOnlySpan<Token> subject, Answer answer, Phrasings phrasings)
    {
        string who = Phrase.Of(subject);
        if (subject.Length == 1 && subject[0].Is(WordClass.Pronoun))
            Pointed(kind, be, who, answer, phrasings);
        else if (kind.SingularHead == "material" && answer.Kind == AnswerKind.Other)
            phrasings.State(new Clause(who, be, "made of " + answer.Text));
        else
            Described(kind, be, subject, answer, phrasings);
    }

    /// <summary><c>What room is this?</c> [kitchen]: <c>This is a kitchen</c>, <c>The room is a kitchen</c>.</summary>
    private static void Pointed(Kind kind, string be, string pronoun, Answer answer, Phrasings phrasings)
    {
        string head = kind.SingularHead;
        bool circumstance = Nouns.Circumstances.Contains(head);
        bool named = !circumstance && kind.IsNamed;
        if (!named || head == "number")
        {
            string fill = KindAnswer.Fill(kind, answer);
            bool manyForOne = be == "is" && pronoun is "this" or "that" && kind.Words[0].Text is not ("time" or "number") && KindAnswer.IsPlural(kind, answer);
            phrasings.State(manyForOne ? new Clause(Agreement.Plural(pronoun), "are", fill) : new Clause(pronoun, be, circumstance ? answer.Text : fill));
        }

        if (!named && answer.IsNone)
            return;
        if (kind.IsSingle)
            phrasings.Add(kind.Definite, Agreement.Of("is", kind.Words[0].Is(WordClass.Plural)), KindAnswer.Value(kind, answer));
        else if (kind.HasOf && kind.Words[0].Text is not ("color" or "colour") || named)
            phrasings.Add(kind.Definite, Agreement.Of("is", kind.Words[0].Is(WordClass.Plural)), answer.Text);
    }

    /// <summary>
    /// <c>What shape is the sign?</c> [octagon]: <c>The sign is an octagon</c>, <c>Make the sign an octagon</c>; <c>What brand is the phone?</c> [Nokia]:
    /// <c>The brand of the phone is Nokia</c>; <c>What side is the dog?</c> [left]: <c>The dog is on the left side</c>.
    /// </summary>
    private static void Described(Kind kind, string be, ReadOnlySpan<Token> subject, Answer answer, Phrasings phrasings)
    {
        string who = Phrase.Of(subject);
        bool adjective = answer.IsAdjective || kind.SingularHead == "shape" && answer.Words[^1].Is(WordClass.Adjective);
        if (answer.IsAdjective && !Nouns.Sides.Contains(kind.SingularHead) || Describes(kind, be, answer, adjective))
            phrasings.State(new Clause(who, be, Description(kind, be, answer, adjective)));
        if (be is "is" or "are" && Orders.IsDefinite(subject) && CanBeMade(kind, be, answer, adjective))
            phrasings.Order("make", who, adjective ? answer.Text : answer.AsNoun());
        else if (Nouns.Sides.Contains(kind.SingularHead) && answer.Kind == AnswerKind.Other)
            phrasings.State(new Clause(who, be, Phrase.Join("on", KindAnswer.Fill(kind, answer))));
        else if (kind.IsSingle && subject[0].Text != "it")
            OfSubject(kind, who, answer, phrasings);
    }

    /// <summary>Whether the answer can be said of the subject itself: <c>The dog is a poodle</c>, but not <c>The signs are an octagon</c>.</summary>
    private static bool Describes(Kind kind, string be, Answer answer, bool adjective)
    {
        string head = kind.SingularHead;
        bool oneForMany = head == "shape" && be is "are" or "were" && !adjective && !answer.IsPlural;
        return (Nouns.Attributes.Contains(head) || kind.HasOf) && !oneForMany;
    }

    private static string Description(Kind kind, string be, Answer answer, bool adjective)
    {
        if (adjective)
            return answer.Text;
        if (kind.HasOf)
            return KindAnswer.Fill(kind, answer);
        return be is "are" or "were" && kind.SingularHead is "breed" or "species" or "animal" ? WhatIsRule.ForMany(answer) : answer.AsNoun();
    }

    /// <summary>Whether a command can give the subject what was asked for: <c>Make the sign round</c>, <c>Make the sign an octagon</c>.</summary>
    private static bool CanBeMade(Kind kind, string be, Answer answer, bool adjective) =>
        kind.IsSingle && answer.Kind == AnswerKind.Other
        && (adjective ? Nouns.Changeable.Contains(kind.SingularHead) : kind.SingularHead == "shape" && be == "is");

    /// <summary><c>What brand is the phone?</c> [Nokia]: <c>The brand of the phone is Nokia</c>.</summary>
    private static void OfSubject(Kind kind, string who, Answer answer, Phrasings phrasings)
    {
        string value = answer.IsAdjective ? answer.Text : KindAnswer.Value(kind, answer);
        phrasings.Add(kind.Definite, "of", who, "is", value);
        phrasings.Add(kind.Definite, "of", who, "should be", value);
    }
}
