namespace Lasco.Research.Roaming;

/// <summary>The function G of the paper's section 3.1, that turns a question and its answer into a transition text S = G(Q, A).</summary>
public interface IRephraser
{
    /// <summary>The name that options, caches and reports give it.</summary>
    string Name { get; }

    /// <summary>Rephrases a question and its answer.</summary>
    /// <param name="pair">The question and its answer.</param>
    /// <param name="seed">Selects among the phrasings that the rephraser has for this pair.</param>
    /// <param name="cancellation">Ends the wait for a rephraser that waits.</param>
    /// <returns>A transition text, or the reason why there is none.</returns>
    ValueTask<Rephrasing> RephraseAsync(QuestionAnswer pair, ulong seed, CancellationToken cancellation = default);
}
