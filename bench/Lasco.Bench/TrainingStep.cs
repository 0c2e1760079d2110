using Lasco.Research.Losses;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Bench;

/// <summary>
/// A training step of the mini world's CASE with the reverse query (paper section 4.2) and the Recall@K surrogate: both
/// encoders, both losses, their gradient, and AdamW, from pixels that are tensors already.
/// </summary>
internal sealed class TrainingStep : IWork
{
    private const int Batch = 128, QueryTokens = 16, ReverseToken = 512;

    // A wide τ₂ keeps the gradients of untrained weights away from zero.
    private readonly RecallAtKSurrogate loss = new() { RankTemperature = 0.05, RecallTemperature = 16 };
    private readonly Case model = SeededWeights.Fill(new Case(new CaseConfig(BlipConfig.Mini)));
    private readonly optim.Optimizer optimizer;
    private readonly Tensor pixels; // [2B, 3, S, S]: query images, target images
    private readonly Tensor ids; // [2B, L]: queries, reverse queries, which have [REV] as well
    private readonly Tensor mask; // [2B, L]

    public TrainingStep()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        pixels = randn(2 * Batch, 3, BlipConfig.Mini.ImageSize, BlipConfig.Mini.ImageSize).DetachFromDisposeScope();
        ids = randint(5, 500, [2 * Batch, QueryTokens + 1]).DetachFromDisposeScope();
        mask = ones_like(ids).DetachFromDisposeScope();
        foreach (var padded in new[] { ids, mask })
            padded.narrow(0, 0, Batch).select(1, QueryTokens).fill_(0);
        ids.narrow(0, Batch, Batch).select(1, 1).fill_(ReverseToken);
        optimizer = optim.AdamW(model.parameters(), 1e-3, weight_decay: 0.05);
    }

    public double Run()
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var imageTokens = model.ImageTokens(pixels); // [2B, N, C]
        var images = model.ImageEmbedding(imageTokens); // [2B, D]
        var queries = model.QueryEmbedding(imageTokens, ids, mask); // [2B, D]
        var objective = loss.Loss(queries.narrow(0, 0, Batch), images.narrow(0, Batch, Batch))
            + loss.Loss(queries.narrow(0, Batch, Batch), images.narrow(0, 0, Batch));
        objective.backward();
        optimizer.step();
        return objective.ToDouble();
    }

    public void Dispose()
    {
        optimizer.Dispose();
        model.Dispose();
        pixels.Dispose();
        ids.Dispose();
        mask.Dispose();
    }
}
