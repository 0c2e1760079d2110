namespace Lasco.Research.Roaming.Rules;

/// <summary>Questions for a number of things: <c>How many people are there?</c></summary>
internal static class HowManyRule
{
    /// <summary>Adds the phrasings of the words after <c>how many</c> or <c>how much</c>.</summary>
    public static Refusal Apply(ReadOnlySpan<Token> rest, Answer answer, Phrasings phrasings)
    {
        int verb = 0;
        while (verb < rest.Length && !rest[verb].IsFinite && !IsVerb(rest, verb))
            verb++;
        ReadOnlySpan<Token> things = rest[..verb];
        ReadOnlySpan<Token> tail = rest[verb..];
        if (things.Length == 0)
            return tail.Length > 1 && tail[0].IsBe ? Bare(tail, answer, phrasings) : Refusal.NotUnderstood;
        if (!TryCount(answer, things, out string[] counts, out bool plural))
            return Refusal.UnfitAnswer;
        foreach (string counted in counts)
        {
            Refusal refusal = Say(counted, plural, tail, phrasings);
            if (refusal != Refusal.None)
                return refusal;
        }

        return Refusal.None;
    }

    private static Refusal Say(string counted, bool plural, ReadOnlySpan<Token> tail, Phrasings phrasings)
    {
        string be = plural ? "are" : "is";
        bool number = !counted.StartsWith("no ", StringComparison.Ordinal) && !counted.StartsWith("none ", StringComparison.Ordinal);
        if (tail.Length == 0)
        {
            There(be, counted, "", number, phrasings);
            return Refusal.None;
        }

        Token auxiliary = tail[0];
        ReadOnlySpan<Token> body = tail[1..];
        if (!auxiliary.IsFinite)
        {
            string? root = Lexicon.VerbOf(auxiliary.Text);
            if (root is null)
                return Refusal.NotUnderstood;
            phrasings.State(new Clause(counted, plural ? "do" : "does", Phrase.Join(root, Phrase.Of(body))));
            return Refusal.None;
        }

        if (body.Length == 0)
            return Refusal.NotUnderstood;
        if (auxiliary.IsBe)
        {
            bool past = auxiliary.Text is "was" or "were";
            string agreed = past ? plural ? "were" : "was" : be;
            if (body[0].Text is "there" or "here")
            {
                if (past)
                    phrasings.Add("there", agreed, counted, Phrase.Of(body[1..]));
                else
                    There(be, counted, Phrase.Of(body[1..]), number, phrasings);
                return Refusal.None;
            }

            if (!past && body[0].Is(WordClass.Preposition) && (body.Length > 1 || body[0].Text is "outside" or "inside"))
            {
                There(be, counted, Phrase.Of(body), number, phrasings);
                return Refusal.None;
            }

            int subject = body[0].Is(WordClass.Gerund | WordClass.Participle | WordClass.Adjective | WordClass.Adverb) && !body[0].Is(WordClass.Determiner | WordClass.Pronoun) ? 0 : NounPhrase.Subject(body, verbAhead: false);
            if (subject > 0 && subject < body.Length)
            {
                phrasings.State(new Clause(Phrase.Of(body[..subject]), auxiliary.Text, Gap.Fill(body[subject..], counted)));
                return Refusal.None;
            }

            if (subject == body.Length && (body[0].Is(WordClass.Pronoun) || body[0].Is(WordClass.Determiner)) && body[0].Text is not ("all" or "both"))
            {
                phrasings.State(new Clause(Phrase.Of(body), auxiliary.Text, counted));
                return Refusal.None;
            }

            if (!past && body[0].Is(WordClass.Gerund | WordClass.Participle) && !body[0].Is(WordClass.Adjective) && !counted.Contains(" of the ", StringComparison.Ordinal))
                phrasings.Add("there", be, counted, Phrase.Of(body));
            else if (body[0].Text is "visible" or "shown" or "present")
                phrasings.Add("there", agreed, counted, body.Length > 1 ? Phrase.Of(body) : body[0].Text == "visible" ? "visible" : "");
            phrasings.State(new Clause(counted, agreed, Phrase.Of(body)));
            return Refusal.None;
        }

        if (auxiliary.Text is "has" or "have" or "had" && !body[0].Is(WordClass.Pronoun) && !(body[0].Is(WordClass.Determiner) && body[0].Text is "the"))
        {
            bool perfect = body[0].Is(WordClass.Participle) || body[0].Text == "been";
            phrasings.State(perfect ? new Clause(counted, plural ? "have" : "has", Phrase.Of(body)) : new Clause(counted, plural ? "do" : "does", "have " + Phrase.Of(body)));
            return Refusal.None;
        }

        if (auxiliary.IsModal && body[0].Is(WordClass.Verb | WordClass.Auxiliary) && !body[0].Is(WordClass.Noun | WordClass.Pronoun))
        {
            if (body.Length > 1 && body[0].Text == "be" && body[1].Text is "seen")
                There(be, counted, Phrase.Of(body[2..]), number, phrasings);
            phrasings.State(new Clause(counted, auxiliary.Text, Phrase.Of(body)));
            return Refusal.None;
        }

        if (body[0].Text is "not")
        {
            phrasings.State(new Clause(counted, plural ? "do" : "does", Phrase.Of(body)));
            return Refusal.None;
        }

        int end = NounPhrase.Subject(body, verbAhead: auxiliary.Text is not ("has" or "have" or "had"));
        if (end == 0 || end == body.Length)
            return Refusal.NotUnderstood;
        if (body[0].Text is "you" or "we" or "I" or "i" && body.Length > 1 && body[1].Text is "see" or "spot" or "count" or "notice")
        {
            There(be, counted, Phrase.Of(body[2..]), number, phrasings);
            return Refusal.None;
        }

        phrasings.State(new Clause(Phrase.Of(body[..end]), auxiliary.Text, Gap.Fill(body[end..], counted)));
        return Refusal.None;
    }

