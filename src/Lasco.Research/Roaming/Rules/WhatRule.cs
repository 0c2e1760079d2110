namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a thing or a person: what stands behind <c>what</c>, <c>which</c> and <c>who</c>.</summary>
internal static class WhatRule
{
    /// <summary>Adds the phrasings of a question's words after its question word, and its answer.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings, bool person, bool which = false)
    {
        if (which || person)
            rest = WithoutAlternatives(rest);
        if (rest.Length == 0)
            return Refusal.NotUnderstood;
        if (!rest[0].IsFinite)
        {
            bool verb = rest[0].Is(WordClass.ThirdPerson) && !rest[0].Is(WordClass.Plural) && rest.Length > 1 && (person || !rest[1].IsFinite || rest[0].Text is "makes");
            verb |= person && rest[0].Is(WordClass.Past) || rest[0].Text is "happened" or "caused" or "made";
            verb |= rest[0].Is(WordClass.ThirdPerson) && rest.Length > 1 && rest[1].Is(WordClass.Determiner);
            if (verb)
                return SubjectVerb(answer, rest, phrasings, person);
            return person ? Refusal.NotUnderstood : KindRule.Apply(rest, answer, phrasings, which);
        }

        Token auxiliary = rest[0];
        ReadOnlySpan<Token> body = rest[1..];
        if (body.Length > 0 && body[0].Text == "not")
            return Refusal.NotUnderstood;
        if (body.Length == 0)
            return Refusal.NotUnderstood;
        if (!auxiliary.IsBe)
            return Auxiliary(auxiliary, body, answer, phrasings, person);
        if (body[0].Text is "the" && body.Length > 3 && body[1].Text is "color" or "colors" or "colour" && body[2].Text is "of" or "on")
            return KindRule.Color(body[3..], NounPhrase.IsPlural(body[3..]) ? "are" : "is", answer, phrasings);
        return Be(auxiliary.Text, body, answer, phrasings, person, which);
    }

    /// <summary>Adds the answer as the subject: <c>A lamp is on the table</c>.</summary>
    public static void AsSubject(Answer answer, string be, ReadOnlySpan<Token> predicate, Phrasings phrasings, bool person)
    {
        string thing = answer.Kind == AnswerKind.Nothing && person ? "no one" : answer.AsNoun();
        string agreed = Agree(be, answer.IsPlural);
        if (agreed is "is" or "are" or "was" or "were" && (predicate[0].Is(WordClass.Preposition | WordClass.Gerund) || predicate[0].Is(WordClass.Participle) && !predicate[0].Is(WordClass.Adjective)))
            phrasings.Add("there", agreed, thing, Phrase.Of(predicate));
        phrasings.State(new Clause(thing, agreed, Phrase.Of(predicate)));
        if (!person && agreed is "is" or "are" && answer.Kind == AnswerKind.Other && predicate.Length > 1 && predicate[0].Text is "on" or "in" or "under" or "behind" && predicate[1].Is(WordClass.Determiner) && predicate[^1].Text is not ("picture" or "photo" or "image"))
            phrasings.Order("put", thing, Phrase.Of(predicate));
    }

    /// <summary>A form of to be for one or for many.</summary>
    public static string Agree(string be, bool plural) => be switch
    {
        "is" when plural => "are",
        "are" when !plural => "is",
        "was" when plural => "were",
        "were" when !plural => "was",
        _ => be,
    };

    /// <summary>What fills the gap behind a predicate.</summary>
    public static string? Filled(ReadOnlySpan<Token> predicate, Answer answer, string noun)
    {
        int gap = Gap.Find(predicate);
        Token before = predicate[gap - 1];
        if (before.Text is "doing" or "do" or "done" || predicate[^1].Text == "do")
            return Activity.Fill(predicate, answer);
        if (before.Text == "like")
            return answer.IsAdjective && gap == predicate.Length ? Phrase.Join(Phrase.Of(predicate[..^1]), answer.Text) : Gap.Fill(predicate, noun);
        if (before.Is(WordClass.Preposition) && answer.Words[0].Is(WordClass.Preposition) && !answer.Words[0].Is(WordClass.Noun))
            return Phrase.Join(Phrase.Of(predicate[..(gap - 1)]), Answer.Located(answer.Words), Phrase.Of(predicate[gap..]));
        if (Lexicon.IsSaying(before.Text) || gap > 1 && before.Text == "as" && predicate[gap - 2].Text is "known")
            return Gap.Fill(predicate, answer.Text);
        if (before.Text is "playing" or "play" or "played" && answer.Words.Length == 1 && Activity.IsGame(answer.Text))
            return Gap.Fill(predicate, answer.Text);
        if (before.Text == "of" && gap > 1 && predicate[gap - 2].Text is "made" or "out" or "composed" or "constructed")
            return Gap.Fill(predicate, answer.Text);
        if (before.Is(WordClass.Preposition) && answer.Words.Length == 1 && Lexicon.IsBarePlace(answer.Text) && before.Text is "at" or "in" or "to" && answer.Text is not ("left" or "right"))
            return Phrase.Join(Phrase.Of(predicate[..(gap - 1)]), answer.Text, Phrase.Of(predicate[gap..]));
        return Gap.Fill(predicate, noun);
    }

