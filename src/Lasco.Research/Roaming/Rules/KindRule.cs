namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a thing of a named kind: <c>What color is the car?</c>, <c>What kind of dog is this?</c></summary>
internal static class KindRule
{
    /// <summary>Adds the phrasings of the words after <c>what</c> or <c>which</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings, bool which)
    {
        int end = 1;
        while (end < rest.Length && !rest[end].IsFinite && !IsVerb(rest, end))
            end++;
        ReadOnlySpan<Token> kind = rest[..end];
        if (!kind[0].BeginsNoun && !kind[0].Is(WordClass.Gerund | WordClass.Participle | WordClass.Verb))
            return Refusal.NotUnderstood;
        if (end == rest.Length)
        {
            phrasings.Add("the", Phrase.Of(kind), "is", answer.AsNoun());
            return Refusal.None;
        }

        if (kind[^1].Is(WordClass.Preposition))
            kind = kind[..^1];
        Token auxiliary = rest[end];
        ReadOnlySpan<Token> body = rest[(end + 1)..];
        if (!auxiliary.IsFinite)
            return KindVerb(kind, rest[end..], answer, phrasings, which);
        if (body.Length == 0)
            return Refusal.NotUnderstood;
        if (kind.Length == 1 && kind[0].Text is "color" or "colors" or "colour" or "colours" && auxiliary.IsBe && !body[0].Is(WordClass.Preposition))
        {
            int subject = NounPhrase.Subject(body, verbAhead: false);
            bool wearing = subject > 0 && subject < body.Length && body[subject].Is(WordClass.Gerund);
            if (!wearing)
                return Color(body, auxiliary.Text, answer, phrasings);
        }

        return auxiliary.IsBe ? Be(kind, auxiliary.Text, body, answer, phrasings, which) : Do(kind, auxiliary, body, answer, phrasings, which);
    }

    /// <summary>Adds the phrasings of a thing's colour.</summary>
    public static Refusal Color(ReadOnlySpan<Token> thing, string be, Answer answer, Phrasings phrasings)
    {
        if (thing.Length == 0 || answer.Words[0].Is(WordClass.Preposition | WordClass.Number))
            return Refusal.UnfitAnswer;
        string who = Phrase.Of(thing);
        if (answer.Kind == AnswerKind.Nothing)
        {
            phrasings.Add(who, be is "are" or "were" ? "have" : "has", "no color");
            return Refusal.None;
        }

        string color = answer.Words.Length > 1 && answer.Words[0].Is(WordClass.Noun) && !answer.IsAdjective ? answer.Text.Replace(", ", " and ", StringComparison.Ordinal) : answer.Text;
        bool counted = answer.Words[^1].Is(WordClass.Plural) && !answer.IsAdjective;
        if (counted)
        {
            phrasings.Add("the color of", who, "should be", color);
            return Refusal.None;
        }

        phrasings.State(new Clause(who, be, color));
        bool whole = NounPhrase.Head(thing) == thing.Length - 1 || Phrase.IndexOf(thing, "that") < 0;
        if (be is "is" or "are" && whole && thing[0].Text is not ("it" or "they" or "most" or "there") && !thing[^1].Is(WordClass.Preposition | WordClass.Gerund))
        {
            phrasings.Order("make", who, color);
            phrasings.Order("change the color of", who, "to", color);
        }

        return Refusal.None;
    }