    /// <summary><c>How many are there?</c></summary>
    private static Refusal Bare(ReadOnlySpan<Token> tail, Answer answer, Phrasings phrasings)
    {
        string count = answer.Kind == AnswerKind.Nothing || answer.IsNumber(out int zero) && zero == 0 ? "none" : answer.Text;
        bool one = answer.IsNumber(out int n) && n == 1;
        if (answer.Kind is AnswerKind.Yes or AnswerKind.No)
            return Refusal.UnfitAnswer;
        if (tail[1].Text == "there")
            phrasings.Add("there", one ? "is" : "are", count, Phrase.Of(tail[2..]));
        else
            phrasings.State(new Clause(count, one ? "is" : "are", Phrase.Of(tail[1..])));
        return Refusal.None;
    }

    private static void There(string be, string counted, string where, bool number, Phrasings phrasings)
    {
        phrasings.Add("there", be, counted, where);
        phrasings.Add("there should be", counted, where);
        if (number)
            phrasings.Order("show", counted, where);
    }

    /// <summary>The things with their number, in words, and from eleven on in digits as well.</summary>
    private static bool TryCount(Answer answer, ReadOnlySpan<Token> things, out string[] counts, out bool plural)
    {
        plural = true;
        string noun = Phrase.Of(things);
        bool ofSome = things[0].Text == "of";
        if (answer.Kind is AnswerKind.Nothing or AnswerKind.No || answer.IsNumber(out int zero) && zero == 0)
        {
            counts = [(ofSome ? "none " : "no ") + noun];
            plural = AreMany(things);
            return true;
        }

        if (answer.IsNumber(out int number))
        {
            plural = number != 1;
            string counted = number == 1 && !ofSome ? One(things) : noun;
            string word = $"{Numerals.Word(number)} {counted}";
            string digits = $"{Numerals.Digits(number)} {counted}";
            counts = number <= 10 || word == digits ? [word] : [word, digits];
            return true;
        }

        plural = AreMany(things);
        counts = [];
        ReadOnlySpan<Token> words = answer.Words;
        string text = answer.Text;
        if (words[^1].Is(WordClass.Noun) && words.Length > 1 && words[0].Is(WordClass.Number) && Inflection.Singular(words[^1].Text) == Inflection.Singular(things[NounPhrase.Head(things)].Text))
        {
            bool one = Numerals.TryParse(words[0].Text, out int n) && n == 1;
            plural = !one;
            counts = [Phrase.Join(text, Phrase.Of(things[(NounPhrase.Head(things) + 1)..]))];
            return true;
        }

        string? amount = text switch
        {
            "lot" or "a lot" => ofSome ? "a lot" : "a lot of",
            "lots" or "alot" => ofSome ? "lots" : "lots of",
            "bunch" or "a bunch" => "a bunch of",
            "dozen" or "a dozen" => "a dozen",
            "couple" or "a couple" => "a couple of",
            "few" or "a few" or "many" or "several" or "very few" or "too many" or "not many" or "very many" or "some" or "dozens" or "hundreds" or "thousands" or "most" or "both" or "half" or "all" or "plenty" or "multiple" or "numerous" => text switch
            {
                "dozens" or "hundreds" or "thousands" or "plenty" => ofSome ? text : text + " of",
                "few" => "a few",
                "half" or "all" or "most" or "both" => ofSome || text is "most" or "both" ? text : text + " of the",
                _ => text,
            },
            "little" or "a little" or "not much" or "much" or "very little" or "too much" or "enough" => text == "little" ? "a little" : text,
            "too many to count" or "countless" => "countless",
            _ => null,
        };
        if (amount is null && words.Length <= 4 && IsRange(words))
            amount = text.EndsWith('+') ? "more than " + text[..^1] : text;
        if (amount is null)
            return false;
        if (words[^1].Is(WordClass.Number) && Numerals.TryParse(words[^1].Text, out int last) && last == 1)
            return false;
        counts = [$"{amount} {noun}"];
        return true;
    }