    private static Refusal Be(string be, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings, bool person, bool which)
    {
        string noun = answer.Kind == AnswerKind.Nothing && person ? "no one" : answer.AsNoun();
        if (body[0].Text == "there")
        {
            phrasings.Add("there", Agree(be, answer.IsPlural), noun, Phrase.Of(body[1..]));
            return body.Length == 1 || body[1].Is(WordClass.Preposition) ? Refusal.None : Refusal.NotUnderstood;
        }

        if (body[0].Text is "wrong" or "unusual" or "special" or "strange" or "odd" or "different" or "unique" or "weird" or "interesting" or "missing" or "visible" or "available" or "taller" or "bigger" or "larger" or "closer" or "higher" || which && body[0].Is(WordClass.Adjective))
        {
            if (answer.IsAdjective && answer.Kind != AnswerKind.Nothing)
                return Refusal.UnfitAnswer;
            if (body[0].Text == "wrong" && body.Length > 2 && body[1].Text == "with" && answer.Kind == AnswerKind.Other)
            {
                phrasings.Add("the problem", Phrase.Of(body[1..]), "is", noun);
                return Refusal.None;
            }

            string subject = which || person ? answer.AsNoun("the") : noun;
            phrasings.State(new Clause(subject, Agree(be, answer.IsPlural), Phrase.Of(body)));
            return Refusal.None;
        }

        bool gapFirst = body[0].Is(WordClass.Preposition | WordClass.Gerund | WordClass.Participle | WordClass.Adverb) && !body[0].Is(WordClass.Determiner)
            && !(body[0].Is(WordClass.Noun) && NounPhrase.Core(body) > 1 && !body[0].Is(WordClass.Preposition));
        if (gapFirst || body[0].Text is "being")
        {
            if (answer.IsAdjective && answer.Kind == AnswerKind.Other && !person)
                return Refusal.UnfitAnswer;
            if (body[0].Text is "happening" or "going" && answer.Words[0].Is(WordClass.Gerund) && body.Length <= 2)
                return Refusal.UnfitAnswer;
            AsSubject(answer, be, body, phrasings, person);
            return Refusal.None;
        }

        int end = NounPhrase.Subject(body, verbAhead: false);
        if (end == 0)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> subject1 = body[..end];
        ReadOnlySpan<Token> predicate = body[end..];
        bool gapped = predicate.Length > 0 && (Gap.Find(predicate) is var gap && (Gap.Strands(predicate, gap) || predicate[0].Is(WordClass.Gerund | WordClass.Auxiliary | WordClass.Participle) && !predicate[0].Is(WordClass.Preposition)) || predicate[^1].Text == "do" || predicate[0].Text is "about" or "ready" or "able" or "likely" && predicate.Length > 2 && predicate[1].Text == "to");
        if (gapped && !person && subject1.Length > 1 && predicate[0].Is(WordClass.Participle) && !predicate[^1].Is(WordClass.Preposition) && predicate[0].Text is not ("called" or "named" or "labeled" or "made" or "used") && !predicate[0].Is(WordClass.Gerund) && predicate[0].Text is not ("being" or "been"))
            gapped = false;
        if (gapped)
        {
            string? filled = Filled(predicate, answer, noun);
            if (filled is null)
                return Refusal.UnfitAnswer;
            phrasings.State(new Clause(Phrase.Of(subject1), be, filled));
            return Refusal.None;
        }

        return Nominal(be, body, answer, phrasings, person);
    }

