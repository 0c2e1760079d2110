namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions with a form of to be for a thing of a named kind: <c>What animal is on the bed?</c>, <c>Which bus is the man driving?</c></summary>
internal static class KindIsRule
{
    /// <summary>Adds the phrasings of the words after <c>is</c>.</summary>
    public static Refusal Apply(Kind kind, string be, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings)
    {
        if (body[0].Text == "there")
            return WhatIsRule.There(be, body, answer, KindAnswer.Fill(kind, answer), phrasings);
        if (IsPredicate(body) || IsCompared(body))
            return kind.IsNamed ? Named(kind, be, body, answer, phrasings) : AsSubject(kind, be, body, answer, phrasings);
        int end = NounPhrase.Subject(body, verbAhead: false);
        if (end == 0)
            return Refusal.NotUnderstood;
        if (kind.IsChoice && end == body.Length && body[0].Text is "a" or "an")
            return AsSubject(kind, be, body, answer, phrasings);
        ReadOnlySpan<Token> predicate = body[end..];
        if (predicate.Length > 0 && HasGap(predicate))
            phrasings.State(new Clause(Phrase.Of(body[..end]), be, Filling.Of(predicate, kind, answer)));
        else
            KindNominal.Apply(kind, be, body, answer, phrasings);
        return Refusal.None;
    }

    /// <summary>Whether the words are said of the kind, with no subject of their own: <c>What animal is sleeping?</c></summary>
    private static bool IsPredicate(ReadOnlySpan<Token> body)
    {
        Token first = body[0];
        if (IsPrepositional(body) || first.Text is "being" or "been")
            return true;
        bool compound = first.Is(WordClass.Noun | WordClass.Adjective) && NounPhrase.Core(body) > 1;
        return first.Is(WordClass.Gerund | WordClass.Participle | WordClass.Adjective | WordClass.Adverb) && !first.Is(WordClass.Determiner | WordClass.Pronoun) && !compound;
    }

    /// <summary>Whether the words say what one thing is among others, and name none: <c>the tallest</c>, <c>more prominent</c>, <c>the biggest in the picture</c>.</summary>
    public static bool IsCompared(ReadOnlySpan<Token> body)
    {
        ReadOnlySpan<Token> said = body[0].Text == "the" ? body[1..] : body;
        if (said.Length == 0)
            return false;
        bool graded = said[0].Text is "more" or "most" or "less" or "least";
        if (graded)
            return said.Length == 2 && said[1].Text != "of" && !(said[1].Is(WordClass.Noun) && Lexicon.Knows(said[1].Text));
        bool compares = said[0].Is(WordClass.Adjective) && (said[0].Text.EndsWith("est", StringComparison.Ordinal) || said[0].Text.EndsWith("er", StringComparison.Ordinal));
        return compares && (said.Length == 1 || said[1].Is(WordClass.Preposition));
    }

    private static bool IsPrepositional(ReadOnlySpan<Token> body) => body.Length > 1 && body[0].Is(WordClass.Preposition);

    /// <summary>Whether the answer's place is behind a verb or a preposition: <c>holding</c>, <c>sitting on</c>.</summary>
    private static bool HasGap(ReadOnlySpan<Token> predicate)
    {
        int gap = Gap.Find(predicate);
        Token before = predicate[gap - 1];
        return Gap.Strands(predicate, gap)
            || !before.Is(WordClass.Preposition) && before.Is(WordClass.Gerund | WordClass.Verb | WordClass.Auxiliary | WordClass.Participle | WordClass.Particle);
    }