    private static bool AreMany(ReadOnlySpan<Token> things)
    {
        Token head = things[NounPhrase.Head(things)];
        return head.Is(WordClass.Plural) || head.Text is "these" or "those" or "them" or "fish" || things[0].Text != "of" && !head.Is(WordClass.Mass) && Inflection.Plural(head.Text) == head.Text;
    }

    private static bool IsRange(ReadOnlySpan<Token> words)
    {
        int numbers = 0;
        foreach (Token word in words)
        {
            if (word.Is(WordClass.Number))
                numbers++;
            else if (word.Text is not ("more" or "than" or "over" or "about" or "around" or "at" or "least" or "almost" or "or" or "to" or "approximately" or "less" or "under" or "nearly" or "and" or "only" or "hundred" or "thousand" or "a" or "half" or "exactly" or "maybe" or "percent"))
                return false;
        }

        return numbers > 0 && !words[0].Text.Contains('-', StringComparison.Ordinal) | words[0].Is(WordClass.Number);
    }

    /// <summary>The things as one thing: the head, and <c>different kinds of fruit</c> as <c>kind of fruit</c>.</summary>
    private static string One(ReadOnlySpan<Token> things)
    {
        int head = NounPhrase.Head(things);
        Token[] one = things.ToArray();
        if (one[head].Is(WordClass.Plural) && Inflection.Singular(one[head].Text) == one[head].Text)
            return "pair of " + Phrase.Of(things);
        one[head] = one[head] with { Text = Inflection.Singular(one[head].Text) };
        if (one.Length > 1 && one[0].Text is "different" or "total")
            return Phrase.Of(one.AsSpan(1));
        return Phrase.Of(one);
    }

    private static bool IsVerb(ReadOnlySpan<Token> rest, int i) => i > 0 && rest[i].Is(WordClass.Verb) && !rest[i].Is(WordClass.Preposition | WordClass.Adjective)
        && (rest[i - 1].Is(WordClass.Plural) || i > 1) && (!rest[i].Is(WordClass.Noun) || i + 1 < rest.Length && rest[i + 1].Is(WordClass.Determiner | WordClass.Preposition | WordClass.Adjective) && rest[i - 1].Is(WordClass.Plural));
}
