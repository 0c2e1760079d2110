using System.Text.Json.Serialization;

namespace Lasco.Research.Models;

/// <summary>
/// The sizes of BLIP's image encoder and (image-grounded) text encoder (Li et al. 2022), as in a model folder's
/// <c>config.json</c>. A key that is not one of these is an error.
/// </summary>
public record BlipConfig
{
    /// <summary>ViT-B/16 at 384 px with BERT-base and a 256-D embedding: Salesforce's <c>model_base*.pth</c>.</summary>
    public static BlipConfig Base { get; } = new()
    {
        ImageSize = 384, PatchSize = 16, VisionWidth = 768, VisionDepth = 12, VisionHeads = 12,
        TextWidth = 768, TextDepth = 12, TextHeads = 12, IntermediateSize = 3072,
        MaxPositionEmbeddings = 512, VocabSize = 30524, EmbedDim = 256,
        TextDropout = 0.1, AttentionDropout = 0.1,
    };

    /// <summary>The mini world's BLIP: about a million parameters, a training step in milliseconds.</summary>
    public static BlipConfig Mini { get; } = new()
    {
        ImageSize = 64, PatchSize = 16, VisionWidth = 96, VisionDepth = 3, VisionHeads = 4,
        TextWidth = 96, TextDepth = 3, TextHeads = 4, IntermediateSize = 384,
        MaxPositionEmbeddings = 64, VocabSize = 512, EmbedDim = 64,
    };

    /// <summary>Height and width of the input, pixels.</summary>
    public required int ImageSize { get; init; }

    /// <summary>Height and width of a patch, pixels.</summary>
    public required int PatchSize { get; init; }

    /// <summary>Width of the ViT.</summary>
    public required int VisionWidth { get; init; }

    /// <summary>Blocks of the ViT.</summary>
    public required int VisionDepth { get; init; }

    /// <summary>Attention heads of the ViT.</summary>
    public required int VisionHeads { get; init; }

    /// <summary>Width of the text encoder.</summary>
    public required int TextWidth { get; init; }

    /// <summary>Layers of the text encoder.</summary>
    public required int TextDepth { get; init; }

    /// <summary>Attention heads of the text encoder.</summary>
    public required int TextHeads { get; init; }

    /// <summary>Width of the text encoder's feed-forward layers.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>Longest token sequence.</summary>
    public required int MaxPositionEmbeddings { get; init; }

    /// <summary>Rows of the word embedding.</summary>
    public required int VocabSize { get; init; }

    /// <summary>Dimension of the shared embedding space.</summary>
    public required int EmbedDim { get; init; }

    /// <summary>Temperature of the image-text contrastive loss.</summary>
    public double Temperature { get; init; } = 0.07;

    /// <summary>ε of the ViT's layer norms.</summary>
    public double VisionLayerNormEps { get; init; } = 1e-6;

    /// <summary>ε of the text encoder's layer norms.</summary>
    public double TextLayerNormEps { get; init; } = 1e-12;

    /// <summary>Dropout after the text encoder's embeddings, attention projections and feed-forward layers.</summary>
    public double TextDropout { get; init; }

    /// <summary>Dropout of the text encoder's attention probabilities.</summary>
    public double AttentionDropout { get; init; }

    /// <summary>Number of image tokens, [CLS] among them.</summary>
    [JsonIgnore]
    public int ImageTokens => ImageSize / PatchSize * (ImageSize / PatchSize) + 1;

    private double Weights =>
        ((double)VisionDepth * 12 * VisionWidth * VisionWidth)
        + ((Math.Pow(ImageSize / PatchSize, 2) + (3.0 * PatchSize * PatchSize)) * VisionWidth)
        + ((double)TextDepth * TextWidth * (6.0 * TextWidth + 2.0 * VisionWidth + 2.0 * IntermediateSize))
        + ((double)(VocabSize + MaxPositionEmbeddings) * TextWidth)
        + ((double)EmbedDim * (VisionWidth + TextWidth));