    private static Refusal Be(ReadOnlySpan<Token> kind, string be, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings, bool which)
    {
        string fill = Fill(kind, answer, which);
        string the = Phrase.Join("the", Phrase.Of(kind));
        Token first = body[0];
        bool named = Lexicon.IsNamed(Inflection.Singular(Head(kind))) && !(kind[0].Text is "color" or "colour" && kind.Length > 1);
        string value = named ? answer.Text : kind.Length == 1 && kind[0].Text is "sport" or "sports" ? answer.Text : answer.AsNoun();
        bool prepositional = first.Is(WordClass.Preposition) && body.Length > 1;
        bool subjectGap = prepositional || first.Text is "being" or "been" || (first.Is(WordClass.Gerund | WordClass.Participle | WordClass.Adjective | WordClass.Adverb) && !first.Is(WordClass.Determiner | WordClass.Pronoun)
            && !(first.Is(WordClass.Noun | WordClass.Adjective) && NounPhrase.Core(body) > 1));
        if (first.Text == "there")
        {
            if (body.Length > 1 && !body[1].Is(WordClass.Preposition))
                return Refusal.NotUnderstood;
            phrasings.Add("there", WhatRule.Agree(be, answer.IsPlural), fill, Phrase.Of(body[1..]));
            return Refusal.None;
        }

        if (subjectGap)
        {
            string predicate = Phrase.Of(body);
            bool plural = FillIsPlural(kind, answer);
            if (named && Head(kind) is "holiday" or "season" or "month" && !prepositional)
            {
                phrasings.State(new Clause(answer.Text, be, predicate));
                return Refusal.None;
            }

            if (named || which && !IsLocative(answer.Text) && answer.IsAdjective)
            {
                if (named && (prepositional || first.Is(WordClass.Participle)))
                    phrasings.Add(the, predicate, be, value);
                if (named && (prepositional || first.Is(WordClass.Participle)))
                    phrasings.Add(the, predicate, "should be", value);
                if (named && !prepositional && !first.Is(WordClass.Participle))
                    phrasings.State(new Clause(Phrase.Join(the, answer.Text), be, predicate));
                if (!named)
                    phrasings.State(new Clause(fill, WhatRule.Agree(be, plural), predicate));
                if (kind.Length == 1 && kind[0].Text is "number" or "letter" or "word")
                    phrasings.Add("the", kind[0].Text, answer.Text, "is", predicate);
                return Refusal.None;
            }

            if (answer.IsAdjective && fill == answer.Text && answer.Kind == AnswerKind.Other)
                return Patterned(kind, body, answer, phrasings);
            string agreed = WhatRule.Agree(be, plural);
            if (prepositional && answer.Kind != AnswerKind.Nothing)
                phrasings.Add("there", agreed, fill, predicate);
            phrasings.State(new Clause(fill, agreed, predicate));
            if (prepositional && answer.Kind != AnswerKind.Nothing && !answer.IsAdjective && kind.Length == 1 && answer.IsPlural == kind[0].Is(WordClass.Plural) && Phrase.IndexOf(body, "and") < 0)
                phrasings.Add(the, predicate, WhatRule.Agree(be, answer.IsPlural), value);
            return Refusal.None;
        }

        int end = NounPhrase.Subject(body, verbAhead: false);
        if (end == 0)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> rest = body[end..];
        string who = Phrase.Of(subject);
        if (rest.Length == 0 || !HasGap(rest))
            return Whole(kind, be, body, answer, fill, value, phrasings);
        string filled = Place(kind, rest, answer, fill);
        phrasings.State(new Clause(who, be, filled));
        return Refusal.None;
    }

    /// <summary><c>What pattern is on the shirt?</c> answered by an adjective.</summary>
    private static Refusal Patterned(ReadOnlySpan<Token> kind, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings)
    {
        if (Head(kind) is not ("pattern" or "design" or "texture") || body[0].Text is not ("on" or "in") || body.Length < 2)
            return Refusal.UnfitAnswer;
        ReadOnlySpan<Token> thing = body[1..];
        phrasings.State(new Clause(Phrase.Of(thing), NounPhrase.IsPlural(thing) ? "are" : "is", answer.Text));
        if (Orders.IsDefinite(thing))
            phrasings.Order("make", Phrase.Of(thing), answer.Text);
        return Refusal.None;
    }

