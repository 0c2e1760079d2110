using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

// B queries, T targets, F feature dimension, P projection dimension, K hidden dimension.

/// <summary>
/// CLIP4Cir's Combiner (Baldrati et al. 2022), late fusion of CLIP's features: λ · text + (1 − λ) · image plus a learned
/// mixture, where λ too is computed from both. Field names are the checkpoint's keys.
/// </summary>
public sealed class Combiner : Module
{
    private const double LogitScale = 100;
    private const double DropoutProbability = 0.5;

    public readonly Linear text_projection_layer;
    public readonly Linear image_projection_layer;
    public readonly Linear combiner_layer;
    public readonly Linear output_layer;
    public readonly Sequential dynamic_scalar;

    public Combiner(CombinerConfig config)
        : base(nameof(Combiner))
    {
        Config = config;
        text_projection_layer = Linear(config.FeatureDim, config.ProjectionDim);
        image_projection_layer = Linear(config.FeatureDim, config.ProjectionDim);
        combiner_layer = Linear(2 * config.ProjectionDim, config.HiddenDim);
        output_layer = Linear(config.HiddenDim, config.FeatureDim);
        dynamic_scalar = Sequential(
            Linear(2 * config.ProjectionDim, config.HiddenDim), ReLU(), Dropout(DropoutProbability), Linear(config.HiddenDim, 1));
        RegisterComponents();
    }

    /// <summary>The model's sizes.</summary>
    public CombinerConfig Config { get; }

    /// <summary>The query's embedding, L2-normalised.</summary>
    /// <param name="imageFeatures">[B, F], CLIP's, not normalised.</param>
    /// <param name="textFeatures">[B, F], CLIP's, not normalised.</param>
    /// <returns>[B, F].</returns>
    public Tensor Combine(Tensor imageFeatures, Tensor textFeatures)
    {
        using var scope = NewDisposeScope();
        var both = cat([Hidden(text_projection_layer, textFeatures), Hidden(image_projection_layer, imageFeatures)], -1); // [B, 2 P]
        var share = dynamic_scalar.call(both).sigmoid(); // [B, 1]
        var mixture = output_layer.call(Hidden(combiner_layer, both)); // [B, F]
        return functional.normalize(mixture + share * textFeatures + (1 - share) * imageFeatures).MoveToOuterDisposeScope();
    }

    /// <summary>100 · cosine of each query with each target.</summary>
    /// <param name="queries">[B, F], from <see cref="Combine"/>.</param>
    /// <param name="targetFeatures">[T, F], CLIP's, not normalised.</param>
    /// <returns>[B, T].</returns>
    public Tensor Logits(Tensor queries, Tensor targetFeatures)
    {
        using var scope = NewDisposeScope();
        return (LogitScale * queries.matmul(functional.normalize(targetFeatures).t())).MoveToOuterDisposeScope();
    }

    private Tensor Hidden(Linear layer, Tensor x) => functional.dropout(layer.call(x).relu_(), DropoutProbability, training);
}
