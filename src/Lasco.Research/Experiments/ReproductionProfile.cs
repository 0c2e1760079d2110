using Lasco.Research.Mini;
using Lasco.Research.Training;

namespace Lasco.Research.Experiments;

/// <summary>How much of the mini world is made, and how long models are trained on it.</summary>
/// <param name="Name">quick or full.</param>
/// <param name="World">The sizes of the sets.</param>
/// <param name="Lasco">The recipe on the LaSCo-like set.</param>
/// <param name="Cirr">The recipe on the CIRR-like set.</param>
/// <param name="FashionIq">The recipe on the FashionIQ-like set.</param>
public sealed record ReproductionProfile(string Name, MiniWorldSize World, TrainingRecipe Lasco, TrainingRecipe Cirr, TrainingRecipe FashionIq)
{
    /// <summary>Minutes on two cores.</summary>
    public static ReproductionProfile Quick { get; } = new(
        "quick",
        MiniWorldSize.Quick,
        TrainingRecipe.Mini with { Epochs = 5, LearningRateDecay = 0.6 },
        TrainingRecipe.Mini with { Epochs = 2 },
        TrainingRecipe.Mini with { Epochs = 3 });

    /// <summary>Four times the world, twice the epochs.</summary>
    public static ReproductionProfile Full { get; } = new(
        "full",
        MiniWorldSize.Full,
        TrainingRecipe.Mini with { Epochs = 8, LearningRateDecay = 0.7 },
        TrainingRecipe.Mini,
        TrainingRecipe.Mini with { Epochs = 6, LearningRateDecay = 0.6 });
}