    /// <summary><c>What room is this?</c>, <c>What shape is the sign?</c></summary>
    private static Refusal Whole(ReadOnlySpan<Token> kind, string be, ReadOnlySpan<Token> subject, Answer answer, string fill, string value, Phrasings phrasings)
    {
        string who = Phrase.Of(subject);
        string the = Phrase.Join("the", Phrase.Of(kind));
        string head = Inflection.Singular(Head(kind));
        bool pronoun = subject.Length == 1 && subject[0].Is(WordClass.Pronoun);
        if (pronoun)
        {
            bool aboutTime = head is "time" or "season" or "holiday" or "day" or "month" or "year" or "temperature" or "weather";
            bool named = !aboutTime && Lexicon.IsNamed(head);
            bool many = FillIsPlural(kind, answer) && kind[0].Text is not ("time" or "number");
            if (aboutTime || !named || head is "number")
                phrasings.State(many && be == "is" && who is "this" or "that" ? new Clause(who == "this" ? "these" : "those", "are", fill) : new Clause(who, be, aboutTime ? answer.Text : fill));
            if (kind.Length == 1 || kind.Length > 2 && kind[1].Text == "of")
                phrasings.Add(the, WhatRule.Agree("is", kind[^1].Is(WordClass.Plural) && kind.Length == 1), kind.Length == 1 ? value : answer.Text);
            else if (named)
                phrasings.Add(the, "is", answer.Text);
            return Refusal.None;
        }

        if (head is "material" && answer.Kind == AnswerKind.Other)
        {
            phrasings.State(new Clause(who, be, "made of " + answer.Text));
            return Refusal.None;
        }

        bool describes = head is "shape" && answer.Words[^1].Is(WordClass.Adjective) || head is "shape" or "size" or "gender" or "texture" or "sex" or "age" or "length" or "temperature" or "condition" or "style" or "pattern" or "sport" or "animal" or "kind" or "type" or "breed" or "fruit" or "food" or "vegetable" or "room" or "species" or "ethnicity" or "nationality" or "race" || kind.Length > 2 && kind[1].Text == "of";
        bool adjective = answer.IsAdjective || head is "shape" && answer.Words[^1].Is(WordClass.Adjective);
        bool oneForMany = head is "shape" && be is ("are" or "were") && !adjective && !answer.IsPlural;
        if (answer.IsAdjective || describes && !oneForMany)
            phrasings.State(new Clause(who, be, adjective ? answer.Text : kind.Length > 2 && kind[1].Text == "of" ? fill : answer.AsNoun()));
        bool makes = kind.Length == 1 && answer.Kind == AnswerKind.Other && (adjective ? head is "shape" or "size" or "texture" or "pattern" or "style" : head is "shape" && be == "is");
        if (makes && be is ("is" or "are") && Orders.IsDefinite(subject))
        {
            phrasings.Order("make", who, adjective ? answer.Text : answer.AsNoun());
            return Refusal.None;
        }

        if (IsSide(head) && answer.Kind == AnswerKind.Other)
        {
            phrasings.State(new Clause(who, be, Phrase.Join("on", fill)));
            return Refusal.None;
        }

        if (kind.Length == 1 && subject[0].Text is not ("there" or "it"))
        {
            phrasings.Add(the, "of", who, "is", answer.IsAdjective ? answer.Text : Lexicon.IsNamed(head) ? answer.Text : value);
            phrasings.Add(the, "of", who, "should be", answer.IsAdjective ? answer.Text : Lexicon.IsNamed(head) ? answer.Text : value);
        }

        return Refusal.None;
    }

    private static Refusal Do(ReadOnlySpan<Token> kind, Token auxiliary, ReadOnlySpan<Token> body, Answer answer, Phrasings phrasings, bool which)
    {
        string fill = Fill(kind, answer, which);
        if (auxiliary.Text is "has" or "have" or "had" && !body[0].Is(WordClass.Pronoun) || auxiliary.IsModal && body[0].Is(WordClass.Verb | WordClass.Auxiliary) && !body[0].Is(WordClass.Noun))
        {
            if (auxiliary.Text is "has" or "have" && !body[0].Is(WordClass.Participle) && body[0].Text != "been")
                phrasings.State(new Clause(fill, FillIsPlural(kind, answer) ? "do" : "does", "have " + Phrase.Of(body)));
            else
                phrasings.State(new Clause(fill, auxiliary.Text is "has" or "have" ? FillIsPlural(kind, answer) ? "have" : "has" : auxiliary.Text, Phrase.Of(body)));
            return Refusal.None;
        }

        int end = NounPhrase.Subject(body, verbAhead: auxiliary.Text is not ("has" or "have" or "had"));
        if (end == 0 || end == body.Length)
            return Refusal.NotUnderstood;
        ReadOnlySpan<Token> subject = body[..end];
        ReadOnlySpan<Token> rest = body[end..];
        if (subject.Length == 1 && subject[0].Text is "you" or "we" or "I" && rest[0].Text is "see" or "spot" && rest.Length != 2)
        {
            phrasings.Add("there", FillIsPlural(kind, answer) ? "are" : "is", fill, Phrase.Of(rest[1..]));
            phrasings.Add("you can see", fill, Phrase.Of(rest[1..]));
            return Refusal.None;
        }

        phrasings.State(new Clause(Phrase.Of(subject), auxiliary.Text, Place(kind, rest, answer, fill)));
        return Refusal.None;
    }

    /// <summary><c>What animal has long ears?</c></summary>
    private static Refusal KindVerb(ReadOnlySpan<Token> kind, ReadOnlySpan<Token> predicate, Answer answer, Phrasings phrasings, bool which)
    {
        string? root = Lexicon.VerbOf(predicate[0].Text);
        string fill = Fill(kind, answer, which);
        if (root is null || predicate[0].Is(WordClass.Past) && !predicate[0].Is(WordClass.ThirdPerson | WordClass.Verb))
            phrasings.Add(fill, Phrase.Of(predicate));
        else
            phrasings.State(new Clause(fill, FillIsPlural(kind, answer) ? "do" : "does", Phrase.Join(root, Phrase.Of(predicate[1..]))));
        return Refusal.None;
    }

