using System.Collections.Frozen;

namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions with a form of to be for a thing or a person: <c>What is on the table?</c>, <c>Who is the man looking at?</c></summary>
internal static class WhatIsRule
{
    /// <summary>What is said of one thing among others: <c>What is missing?</c>, <c>Which is taller?</c></summary>
    private static readonly FrozenSet<string> Distinguishing =
        Inflection.Split("wrong unusual special strange odd different unique weird interesting missing visible available taller bigger larger closer higher").ToFrozenSet();

    /// <summary>Adds the phrasings of the words after <c>what is</c>.</summary>
    public static Refusal Apply(string be, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings, bool person, bool which)
    {
        if (body[0].Text == "there")
            return There(be, body, answer, WhatRule.AsNoun(answer, person), phrasings);
        if (Distinguishing.Contains(body[0].Text) || which && (body[0].Is(WordClass.Adjective) || KindIsRule.IsCompared(body)))
            return Distinguished(be, body, answer, phrasings, person, which);
        if (body[0].Is(WordClass.Adjective) && !body[0].Is(WordClass.Determiner | WordClass.Mass | WordClass.Number))
        {
            // What is funny about this picture? What is closest to the camera? What is broken?
            if (Phrase.TextAt(body, 1) == "about" && body.Length > 2)
                return Distinguished(be, body, answer, phrasings, person, which);
            if (Describes(body))
                return AsSubject(be, body, answer, phrasings, person);
        }

        if (IsPredicate(body))
            return AsSubject(be, body, answer, phrasings, person);
        int end = NounPhrase.Subject(body, verbAhead: false);
        if (end == 0)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> predicate = body[end..];
        if (predicate.Length == 0 || !HasGap(predicate) || !person && IsReducedRelative(subject, predicate))
            return Nominal(be, body, answer, phrasings, person, which);
        if (Filling.Of(predicate, answer, WhatRule.AsNoun(answer, person)) is not { } filled)
            return Refusal.UnfitAnswer;
        phrasings.State(new Clause(Phrase.Of(subject), be, filled));
        return Refusal.None;
    }

    /// <summary><c>What is there on the table?</c> [lamp]: <c>There is a lamp on the table</c>.</summary>
    public static Refusal There(string be, ReadOnlySpan<Token> body, Answer answer, string noun, Phrasings phrasings)
    {
        if (body.Length > 1 && !body[1].Is(WordClass.Preposition))
            return Refusal.NotUnderstood;
        phrasings.Add("there", Agreement.Of(be, answer.IsPlural), noun, Phrase.Of(body[1..]));
        return Refusal.None;
    }

    /// <summary><c>Which is taller?</c> [giraffe]: <c>The giraffe is taller</c>.</summary>
    private static Refusal Distinguished(string be, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings, bool person, bool which)
    {
        if (ClauseAnswer.Is(answer.Words) && body.Length > 2 && body[1].Text is "about" or "with" or "in" && body[0].Is(WordClass.Adjective))
        {
            // What is unusual about this cat? [it is blue]: The unusual thing about this cat is that it is blue.
            phrasings.Add("the", body[0].Text == "wrong" ? "problem" : body[0].Text + " thing", Phrase.Of(body[1..]), "is that", answer.Text);
            return Refusal.None;
        }

        if (answer.IsAdjective || ClauseAnswer.Is(answer.Words) || answer.Words[0].Is(WordClass.Gerund) && !answer.Words[0].Is(WordClass.Noun))
            return Refusal.UnfitAnswer;
        if (body.Length > 2 && body[0].Is(WordClass.Adjective) && body[1].Text == "about" && answer.Kind == AnswerKind.Other && !which && !person)
        {
            phrasings.Add("the", body[0].Text, "thing", Phrase.Of(body[1..]), "is", answer.AsNoun(answer.Text == "color" || Nouns.Attributes.Contains(answer.Text) ? "the" : "a"));
            return Refusal.None;
        }

        bool wrongWith = body.Length > 2 && body[0].Text == "wrong" && body[1].Text == "with";
        if (wrongWith && answer.Kind == AnswerKind.Other)
            phrasings.Add("the problem", Phrase.Of(body[1..]), "is", answer.AsNoun());
        else
            phrasings.State(new Clause(which || person ? Chosen(answer) : answer.AsNoun(), Agreement.Of(be, answer.IsPlural), Phrase.Of(body)));
        return Refusal.None;
    }

    /// <summary>Whether an adjective, with what it governs, is said of the question word: <c>What is red?</c>, <c>What is full of water?</c></summary>
    private static bool Describes(ReadOnlySpan<Token> body)
    {
        bool noun = body[0].Is(WordClass.Noun);
        return body.Length > 1 ? body[1].IsOnlyPreposition && !noun : !noun || Colors.Contains(body[0].Text) || body[0].Text is "round" or "square" or "open";
    }

