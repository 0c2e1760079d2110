using System.Runtime.InteropServices;

namespace Lasco.Research.Roaming.Rules;

/// <summary>
/// Turns a question and its answer into a transition text by rules of English (G of the paper's section 3.1, which used
/// a language model): the question's inversion is undone, the answer put where the question word stood, and the result
/// said as a statement, a wish or a command. A pure function of the pair and the seed, safe on any number of threads.
/// </summary>
public sealed class RuleRephraser : IRephraser
{
    /// <inheritdoc/>
    public string Name => "rules";

    /// <summary>Rephrases a question and its answer.</summary>
    /// <param name="pair">The question and its answer.</param>
    /// <param name="seed">Selects among the phrasings of the pair.</param>
    /// <returns>A transition text, or one of a fixed set of reasons why there is none.</returns>
    public Rephrasing Rephrase(QuestionAnswer pair, ulong seed)
    {
        Refusal refusal = Phrase(pair, out IReadOnlyList<string> texts);
        return refusal == Refusal.None ? new Rephrasing(texts[Pick(seed, texts.Count)], null) : new Rephrasing(null, refusal.Name());
    }

    /// <summary>All transition texts that the rules have for a pair, in the order that a seed selects from.</summary>
    /// <param name="pair">The question and its answer.</param>
    /// <returns>The texts; none where <see cref="Rephrase"/> refuses.</returns>
    public IReadOnlyList<string> Phrasings(QuestionAnswer pair) => Phrase(pair, out IReadOnlyList<string> texts) == Refusal.None ? texts : [];

    /// <inheritdoc/>
    public ValueTask<Rephrasing> RephraseAsync(QuestionAnswer pair, ulong seed, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Rephrase(pair, seed));
    }

    /// <summary>All phrasings of a pair, in the order that a seed selects from.</summary>
    internal static Refusal Phrase(QuestionAnswer pair, out IReadOnlyList<string> texts)
    {
        texts = [];
        if (string.IsNullOrWhiteSpace(pair.Question))
            return Refusal.EmptyQuestion;
        Refusal refusal = Tokenizer.Cut(pair.Question, out List<Token> words);
        if (refusal != Refusal.None)
            return refusal;
        if (words.Count == 0)
            return Refusal.EmptyQuestion;
        Article.Complete(words);
        refusal = Answer.Read(pair.Answer ?? "", out Answer? answer);
        if (refusal != Refusal.None)
            return refusal;
        if (answer!.Kind == AnswerKind.Uncertain)
            return Refusal.UncertainAnswer;
        var phrasings = new Phrasings();
        refusal = QuestionRules.Apply(CollectionsMarshal.AsSpan(words), answer, phrasings);
        texts = phrasings.Texts;
        return refusal != Refusal.None ? refusal : texts.Count == 0 ? Refusal.NoGrammaticalForm : Refusal.None;
    }

    /// <summary>Uniform in [0, <paramref name="count"/>), whatever the pattern of the seeds.</summary>
    private static int Pick(ulong seed, int count)
    {
        ulong z = seed + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return (int)(((z >> 32) * (ulong)count) >> 32);
    }
}
