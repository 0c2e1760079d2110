using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Losses;

/// <summary>
/// The Recall@K surrogate loss (Patel et al. 2022), a differentiable 1 − mean Recall@K over the batch (paper section 6.2):
/// rank = 1 + Σ_{z≠+} σ((s_z − s₊)/τ₁), recall@k = σ((k − rank)/τ₂), loss = 1 − mean over queries and k; both arguments of σ
/// are clamped to ±50.
/// </summary>
public sealed record RecallAtKSurrogate : ILoss
{
    private const double Clamp = 50;

    /// <summary>The values of k.</summary>
    public IReadOnlyList<int> Ks { get; init; } = [1, 2, 4, 8, 16];

    /// <summary>τ₁, the temperature of the rank.</summary>
    public double RankTemperature { get; init; } = 0.01;

    /// <summary>τ₂, the temperature of the recall.</summary>
    public double RecallTemperature { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor Loss(Tensor queries, Tensor targets)
    {
        using var scope = NewDisposeScope();
        var similarity = queries.matmul(targets.t()); // [B, B]
        var positive = similarity.diagonal().unsqueeze(1); // [B, 1]
        var above = ((similarity - positive) / RankTemperature).clamp(-Clamp, Clamp).sigmoid(); // [B, B], ½ on the diagonal
        var rank = above.sum(1) + 0.5; // [B]
        var k = tensor(Ks.Select(value => (float)value).ToArray(), device: queries.device).to_type(queries.dtype); // [K]
        var recall = ((k - rank.unsqueeze(1)) / RecallTemperature).clamp(-Clamp, Clamp).sigmoid(); // [B, K]
        return (1 - recall.mean()).MoveToOuterDisposeScope();
    }
}