    /// <summary>One of several things with its article.</summary>
    private static string Chosen(Answer answer) => answer.Words[^1].Text is "one" or "ones" ? KindAnswer.Chosen(answer.Words) : answer.AsNoun("the");

    /// <summary>Whether the words are said of the question word, with no subject of their own: <c>What is hanging on the wall?</c></summary>
    private static bool IsPredicate(ReadOnlySpan<Token> body)
    {
        Token first = body[0];
        if (first.Is(WordClass.Preposition) || first.Text == "being")
            return true;
        bool compound = first.Is(WordClass.Noun) && NounPhrase.Core(body) > 1;
        return first.Is(WordClass.Gerund | WordClass.Participle | WordClass.Adverb) && !first.Is(WordClass.Determiner) && !compound;
    }

    /// <summary><c>What is on the table?</c> [lamp]: <c>There is a lamp on the table</c>, <c>Put a lamp on the table</c>.</summary>
    private static Refusal AsSubject(string be, ReadOnlySpan<Token> predicate, Answer answer, Phrasings phrasings, bool person)
    {
        if (answer.IsAdjective && !person || ClauseAnswer.Is(answer.Words))
            return Refusal.UnfitAnswer;
        if (predicate[0].Text == "happening" && Activity.Actor(answer.Words) is > 0 and var actor)
        {
            // What is happening? [people eating]: People are eating.
            ReadOnlySpan<Token> doer = answer.Words[..actor];
            phrasings.State(new Clause(Answer.Articled(doer), Agreement.Of(be, NounPhrase.IsPlural(doer)), Phrase.Join(Activity.Progressive(answer.Words[actor..]), Phrase.Of(predicate[1..]))));
            return Refusal.None;
        }

        bool asksForEvent = predicate.Length <= 2 && predicate[0].Text is "happening" or "going";
        if (asksForEvent && answer.Words[0].Is(WordClass.Gerund))
            return Refusal.UnfitAnswer;
        if (predicate[0].Text is "written" or "printed" or "spelled" && IsQuoted(answer))
        {
            // What is written on the sign? [stop]: Stop is written on the sign.
            phrasings.State(new Clause(answer.Text, "is", Phrase.Of(predicate)));
            return Refusal.None;
        }

        string noun = WhatRule.AsNoun(answer, person);
        string agreed = Agreement.Of(be, answer.IsPlural);
        if (agreed != "am" && noun is not ("both" or "everyone" or "everybody" or "everything") && FollowsThere(predicate[0]))
            phrasings.Add("there", agreed, noun, Phrase.Of(predicate));
        phrasings.State(new Clause(noun, agreed, Phrase.Of(predicate)));
        if (!person && agreed is "is" or "are" && answer.Kind == AnswerKind.Other && IsDestination(predicate))
            phrasings.Order("put", noun, Phrase.Of(predicate));
        return Refusal.None;
    }

    /// <summary>Whether the answer is what is written, and no name for it: <c>stop</c>, but not <c>graffiti</c> or <c>menu</c>.</summary>
    private static bool IsQuoted(Answer answer)
    {
        Token last = answer.Words[^1];
        return answer.Kind == AnswerKind.Other && !last.Is(WordClass.Mass) && !Nouns.Writings.Contains(Inflection.Singular(last.Text));
    }

    /// <summary>Whether a predicate can follow what there is: <c>on the table</c>, <c>standing</c>, <c>parked</c>.</summary>
    private static bool FollowsThere(Token first) =>
        first.Is(WordClass.Preposition | WordClass.Gerund) || first.Is(WordClass.Participle) && !first.Is(WordClass.Adjective);

    /// <summary>Whether things can be put where the words say.</summary>
    private static bool IsDestination(ReadOnlySpan<Token> predicate) =>
        predicate.Length > 1 && predicate[0].Text is "on" or "in" or "under" or "behind" && predicate[1].Is(WordClass.Determiner)
        && predicate[^1].Text is not ("picture" or "photo" or "image");

    /// <summary>Whether the answer's place is behind a verb or a preposition: <c>looking at</c>, <c>doing</c>, <c>about to eat</c>.</summary>
    private static bool HasGap(ReadOnlySpan<Token> predicate) =>
        Gap.Strands(predicate, Gap.Find(predicate))
        || predicate[0].Is(WordClass.Gerund | WordClass.Auxiliary | WordClass.Participle)
        || predicate[^1].Text == "do"
        || predicate.Length > 2 && predicate[0].Text is "about" or "ready" or "able" or "likely" && predicate[1].Text == "to";

