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
        var tensors = new Dictionary<string, Tensor>();
        foreach (var (name, tensor) in Checkpoint.Load(path))
        {
            if (!tensors.TryAdd(SalesforceName(name), tensor))
                throw new InputException(path, $"holds {SalesforceName(name)} twice, under Salesforce's name and under Hugging Face's");
        }

        return tensors;
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
        const string positions = "visual_encoder.pos_embed", words = "text_encoder.embeddings.word_embeddings.weight";
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var weights = model.state_dict();
        var fitted = tensors
            .Where(pair => weights.ContainsKey(pair.Key) || !NotNeeded().IsMatch(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        if (fitted.TryGetValue(positions, out var grid) && grid.ndim == 3)
            fitted[positions] = PositionEmbedding.Resize(grid, weights[positions].shape[1]);
        if (model is Case && fitted.TryGetValue(words, out var rows) && rows.ndim == 2 && rows.shape[0] == weights[words].shape[0] - 1)
            fitted[words] = WithRev(rows, weights[words]);
        StateDict.Load(model, fitted, file);
    }

    private static Tensor WithRev(Tensor rows, Tensor initial) =>
        rows.shape[1] == initial.shape[1] ? cat([rows.to_type(initial.dtype), initial.narrow(0, rows.shape[0], 1)]) : rows;

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
