namespace Lasco.Research.Roaming.Rules;

/// <summary>The transition texts that say the same of one question and answer.</summary>
internal sealed class Phrasings
{
    private readonly List<string> texts = [];

    /// <summary>What precedes the question's clause, such as <c>if it rains,</c>, and so each text.</summary>
    public string Lead { get; set; } = "";

    /// <summary>The texts so far.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Adds a statement of its parts.</summary>
    public void Add(params ReadOnlySpan<string?> parts)
    {
        string text = Phrase.Join(parts);
        if (Lead.Length > 0)
            text = Phrase.Join(Lead, text);
        if (!IsWhole(text))
            return;
        text = char.ToUpperInvariant(text[0]) + text[1..];
        if (!texts.Contains(text))
            texts.Add(text);
    }

    /// <summary>Adds a command of its parts, which no clause can precede.</summary>
    public void Order(params ReadOnlySpan<string?> parts)
    {
        if (Lead.Length == 0)
            Add(parts);
    }

    /// <summary>Adds what a clause says, and that it should.</summary>
    public void State(Clause clause)
    {
        if (!clause.IsWhole)
            return;
        Add(clause.Affirmed);
        if (clause.Wanted() is { } wanted)
            Add(wanted);
    }

    /// <summary>Adds the contrary of what a clause says, and that it should not be so.</summary>
    public void Deny(Clause clause)
    {
        Add(clause.Denied);
        Add(clause.Wanted(negated: true));
    }

    /// <summary>The last barrier against a garbled text: no doubled word, no question's order, some words.</summary>
    private static bool IsWhole(string text)
    {
        string[] words = text.Split(' ');
        if (words.Length < 2 || text.Length > 2 * Tokenizer.MaxLength)
            return false;
        WordClass first = Lexicon.Classify(words[0]);
        if ((first & WordClass.Auxiliary) != 0 && (first & WordClass.Verb) == 0 || words[0] is "what" or "why" or "which" or "who" or "whom" or "do" or "have")
            return false;
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i].TrimEnd(',');
            if (word.Length == 0 || word is "a" or "an" or "the" && i == words.Length - 1)
                return false;
            if (i == 0)
                continue;
            if (string.Equals(word, words[i - 1], StringComparison.OrdinalIgnoreCase) && word is not ("that" or "had"))
                return false;
            if (words[i - 1] is "a" or "an" or "the" && word is "a" or "an" or "the" or "is" or "are" or "of" or "some" or "any" or "this" or "these")
                return false;
        }

        return true;
    }
}
