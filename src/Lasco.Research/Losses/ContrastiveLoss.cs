using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Losses;

/// <summary>
/// The contrastive loss that the surrogate replaces (paper section 6.3, Table 5): cross entropy of query · target / τ over
/// the batch's targets; symmetric adds the same over the batch's queries and takes the mean of both.
/// </summary>
public sealed record ContrastiveLoss : ILoss
{
    /// <summary>τ.</summary>
    public double Temperature { get; init; } = 0.07;

    /// <summary>Whether targets are matched to queries as well.</summary>
    public bool Symmetric { get; init; }

    /// <inheritdoc/>
    public Tensor Loss(Tensor queries, Tensor targets)
    {
        using var scope = NewDisposeScope();
        var logits = queries.matmul(targets.t()) / Temperature; // [B, B]
        var answers = arange(logits.shape[0], device: logits.device); // [B]
        var loss = functional.cross_entropy(logits, answers);
        if (Symmetric)
            loss = (loss + functional.cross_entropy(logits.t(), answers)) / 2;
        return loss.MoveToOuterDisposeScope();
    }
}
