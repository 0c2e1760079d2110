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
        if (words.Length < 2 || text.Length > 2 * Tokenizer.MaxLength || BeginsQuestion(words[0]) || IsArticle(words[^1].TrimEnd(',')))
            return false;
        string before = "";
        foreach (string spelled in words)
        {
            string word = spelled.TrimEnd(',');
            if (word.Length == 0 || IsDoubled(before, word))
                return false;
            if (IsArticle(before) && (IsArticle(word) || word is "is" or "are" or "of" or "some" or "any" or "this" or "these"))
                return false;
            before = spelled;
        }

        return true;
    }

    private static bool BeginsQuestion(string first)
    {
        bool inverts = (Lexicon.Classify(first) & (WordClass.Auxiliary | WordClass.Verb)) == WordClass.Auxiliary;
        return inverts || first is "what" or "why" or "which" or "who" or "whom" or "do" or "have";
    }

    private static bool IsDoubled(string before, string word) =>
        string.Equals(word, before, StringComparison.OrdinalIgnoreCase) && word is not ("that" or "had");

    private static bool IsArticle(string word) => word is "a" or "an" or "the";
}
