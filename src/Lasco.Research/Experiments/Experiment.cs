using Lasco.Research.Losses;
using Lasco.Research.Models;
using Lasco.Research.Training;

namespace Lasco.Research.Experiments;

/// <summary>A row of the paper's tables: a variant of CASE and how it is trained.</summary>
/// <param name="Method">The row's name in the paper.</param>
public sealed record Experiment(string Method)
{
    /// <summary>The modalities that queries have.</summary>
    public Modalities Modalities { get; init; }

    /// <summary>Whether the pre-trained weights are evaluated as they are.</summary>
    public bool IsZeroShot { get; init; }

    /// <summary>Changes the dataset's recipe.</summary>
    public Func<TrainingRecipe, TrainingRecipe> Recipe { get; init; } = recipe => recipe;

    /// <summary>CASE.</summary>
    public static Experiment Case { get; } = new("CASE");

    /// <summary>CASE on query images alone.</summary>
    public static Experiment ImageOnly { get; } = new("CASE (Image-only)") { Modalities = Modalities.ImageOnly };

    /// <summary>CASE on transition texts alone.</summary>
    public static Experiment TextOnly { get; } = new("CASE (Text-only)") { Modalities = Modalities.TextOnly };

    /// <summary>CASE without fine-tuning.</summary>
    public static Experiment Init { get; } = new("CASE Init.") { IsZeroShot = true };

    /// <summary>CASE without the reverse objective.</summary>
    public static Experiment NoReverseQuery { get; } = new("No-RQ") { Recipe = recipe => recipe with { ReverseQuery = false } };

    /// <summary>CASE with a contrastive loss.</summary>
    public static Experiment Contrastive { get; } = new("Contrastive Loss") { Recipe = recipe => recipe with { Loss = new ContrastiveLoss() } };

    /// <summary>CASE with BLIP's image encoder as it is.</summary>
    public static Experiment FrozenVision { get; } = new("Freeze ViT") { Recipe = recipe => recipe with { FreezeVision = true } };
}
