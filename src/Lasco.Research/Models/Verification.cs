using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

/// <summary>
/// Parity with a reference implementation, tensor by tensor: a folder holds a model's <c>config.json</c>, its weights, and in
/// <c>io.safetensors</c> inputs with what the reference computed from them.
/// </summary>
public static class Verification
{
    /// <summary>Loads the model, runs it on the inputs, and compares everything that the reference recorded.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="weights">The weights, where they are not <c>model.safetensors</c> in the folder.</param>
    /// <returns>
    /// For each recorded tensor the largest absolute difference; of gradients (<c>grad.*</c>) the largest difference relative
    /// to the gradient's largest entry.
    /// </returns>
    /// <exception cref="InputException">A file is missing or malformed, or records something that the model does not compute.</exception>
    public static IReadOnlyDictionary<string, double> Run(string folder, string? weights = null)
    {
        using var scope = NewDisposeScope();
        string recordFile = Path.Combine(folder, "io.safetensors");
        var config = BlipConfig.Read<BlipConfig>(Path.Combine(folder, "config.json"));
        weights ??= Path.Combine(folder, "model.safetensors");
        var model = new Blip(config);
        BlipCheckpoint.Load(model, BlipCheckpoint.Read(weights), weights);
        model.eval();
        using var record = SafetensorsFile.Open(recordFile);
        var computed = Compute(model, record);

        var differences = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (string name in record.Entries.Keys.Except(["pixel_values", "input_ids", "attention_mask"]))
        {
            if (!computed.TryGetValue(name, out var mine))
                throw new InputException(recordFile, $"records {name}, which BLIP does not compute");
            var reference = record.Read(name);
            if (mine.numel() != reference.numel())
                throw new InputException(recordFile, $"{name} has shape [{string.Join(", ", reference.shape)}], the model computes [{string.Join(", ", mine.shape)}]");
            using var noGradient = no_grad();
            double difference = (mine.reshape(reference.shape) - reference).abs().max().ToDouble();
            double scale = name.StartsWith("grad.", StringComparison.Ordinal) ? reference.abs().max().ToDouble() : 1;
            differences.Add(name, scale > 0 ? difference / scale : difference);
        }

        return differences;
    }

    private static Dictionary<string, Tensor> Compute(Blip model, SafetensorsFile record)
    {
        var (ids, mask) = (record.Read("input_ids").to_type(ScalarType.Int64), record.Read("attention_mask").to_type(ScalarType.Int64));
        var imageTokens = model.ImageTokens(record.Read("pixel_values"));
        var imageEmbedding = model.ImageEmbedding(imageTokens);
        var queryEmbedding = model.QueryEmbedding(imageTokens, ids, mask);
        var logits = queryEmbedding.matmul(imageEmbedding.roll(1, 0).t()) / model.Config.Temperature;
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
            computed["grad." + name] = parameter.grad ?? zeros_like(parameter);
        return computed;
    }
}