    /// <summary>Reads a configuration.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InputException">The file is missing, malformed, has an unknown key, lacks one, or its sizes do not fit together.</exception>
    public static T Read<T>(string path)
        where T : BlipConfig
    {
        var config = ConfigFile.Read<T>(path);
        config.Check(path);
        return config;
    }

    /// <summary>The JSON text that <see cref="Read{T}"/> reads.</summary>
    public string ToJson() => ConfigFile.Text(this);

    /// <summary>The sizes of a BLIP state dict with Salesforce's names; heads are 64 wide, as in every BLIP that was released.</summary>
    /// <param name="shapes">The shape of each tensor.</param>
    /// <param name="file">The checkpoint, for messages.</param>
    /// <exception cref="InputException">A tensor that the sizes are read from is missing.</exception>
    public static BlipConfig FromShapes(IReadOnlyDictionary<string, long[]> shapes, string file)
    {
        int patch = Size("visual_encoder.patch_embed.proj.weight", 3);
        int visionWidth = Size("visual_encoder.cls_token", 2);
        int textWidth = Size("text_encoder.embeddings.word_embeddings.weight", 1);
        int grid = (int)Math.Round(Math.Sqrt(Size("visual_encoder.pos_embed", 1) - 1));
        var config = Base with
        {
            ImageSize = grid * patch,
            PatchSize = patch,
            VisionWidth = visionWidth,
            VisionDepth = Depth("visual_encoder.blocks."),
            VisionHeads = Math.Max(1, visionWidth / 64),
            TextWidth = textWidth,
            TextDepth = Depth("text_encoder.encoder.layer."),
            TextHeads = Math.Max(1, textWidth / 64),
            IntermediateSize = Size("text_encoder.encoder.layer.0.intermediate.dense.weight", 0),
            MaxPositionEmbeddings = Size("text_encoder.embeddings.position_embeddings.weight", 0),
            VocabSize = Size("text_encoder.embeddings.word_embeddings.weight", 0),
            EmbedDim = Size("text_proj.weight", 0),
        };
        config.Check(file);
        return config;

        int Size(string name, int dimension) =>
            shapes.TryGetValue(name, out var shape) && dimension < shape.Length
                ? checked((int)shape[dimension])
                : throw new InputException(file, $"no tensor {name} of {dimension + 1} or more dimensions: this is not a BLIP checkpoint");

        int Depth(string prefix) => 1 + shapes.Keys
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => int.TryParse(name[prefix.Length..].Split('.')[0], out int layer) ? layer : -1)
            .DefaultIfEmpty(-1)
            .Max();
    }

    private void Check(string file)
    {
        ConfigFile.CheckSizes(file,
            ("image_size", ImageSize), ("patch_size", PatchSize), ("vision_width", VisionWidth), ("vision_depth", VisionDepth),
            ("vision_heads", VisionHeads), ("text_width", TextWidth), ("text_depth", TextDepth), ("text_heads", TextHeads),
            ("intermediate_size", IntermediateSize), ("max_position_embeddings", MaxPositionEmbeddings),
            ("vocab_size", VocabSize), ("embed_dim", EmbedDim));
        ConfigFile.CheckDivides(file, "image_size", ImageSize, "patch_size", PatchSize);
        ConfigFile.CheckDivides(file, "vision_width", VisionWidth, "vision_heads", VisionHeads);
        ConfigFile.CheckDivides(file, "text_width", TextWidth, "text_heads", TextHeads);
        ConfigFile.CheckWeights(file, Weights);
        foreach (var (key, value) in new[] { ("temperature", Temperature), ("vision_layer_norm_eps", VisionLayerNormEps), ("text_layer_norm_eps", TextLayerNormEps) })
        {
            if (value <= 0)
                throw new InputException(file, $"{key} is {value}: expected a positive number");
        }

        foreach (var (key, value) in new[] { ("text_dropout", TextDropout), ("attention_dropout", AttentionDropout) })
        {
            if (value is < 0 or >= 1)
                throw new InputException(file, $"{key} is {value}: expected 0 or more and less than 1");
        }
    }
}
