using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming.Quality;

/// <summary>
/// A = A_c: the text would ask for what the query image shows already. Section 3.1 takes for granted that the answers
/// differ; VQA2.0's, given by other people in a second round, may agree.
/// </summary>
public sealed class SameAnswerRule : IPairRule
{
    /// <inheritdoc/>
    public string Name => "same-answer";

    /// <inheritdoc/>
    public string Description => "query and target have one answer, so nothing changes";

    /// <inheritdoc/>
    public bool Rejects(in VqaQuestion query, in VqaQuestion target) =>
        query.Answer is not null && target.Answer is not null
        && query.Answer.AsSpan().Trim().Equals(target.Answer.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