    /// <summary><c>What is the name of the street?</c>, <c>Who is this?</c></summary>
    private static Refusal Nominal(string be, ReadOnlySpan<Token> subject, Answer answer, Phrasings phrasings, bool person)
    {
        Token head = subject[NounPhrase.Head(subject)];
        string who = Phrase.Of(subject);
        if (Phrase.IndexOf(subject, "what") >= 0)
            return Refusal.NotUnderstood;
        if (subject.Length == 1 && !subject[0].Is(WordClass.Pronoun) && !subject[0].Is(WordClass.Noun))
            return Refusal.NotUnderstood;
        bool named = !person && Lexicon.IsNamed(Inflection.Singular(head.Text));
        string value = named ? answer.Text : answer.AsNoun();
        if (answer.Words[0].Is(WordClass.Gerund) && subject[0].Text is "he" or "she" or "they" or "man" or "woman")
            value = answer.Text;
        string verb = subject.Length == 1 && subject[0].Is(WordClass.Pronoun) && subject[0].Text is "this" or "it" or "that" && answer.IsPlural && !answer.Words[0].Is(WordClass.Proper) ? Plural(ref who) : be;
        phrasings.State(new Clause(who, verb, value));
        return Refusal.None;

        static string Plural(ref string who)
        {
            who = who switch { "this" => "these", "that" => "those", _ => "they" };
            return "are";
        }
    }

    private static Refusal Auxiliary(Token auxiliary, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings, bool person)
    {
        string noun = answer.Kind == AnswerKind.Nothing && person ? "no one" : answer.AsNoun();
        if (auxiliary.Text is "has" or "have" or "had" || auxiliary.IsModal)
        {
            Token first = body[0];
            if (first.Is(WordClass.Auxiliary | WordClass.Participle) && !first.Is(WordClass.Determiner) || auxiliary.IsModal && first.Is(WordClass.Verb) && !first.Is(WordClass.Noun))
            {
                if (answer.IsAdjective && answer.Kind == AnswerKind.Other)
                    return Refusal.UnfitAnswer;
                phrasings.State(new Clause(noun, auxiliary.Text is "has" or "have" ? answer.IsPlural ? "have" : "has" : auxiliary.Text, Phrase.Of(body)));
                return Refusal.None;
            }

            if (auxiliary.Text is "has" or "have" && first.Is(WordClass.Determiner | WordClass.Adjective | WordClass.Noun | WordClass.Number))
            {
                bool perfect = false;
                foreach (Token word in body)
                    perfect |= word.Text == "been" || word.Is(WordClass.Participle) && !word.Is(WordClass.Adjective | WordClass.Noun) && word.Text is not ("left");
                if (!perfect)
                {
                    phrasings.State(new Clause(noun, answer.IsPlural ? "do" : "does", Phrase.Join("have", Phrase.Of(body))));
                    return Refusal.None;
                }
            }
        }

        bool verbAhead = auxiliary.Text is not ("has" or "have" or "had");
        int end = NounPhrase.Subject(body, verbAhead);
        if (end == 0 || end == body.Length)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> predicate = body[end..];
        if (subject.Length == 1 && subject[0].Text is "you" or "we" or "i" or "I" && predicate[0].Text is "see" or "spot" && predicate.Length != 2)
        {
            phrasings.Add("there", answer.IsPlural ? "are" : "is", noun, Phrase.Of(predicate[1..]));
            phrasings.Add("you can see", noun, Phrase.Of(predicate[1..]));
            return Refusal.None;
        }

        string? filled = Looks(predicate, answer) ?? Filled(predicate, answer, noun);
        if (filled is null)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text, filled));
        return Refusal.None;
    }

    /// <summary><c>What does the sky look like?</c> answered by an adjective.</summary>
    private static string? Looks(ReadOnlySpan<Token> predicate, Answer answer) =>
        predicate.Length == 2 && predicate[1].Text == "like" && answer.IsAdjective ? Phrase.Join(predicate[0].Text, answer.Text) : null;

    private static Refusal SubjectVerb(Answer answer, ReadOnlySpan<Token> rest, Phrasings phrasings, bool person)
    {
        if (answer.IsAdjective && answer.Kind == AnswerKind.Other || rest.Length < 2 || rest[0].Text == "happened")
            return Refusal.UnfitAnswer;
        string noun = answer.Kind == AnswerKind.Nothing && person ? "no one" : answer.AsNoun();
        string? root = Lexicon.VerbOf(rest[0].Text);
        if (!rest[0].Is(WordClass.ThirdPerson) || root is null)
        {
            phrasings.Add(noun, Phrase.Of(rest));
            return Refusal.None;
        }

        phrasings.State(new Clause(noun, answer.IsPlural ? "do" : "does", Phrase.Join(root, Phrase.Of(rest[1..]))));
        return Refusal.None;
    }

    /// <summary>Drops what <c>which</c> and <c>who</c> offer: <c>Which is taller, the man or the woman?</c></summary>
    private static ReadOnlySpan<Token> WithoutAlternatives(ReadOnlySpan<Token> rest)
    {
        int comma = Phrase.IndexOf(rest, ",");
        return comma > 1 && Phrase.IndexOf(rest[comma..], "or") > 0 ? rest[..comma] : rest;
    }
}
