using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

/// <summary>
/// Parity with a reference implementation, tensor by tensor: a folder holds a model's <c>config.json</c>, its weights, and in
/// <c>io.safetensors</c> inputs with what the reference computed from them. The model is BLIP, CLIP or the Combiner,
/// whichever the configuration's keys are of.
/// </summary>
public static class Verification
{
    /// <summary>What the name of a recorded gradient begins with; the parameter's key follows.</summary>
    internal const string GradientPrefix = "grad.";

    /// <summary>Loads the model, runs it on the inputs, and compares everything that the reference recorded.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="weights">The weights, where they are not <c>model.safetensors</c> in the folder.</param>
    /// <returns>
    /// For each recorded tensor the largest absolute difference; of gradients (<c>grad.*</c>) the largest difference relative
    /// to the gradient's largest entry. Infinity where there is a NaN.
    /// </returns>
    /// <exception cref="InputException">A file is missing or malformed, or records something that the model does not compute.</exception>
    public static IReadOnlyDictionary<string, double> Run(string folder, string? weights = null)
    {
        using var scope = NewDisposeScope();
        string config = Path.Combine(folder, "config.json");
        var keys = ConfigFile.Keys(config);
        weights ??= Path.Combine(folder, "model.safetensors");
        using var record = new ReferenceRecord(Path.Combine(folder, "io.safetensors"));
        if (keys.Contains("image_size"))
            return record.Differences(RunBlip(BlipConfig.Read<BlipConfig>(config), weights, record), nameof(Blip));
        if (keys.Contains("image_resolution"))
            return record.Differences(RunClip(ClipConfig.Read(config), weights, record), nameof(Clip));
        if (keys.Contains("feature_dim"))
            return record.Differences(RunCombiner(CombinerConfig.Read(config), weights, record), nameof(Combiner));
        throw new InputException(config, "expected the key image_size (of BLIP), image_resolution (of CLIP) or feature_dim (of the Combiner)");
    }

    private static Dictionary<string, Tensor> RunBlip(BlipConfig config, string weights, ReferenceRecord record)
    {
        var pixels = record.Numbers("pixel_values", 3, config.ImageSize, config.ImageSize);
        var ids = record.Integers("input_ids", config.MaxPositionEmbeddings, config.VocabSize);
        var mask = record.Integers("attention_mask", config.MaxPositionEmbeddings, 2);
        record.CheckSame(("attention_mask", mask), ("input_ids", ids), dimensions: 2);
        record.CheckSame(("pixel_values", pixels), ("input_ids", ids));

        using var model = new Blip(config);
        BlipCheckpoint.Load(model, BlipCheckpoint.Read(weights), weights);
        model.eval();
        var imageTokens = model.ImageTokens(pixels);
        var imageEmbedding = model.ImageEmbedding(imageTokens);
        var queryEmbedding = model.QueryEmbedding(imageTokens, ids, mask);
        var logits = queryEmbedding.matmul(imageEmbedding.roll(1, 0).t()) / config.Temperature;
        var loss = functional.cross_entropy(logits, arange(logits.shape[0]));
        loss.backward();

        var computed = new Dictionary<string, Tensor>
        {
            ["image_tokens"] = imageTokens,
            ["text_hidden"] = model.text_encoder.Hidden(ids, mask, null),
            ["fused_hidden"] = model.text_encoder.Hidden(ids, mask, imageTokens),
            ["image_embedding"] = imageEmbedding,
            ["text_embedding"] = model.TextEmbedding(ids, mask),
            ["query_embedding"] = queryEmbedding,
            ["loss"] = loss,
        };
        foreach (var (name, parameter) in model.named_parameters())
            computed[GradientPrefix + name] = parameter.grad ?? zeros_like(parameter);
        return computed;
    }

    private static Dictionary<string, Tensor> RunClip(ClipConfig config, string weights, ReferenceRecord record)
    {
        var pixels = record.Numbers("pixel_values", 3, config.ImageResolution, config.ImageResolution);
        var ids = record.Integers("input_ids", config.ContextLength, config.VocabSize);

        using var model = new Clip(config);
        ClipCheckpoint.Load(model, weights);
        model.eval();
        var imageFeatures = model.ImageFeatures(pixels);
        var textFeatures = model.TextFeatures(ids);
        return new()
        {
            ["image_features"] = imageFeatures,
            ["text_features"] = textFeatures,
            ["logits_per_image"] = model.LogitsPerImage(imageFeatures, textFeatures),
        };
    }

    private static Dictionary<string, Tensor> RunCombiner(CombinerConfig config, string weights, ReferenceRecord record)
    {
        var imageFeatures = record.Numbers("image_features", config.FeatureDim);
        var textFeatures = record.Numbers("text_features", config.FeatureDim);
        var targetFeatures = record.Numbers("target_features", config.FeatureDim);
        record.CheckSame(("image_features", imageFeatures), ("text_features", textFeatures));

        using var model = new Combiner(config);
        ClipCheckpoint.Load(model, weights);
        model.eval();
        var predicted = model.Combine(imageFeatures, textFeatures);
        return new() { ["predicted"] = predicted, ["logits"] = model.Logits(predicted, targetFeatures) };
    }
}
