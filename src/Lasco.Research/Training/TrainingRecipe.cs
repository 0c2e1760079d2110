using System.Text.Json.Serialization;
using Lasco.Research.Losses;

namespace Lasco.Research.Training;

/// <summary>How CASE is trained (paper section 6.2; what the paper leaves open has the defaults below).</summary>
public sealed record TrainingRecipe
{
    /// <summary>CIRR: batches of 2048, 6 epochs.</summary>
    public static TrainingRecipe Cirr { get; } = new() { BatchSize = 2048, Epochs = 6 };

    /// <summary>FashionIQ: batches of 1024, 20 epochs.</summary>
    public static TrainingRecipe FashionIq { get; } = new() { BatchSize = 1024, Epochs = 20 };

    /// <summary>LaSCo: batches of 3840, 10 epochs.</summary>
    public static TrainingRecipe Lasco { get; } = new() { BatchSize = 3840, Epochs = 10 };

    /// <summary>The mini world: small batches and large steps for a small model.</summary>
    public static TrainingRecipe Mini { get; } = new()
    {
        BatchSize = 128, Epochs = 4, LearningRate = 1e-3, LearningRateDecay = 0.5,
        Loss = new RecallAtKSurrogate { RankTemperature = 0.05 },
    };

    /// <summary>Triplets in a batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Triplets that are embedded at a time; fewer than the batch means gradient caching.</summary>
    public int? ChunkSize { get; init; }

    /// <summary>Passes over the triplets.</summary>
    public required int Epochs { get; init; }

    /// <summary>AdamW's step size in the first epoch.</summary>
    public double LearningRate { get; init; } = 5e-5;

    /// <summary>Factor on the step size after each epoch.</summary>
    public double LearningRateDecay { get; init; } = 0.93;

    /// <summary>The step size never falls below this.</summary>
    public double LearningRateFloor { get; init; } = 1e-6;

    /// <summary>AdamW's decoupled weight decay.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>The objective.</summary>
    [JsonConverter(typeof(LossConverter))]
    public ILoss Loss { get; init; } = new RecallAtKSurrogate();

    /// <summary>Whether the reverse objective is trained as well (section 4.2).</summary>
    public bool ReverseQuery { get; init; } = true;

    /// <summary>Whether the image encoder keeps its pre-trained weights.</summary>
    public bool FreezeVision { get; init; }

    /// <summary>Seed of the order of triplets, of text sampling and of dropout.</summary>
    public int Seed { get; init; }

    /// <summary>The step size of an epoch: max(floor, rate · decay^epoch).</summary>
    /// <param name="epoch">From 0.</param>
    public double LearningRateAt(int epoch) => Math.Max(LearningRateFloor, LearningRate * Math.Pow(LearningRateDecay, epoch));
}
