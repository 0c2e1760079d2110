using Lasco.Research.Models;

namespace Lasco.Bench;

/// <summary>A piece of work that both sides do.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What it is.</param>
/// <param name="SetUp">Prepares our side.</param>
/// <param name="Rivals">What ours is measured against.</param>
/// <param name="Rounds">How often the sides take turns.</param>
/// <param name="Iterations">How often a side does the work in its turn.</param>
public sealed record Benchmark(string Name, string Title, Func<IWork> SetUp, IReadOnlyList<Rival> Rivals, int Rounds, int Iterations)
{
    /// <summary>Every benchmark.</summary>
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("step", "training step, mini CASE, batch 128", () => new TrainingStep(),
            [new("step", "PyTorch eager", Target: 1), new("step-first-row", "PyTorch eager, first row alone", Target: 1)], Rounds: 7, Iterations: 4),
        new("vit-1", "ViT-B/16 at 384 px, 1 image", () => new VisionForward(1), [new("vit-1", "PyTorch eager", Target: 1)], Rounds: 6, Iterations: 2),
        new("vit-4", "ViT-B/16 at 384 px, 4 images", () => new VisionForward(4), [new("vit-4", "PyTorch eager", Target: 1)], Rounds: 5, Iterations: 1),
        new("ranks", $"ranks, {CorpusRanks.Queries:N0} queries × {CorpusRanks.Images:N0} images × {BlipConfig.Base.EmbedDim}", () => new CorpusRanks(),
            [
                new("product", "matrix product alone", Target: 1.5, SameResult: false),
                new("argsort", $"argsort ({CorpusRanks.Sorted} queries, scaled)", Target: 0.1, Share: CorpusRanks.Sorted / (double)CorpusRanks.Queries),
            ], Rounds: 3, Iterations: 1),
        new("call", $"{SmallProduct.Calls:N0} calls, 4 × 4 product", () => new SmallProduct(), [new("call", "PyTorch eager", Target: 1.3)], Rounds: 7, Iterations: 20),
        new("annotations", $"reading LaSCo's annotations, {Annotations.Triplets:N0} triplets", () => new Annotations(), [new("json", "json.load", Target: 0.5)], Rounds: 5, Iterations: 1),
    ];
}