    /// <summary>The predicate with the answer in its gap, and the preposition that times and sides need.</summary>
    private static string Place(ReadOnlySpan<Token> kind, ReadOnlySpan<Token> predicate, Answer answer, string fill)
    {
        string head = Head(kind);
        int gap = Gap.Find(predicate);
        Token before = predicate[gap - 1];
        bool saying = Lexicon.IsSaying(before.Text);
        if (head is "time" && !saying && !before.Is(WordClass.Preposition))
        {
            bool clock = answer.Words[0].Is(WordClass.Number) || answer.Text is "night" or "noon" or "midnight" or "dawn" or "dusk";
            return Phrase.Join(Phrase.Of(predicate), clock ? "at" : answer.Words[0].Is(WordClass.Preposition) ? "" : answer.Text is "morning" or "afternoon" or "evening" ? "in the" : "", answer.Text);
        }

        if (saying && kind.Length <= 3 || head is "position" or "role")
            return Gap.Fill(predicate, answer.Text);
        if (head is "direction" or "way")
        {
            if (answer.Words[0].Is(WordClass.Preposition | WordClass.Adverb) || Lexicon.IsBarePlace(answer.Text))
                return Phrase.Join(Phrase.Of(predicate), answer.Text);
            return Phrase.Join(Phrase.Of(predicate), before.Is(WordClass.Preposition) ? "" : "toward", answer.AsNoun("the"));
        }

        if (answer.Words[0].Is(WordClass.Preposition) && !answer.Words[0].Is(WordClass.Noun))
            return before.Is(WordClass.Preposition) ? Phrase.Join(Phrase.Of(predicate[..(gap - 1)]), Answer.Located(answer.Words), Phrase.Of(predicate[gap..])) : Phrase.Join(Phrase.Of(predicate), Answer.Located(answer.Words));
        if (IsSide(head) && !before.Is(WordClass.Preposition) && before.Text is not ("facing" or "face" or "using" or "use"))
            return Phrase.Join(Phrase.Of(predicate), "on", fill);
        if (head is "room" or "place" or "setting" or "location" or "country" or "city" or "sport" && before.Is(WordClass.Preposition) && before.Text is "in" or "at")
            return Gap.Fill(predicate, head is "country" or "city" or "sport" ? answer.Text : answer.AsNoun("the"));
        return Gap.Fill(predicate, fill);
    }

    /// <summary>The answer as a thing of the kind: <c>a red shirt</c>, <c>a poodle</c>, <c>the left hand</c>.</summary>
    private static string Fill(ReadOnlySpan<Token> kind, Answer answer, bool which)
    {
        string text = answer.Text;
        Token[] compound = Compound(kind, answer, which, out bool definite);
        if (answer.Kind == AnswerKind.Other && kind.Length > 2 && kind[0].Text is "part" or "parts" && kind[1].Text == "of" && !answer.IsAdjective)
            return Phrase.Join(answer.AsNoun("the"), Phrase.Of(kind[1..]));
        if (answer.Kind == AnswerKind.Nothing)
            return kind.Length == 1 && !which ? "no " + kind[0].Text : compound.Length > 0 ? "no " + Phrase.Of(compound.AsSpan(answer.Words.Length)) : "nothing";
        if (which && IsLocative(text) && !IsSide(Head(kind)))
            return Phrase.Join("the", Phrase.Of(kind), text is "left" or "right" or "outside" or "far left" or "far right" ? "on the" : text is "middle" or "center" or "back" or "front" or "background" or "foreground" ? "in the" : "at the", text);
        if (compound.Length == 0)
            return Colorful(kind) ? text : kind.Length == 1 && kind[0].Text is "number" ? answer.Words[0].Text == "number" ? text : "number " + text : Genus(kind, answer);
        return Answer.Articled(compound, definite ? "the" : "a");
    }

    private static string Genus(ReadOnlySpan<Token> kind, Answer answer)
    {
        string noun = answer.AsNoun();
        Token head = kind[^1];
        bool pluralize = head.Is(WordClass.Plural) && Lexicon.IsGenus(head.Text) && answer.Words.Length == 1 && answer.Words[0].Is(WordClass.Noun) && !answer.Words[0].Is(WordClass.Mass | WordClass.Plural | WordClass.Proper | WordClass.Adjective) && head.Text is not ("sports" or "foods");
        return pluralize ? Inflection.Plural(answer.Text) : noun;
    }