    /// <summary>Whether a participle belongs to the noun before it: <c>What is the animal shown in the picture?</c></summary>
    private static bool IsReducedRelative(ReadOnlySpan<Token> subject, ReadOnlySpan<Token> predicate) =>
        predicate[0].Text == "being" && predicate.Length == 2 && subject.Length > 1 && !new Doer(subject, "is").IsAlive
        || subject.Length > 1 && predicate[0].Is(WordClass.Participle) && predicate[0].Text is not ("called" or "named" or "labeled" or "made" or "used")
        && !predicate[^1].Is(WordClass.Preposition);

    /// <summary><c>What is the name of the street?</c> [main]: <c>The name of the street is main</c>; <c>What is this?</c> [cats]: <c>These are cats</c>.</summary>
    private static Refusal Nominal(string be, ReadOnlySpan<Token> subject, Answer answer, Phrasings phrasings, bool person, bool which)
    {
        bool single = subject.Length == 1;
        if (Phrase.IndexOf(subject, "what") >= 0 || IsBareWord(subject))
            return Refusal.NotUnderstood;
        string who = Phrase.Of(subject);
        Token head = subject[NounPhrase.Head(subject)];
        bool named = !person && (Lexicon.IsNamed(head.Text) || Lexicon.IsNamed(Inflection.Singular(head.Text)));
        if (!named && ClauseAnswer.Is(answer.Words))
            return Refusal.UnfitAnswer;
        if (named && answer.Kind == AnswerKind.Nothing && subject[0].Text == "the")
            return Lacking(be, subject, phrasings);
        bool shaped = Nouns.Changeable.Contains(head.Text) && answer.Words[^1].Is(WordClass.Adjective);
        bool acts = answer.Words[0].Is(WordClass.Gerund) && subject[0].Text is "he" or "she" or "they" or "man" or "woman";
        if (which && Nouns.Locations.Contains(answer.Text))
        {
            // Which is the tallest building? [middle]: The tallest building is the one in the middle.
            phrasings.State(new Clause(who, be, Phrase.Join("the one", KindAnswer.Located(answer.Text))));
            return Refusal.None;
        }

        string value = named || acts || shaped ? answer.Text : be is "are" or "were" && NounPhrase.IsPlural(subject) ? ForMany(answer) : answer.AsNoun();
        bool manyForOne = single && who is "this" or "it" or "that" && answer.IsPlural && !answer.Words[0].Is(WordClass.Proper);
        phrasings.State(manyForOne ? new Clause(Agreement.Plural(who), "are", value) : new Clause(who, be, value));
        return Refusal.None;
    }

    /// <summary><c>What is the number on the bus?</c> [none]: <c>There is no number on the bus</c>; <c>What is the name of the dog?</c> [none]: <c>The dog has no name</c>.</summary>
    private static Refusal Lacking(string be, ReadOnlySpan<Token> subject, Phrasings phrasings)
    {
        int head = NounPhrase.Head(subject);
        if (Phrase.TextAt(subject, head + 1) == "of" && subject.Length > head + 2)
        {
            ReadOnlySpan<Token> owner = subject[(head + 2)..];
            phrasings.State(new Clause(Phrase.Of(owner), NounPhrase.IsPlural(owner) ? "do" : "does", Phrase.Join("have no", Phrase.Of(subject[1..(head + 1)]))));
        }
        else
        {
            phrasings.State(new Clause("there", be, Phrase.Join("no", Phrase.Of(subject[1..]))));
        }

        return Refusal.None;
    }

    /// <summary>Whether the words are a verb's unknown form, or a noun without what it needs: <c>What is cast?</c></summary>
    private static bool IsBareWord(ReadOnlySpan<Token> subject)
    {
        bool whole = subject[0].Is(WordClass.Pronoun | WordClass.Determiner | WordClass.Genitive | WordClass.Number | WordClass.Plural | WordClass.Mass | WordClass.Proper | WordClass.Adjective);
        return !whole && (subject.Length == 1 || subject[1].Is(WordClass.Preposition) && subject[1].Text != "of");
    }

    /// <summary>The answer as what many things are: <c>cows</c> for <c>cow</c>, but <c>a family</c>.</summary>
    public static string ForMany(Answer answer)
    {
        Token last = answer.Words[^1];
        if (last.Text == "police")
            return answer.Text;
        bool counts = answer.Kind == AnswerKind.Other && last.Is(WordClass.Noun) && !answer.IsPlural
            && !last.Is(WordClass.Plural | WordClass.Mass | WordClass.Proper | WordClass.Adjective | WordClass.Gerund) && !Nouns.Collectives.Contains(last.Text);
        foreach (Token word in answer.Words)
            counts &= !word.Is(WordClass.Determiner | WordClass.Pronoun | WordClass.Number | WordClass.Preposition | WordClass.Conjunction | WordClass.Comma | WordClass.Gerund | WordClass.Genitive);
        return counts ? Phrase.Join(Phrase.Of(answer.Words[..^1]), Inflection.Plural(last.Text)) : answer.AsNoun();
    }
}
