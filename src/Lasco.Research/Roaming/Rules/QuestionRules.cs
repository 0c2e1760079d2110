namespace Lasco.Research.Roaming.Rules;

/// <summary>Sends a question to the rule for its first words.</summary>
internal static class QuestionRules
{
    /// <summary>Adds the phrasings of a question and its answer.</summary>
    /// <returns><see cref="Refusal.None"/>, or why there is none.</returns>
    public static Refusal Apply(ReadOnlySpan<Token> question, Answer answer, Phrasings phrasings)
    {
        question = WithoutPoliteness(question);
        if (question.Length < 2)
            return Refusal.NotUnderstood;
        if (TagQuestion.TryStrip(question, out ReadOnlySpan<Token> statement))
            return StatementRule.Apply(statement, answer, phrasings);
        if (IsAsking(question[0]))
            return Asked(question, answer, phrasings);
        if (question[0].Is(WordClass.Preposition) && question[1].Is(WordClass.Wh))
            return PrepositionFirst(question, answer, phrasings);
        int asks = 1;
        while (asks < question.Length && !(IsAsking(question[asks]) && (question[asks - 1].Is(WordClass.Comma) || question[asks].Is(WordClass.Wh))))
            asks++;
        if (asks >= question.Length - 1)
            return question[^1].Is(WordClass.Wh) ? Echo(question, answer, phrasings) : StatementRule.Apply(question, answer, phrasings);
        ReadOnlySpan<Token> lead = question[..asks];
        if (!lead[^1].Is(WordClass.Comma) && !lead[0].Is(WordClass.Preposition | WordClass.Conjunction))
            return Echo(question, answer, phrasings);
        if (!(lead[0].Text is "in" && lead[^1].Is(WordClass.Comma) && lead.Length <= 4))
            phrasings.Lead = lead[^1].Is(WordClass.Comma) ? Phrase.Of(lead) : Phrase.Of(lead) + ",";
        return Asked(question[asks..], answer, phrasings);
    }

    private static bool IsAsking(Token word) => word.IsFinite || word.Is(WordClass.Wh) && word.Text is not ("while" or "if");

    private static Refusal Asked(ReadOnlySpan<Token> question, Answer answer, Phrasings phrasings)
    {
        if (question.Length < 2)
            return Refusal.NotUnderstood;
        if (question[0].IsFinite)
            return YesNoRule.Apply(question, answer, phrasings);
        if (answer.Kind is AnswerKind.Yes or AnswerKind.No && !(answer.Kind == AnswerKind.No && question[0].Text == "how" && question[1].Text is "many" or "much"))
            return Refusal.UnfitAnswer;
        return question[0].Text switch
        {
            "how" => HowRule.Apply(question[1..], answer, phrasings),
            "where" => WhereRule.Apply(question[1..], answer, phrasings),
            "why" => WhyRule.Apply(question[1..], answer, phrasings),
            "when" => WhenRule.Apply(question[1..], answer, phrasings),
            "who" or "whom" => WhatRule.Apply(question[1..], answer, phrasings, person: true),
            "whose" => WhoseRule.Apply(question[1..], answer, phrasings),
            _ => WhatRule.Apply(question[1..], answer, phrasings, person: false, which: question[0].Text == "which"),
        };
    }

    /// <summary><c>In what room is the cat?</c> as <c>what room is the cat in?</c></summary>
    private static Refusal PrepositionFirst(ReadOnlySpan<Token> question, Answer answer, Phrasings phrasings)
    {
        if (question[1].Text is "how" or "where" or "why" or "when")
            return Refusal.NotUnderstood;
        Token[] moved = new Token[question.Length];
        question[1..].CopyTo(moved);
        moved[^1] = question[0];
        return Asked(moved, answer, phrasings);
    }

    /// <summary><c>The man is holding what?</c></summary>
    private static Refusal Echo(ReadOnlySpan<Token> question, Answer answer, Phrasings phrasings)
    {
        int place = 0;
        while (place < question.Length && question[place].Text is not ("what" or "who" or "where"))
            place++;
        if (place == question.Length || place == 0 || answer.Kind is AnswerKind.Yes or AnswerKind.No)
            return place == question.Length ? Refusal.NotUnderstood : Refusal.UnfitAnswer;
        int verb = 0;
        while (verb < place && !question[verb].Is(WordClass.Auxiliary | WordClass.ThirdPerson | WordClass.Verb | WordClass.Past))
            verb++;
        if (verb == place || verb == 0 || place < question.Length - 1 && question[place + 1].Is(WordClass.Noun))
            return Refusal.NotUnderstood;
        string filled = question[place].Text == "where" ? WhereRule.Place(answer, "") : Lexicon.IsSaying(question[place - 1].Text) ? answer.Text : answer.AsNoun();
        phrasings.Add(Phrase.Of(question[..place]), filled, Phrase.Of(question[(place + 1)..]));
        return Refusal.None;
    }

    private static ReadOnlySpan<Token> WithoutPoliteness(ReadOnlySpan<Token> question)
    {
        while (question.Length > 1 && (question[0].Text is "and" or "so" or "but" or "ok" or "please" || question[0].Is(WordClass.Comma)))
            question = question[1..];
        while (question.Length > 1 && (question[^1].Text is "please" || question[^1].Is(WordClass.Comma)))
            question = question[..^1];
        return question;
    }
}