    private static bool FillIsPlural(ReadOnlySpan<Token> kind, Answer answer)
    {
        Token[] compound = Compound(kind, answer, false, out _);
        if (compound.Length > 0)
            return compound[^1].Is(WordClass.Plural);
        return answer.IsPlural || kind[^1].Is(WordClass.Plural) && Lexicon.IsGenus(kind[^1].Text) && Genus(kind, answer) != answer.AsNoun();
    }

    /// <summary>The answer before the noun that it qualifies; empty where it stands alone.</summary>
    private static Token[] Compound(ReadOnlySpan<Token> kind, Answer answer, bool which, out bool definite)
    {
        definite = false;
        ReadOnlySpan<Token> words = answer.Words;
        if (words[0].Is(WordClass.Preposition | WordClass.Determiner) && !words[0].Is(WordClass.Adjective | WordClass.Noun))
            return [];
        ReadOnlySpan<Token> noun;
        if (kind.Length > 2 && kind[1].Text == "of" && kind[0].Text is "kind" or "type" or "kinds" or "types" or "sort" or "style" or "brand" or "breed" or "make" or "model" or "flavor" or "species" or "variety" or "sorts" or "styles" or "brands" or "color" or "shape" or "size" or "material")
        {
            noun = kind[2..];
            if (noun[0].Text is "a" or "an")
                noun = noun[1..];
        }
        else if (kind.Length > 1 && kind[0].Text is "color" or "colour" or "size" or "shape" or "color" or "brand" or "type" or "kind" or "style" or "flavor")
        {
            noun = kind[1..];
        }
        else if (which || IsSide(kind[^1].Text))
        {
            definite = true;
            noun = kind;
            if (kind.Length > 2 && Phrase.IndexOf(kind, "of") > 0)
                return answer.IsAdjective || IsLocative(answer.Text) ? [.. words, .. kind] : [];
        }
        else if (answer.IsAdjective && kind.Length == 1 && Lexicon.IsGenus(kind[0].Text) && !Colors.Contains(answer.Text))
        {
            return [.. words, .. kind];
        }
        else
        {
            return [];
        }

        if (noun.Length == 0)
            return [];
        string last = words[^1].Text;
        string head = noun[^1].Text;
        if (last == head || Inflection.Singular(last) == Inflection.Singular(head) || last is "one" or "ones" || definite && !answer.IsAdjective && words[^1].Is(WordClass.Noun) && !IsSide(head))
            return [.. words];
        bool alone = (Lexicon.IsGenus(head) || Lexicon.IsHyponym(last) && Lexicon.IsHyponym(head)) && !answer.IsAdjective;
        if (alone || words.Length > 1 && Phrase.IndexOf(words, "and") > 0 && !answer.IsAdjective)
            return [];
        return [.. words, .. noun];
    }

    private static bool Colorful(ReadOnlySpan<Token> kind) => kind.Length == 1 && kind[0].Text is "color" or "colors" or "colour" or "colours";

    private static bool HasGap(ReadOnlySpan<Token> rest)
    {
        int gap = Gap.Find(rest);
        return Gap.Strands(rest, gap) || !rest[gap - 1].Is(WordClass.Preposition) && rest[gap - 1].Is(WordClass.Gerund | WordClass.Verb | WordClass.Auxiliary | WordClass.Participle | WordClass.Particle);
    }

    private static bool IsVerb(ReadOnlySpan<Token> rest, int i) =>
        rest[i].Is(WordClass.ThirdPerson) && !rest[i].Is(WordClass.Plural) || rest[i].Is(WordClass.Past) && !rest[i].Is(WordClass.Noun | WordClass.Adjective | WordClass.Participle)
        || rest[i].Is(WordClass.ThirdPerson) && i + 1 < rest.Length && rest[i + 1].Is(WordClass.Determiner)
        || rest[i].Is(WordClass.Verb) && !rest[i].Is(WordClass.Noun | WordClass.Preposition | WordClass.Adjective) && i > 0 && rest[i - 1].Is(WordClass.Plural);

    private static bool IsSide(string head) => head is "hand" or "side" or "foot" or "arm" or "leg" or "eye" or "ear" or "shoulder" or "wrist" or "lane" or "knee" or "corner" or "end";

    private static bool IsLocative(string text) => text is "left" or "right" or "middle" or "center" or "back" or "front" or "top" or "bottom" or "background" or "foreground" or "far left" or "far right";

    private static string Head(ReadOnlySpan<Token> kind) => kind[NounPhrase.Head(kind)].Text;
}