    /// <summary><c>What animal is on the bed?</c> [cat]: <c>There is a cat on the bed</c>, <c>The animal on the bed is a cat</c>.</summary>
    private static Refusal AsSubject(Kind kind, string be, ReadOnlySpan<Token> predicate, Answer answer, Phrasings phrasings)
    {
        string fill = KindAnswer.Fill(kind, answer);
        string said = Phrase.Of(predicate);
        string agreed = Agreement.Of(be, KindAnswer.IsPlural(kind, answer));
        if (kind.IsChoice && answer.IsAdjective && !Nouns.Locations.Contains(answer.Text))
        {
            // Which bus is on the left? [red]: The red bus is on the left.
            phrasings.State(new Clause(fill, agreed, said));
            return Refusal.None;
        }

        if (answer.IsAdjective && fill == answer.Text)
            return Patterned(kind, predicate, answer, phrasings);
        bool isThere = IsPrepositional(predicate) && !kind.IsOwned && answer.Kind != AnswerKind.Nothing;
        if (isThere && !fill.StartsWith("the ", StringComparison.Ordinal))
            phrasings.Add("there", agreed, fill, said);
        phrasings.State(new Clause(fill, agreed, said));
        bool sameNumber = answer.IsPlural == kind.Words[0].Is(WordClass.Plural);
        if (isThere && kind.IsSingle && sameNumber && !answer.IsAdjective && kind.Head != "else"
            && answer.Words[0].Text is not ("no" or "both") && answer.Words[^1].Text is not ("one" or "ones") && Phrase.IndexOf(predicate, "and") < 0)
            phrasings.Add(kind.Definite, said, Agreement.Of(be, answer.IsPlural), KindAnswer.Value(kind, answer));
        return Refusal.None;
    }

    /// <summary><c>What number is on the bus?</c> [12]: <c>The number on the bus is 12</c>.</summary>
    private static Refusal Named(Kind kind, string be, ReadOnlySpan<Token> predicate, Answer answer, Phrasings phrasings)
    {
        string said = Phrase.Of(predicate);
        bool prepositional = IsPrepositional(predicate);
        if (!prepositional && kind.Head == "team" && !predicate[0].Is(WordClass.Participle))
        {
            // What team is batting? [red sox]: The Red Sox are batting.
            string team = KindAnswer.Fill(kind, answer);
            phrasings.State(new Clause(team, Agreement.Of(be, team.EndsWith('s') || team.EndsWith('x')), said));
            return Refusal.None;
        }

        if (!prepositional && kind.Head is "holiday" or "season" or "month")
        {
            // What holiday is coming? [Christmas]: Christmas is coming.
            phrasings.State(new Clause(answer.Text, be, said));
            return Refusal.None;
        }

        if (prepositional && answer.Kind == AnswerKind.Nothing)
        {
            // What brand is on the shirt? [none]: There is no brand on the shirt.
            phrasings.State(new Clause("there", be, Phrase.Join("no", Phrase.Of(kind.Words), said)));
            return Refusal.None;
        }

        if (prepositional || predicate[0].Is(WordClass.Participle))
        {
            phrasings.Add(kind.Definite, said, be, answer.Text);
            phrasings.Add(kind.Definite, said, "should be", answer.Text);
        }
        else
        {
            phrasings.State(new Clause(Phrase.Join(kind.Definite, answer.Text), be, said));
        }

        if (kind.IsSingle && kind.Head is "number" or "letter" or "word")
            phrasings.Add(kind.Definite, answer.Text, "is", said);
        return Refusal.None;
    }

    /// <summary><c>What pattern is on the shirt?</c> [striped]: <c>The shirt is striped</c>, <c>Make the shirt striped</c>.</summary>
    private static Refusal Patterned(Kind kind, ReadOnlySpan<Token> predicate, Answer answer, Phrasings phrasings)
    {
        if (kind.Head is not ("pattern" or "design" or "texture") || predicate[0].Text is not ("on" or "in"))
            return Refusal.UnfitAnswer;
        ReadOnlySpan<Token> thing = predicate[1..];
        phrasings.State(new Clause(Phrase.Of(thing), NounPhrase.IsPlural(thing) ? "are" : "is", answer.Text));
        if (Orders.IsDefinite(thing))
            phrasings.Order("make", Phrase.Of(thing), answer.Text);
        return Refusal.None;
    }
}
