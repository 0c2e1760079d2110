using System.Text.RegularExpressions;
using Lasco.Research.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Models;

/// <summary>
/// Weights of BLIP and CASE in either layout in use: Salesforce's <c>.pth</c> files, and Hugging Face's
/// <c>BlipForImageTextRetrieval</c>. Nothing is ignored but what is named here.
/// </summary>
public static partial class BlipCheckpoint
{
    private static readonly (string HuggingFace, string Salesforce)[] VisionNames =
    [
        ("embeddings.class_embedding", "cls_token"),
        ("embeddings.position_embedding", "pos_embed"),
        ("embeddings.patch_embedding.", "patch_embed.proj."),
        ("encoder.layers.", "blocks."),
        (".self_attn.projection.", ".attn.proj."),
        (".self_attn.", ".attn."),
        (".layer_norm", ".norm"),
        ("post_layernorm.", "norm."),
    ];

    /// <summary>Reads a checkpoint under Salesforce's names.</summary>
    /// <param name="path">A <c>.pth</c> or safetensors file in either layout.</param>
    /// <returns>The tensors by name; the caller disposes of them.</returns>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static Dictionary<string, Tensor> Read(string path)
    {
        var tensors = Checkpoint.Load(path);
        return tensors.ToDictionary(pair => SalesforceName(pair.Key), pair => pair.Value);
    }

    /// <summary>
    /// Copies weights into a model. The position embedding is resized to the model's image size, and the word embedding
    /// grows by [REV]'s row, which keeps its initial value, where the checkpoint is BLIP's and the model is CASE.
    /// </summary>
    /// <param name="model">The model to fill.</param>
    /// <param name="tensors">Tensors under Salesforce's names.</param>
    /// <param name="file">The checkpoint, for messages.</param>
    /// <exception cref="InputException">A weight is missing, is unknown, or has another shape.</exception>
    public static void Load(Blip model, IReadOnlyDictionary<string, Tensor> tensors, string file)
    {
        using var noGradient = no_grad();
        var weights = model.state_dict();
        foreach (var (name, weight) in weights)
        {
            using var scope = NewDisposeScope();
            if (!tensors.TryGetValue(name, out var value))
                throw new InputException(file, $"no tensor {name} of shape [{string.Join(", ", weight.shape)}]");
            if (name == "visual_encoder.pos_embed" && value.ndim == 3)
                value = PositionEmbedding.Resize(value, weight.shape[1]);
            else if (name == "text_encoder.embeddings.word_embeddings.weight" && model is Case && value.ndim == 2 && value.shape[0] == weight.shape[0] - 1)
                value = cat([value.to_type(weight.dtype), weight.narrow(0, value.shape[0], 1)]);
            if (!value.shape.SequenceEqual(weight.shape))
                throw new InputException(file, $"{name} has shape [{string.Join(", ", value.shape)}], the model expects [{string.Join(", ", weight.shape)}]");
            weight.copy_(value);
        }

        if (tensors.Keys.FirstOrDefault(name => !weights.ContainsKey(name) && !NotNeeded().IsMatch(name)) is { } unknown)
            throw new InputException(file, $"the tensor {unknown} is not part of BLIP or CASE");
    }

    private static string SalesforceName(string name)
    {
        const string vision = "vision_model.";
        if (!name.StartsWith(vision, StringComparison.Ordinal))
            return name;
        name = name[vision.Length..];
        foreach (var (huggingFace, salesforce) in VisionNames)
            name = name.Replace(huggingFace, salesforce, StringComparison.Ordinal);
        return "visual_encoder." + name;
    }

    /// <summary>Momentum encoders, queues, heads of other tasks, and the constant 0, 1, 2, ….</summary>
    [GeneratedRegex(@"^((visual_encoder|text_encoder|vision_proj|text_proj)_m\..*|(image|text|idx|ptr)_queue|queue_ptr|temp|itm_head\..*|text_decoder\..*|text_encoder\.embeddings\.position_ids)$")]
    private static partial Regex NotNeeded();
}
