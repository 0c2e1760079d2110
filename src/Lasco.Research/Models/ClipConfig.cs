using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lasco.Research.Models;

/// <summary>
/// The sizes of CLIP's two towers (Radford et al. 2021), as in a model folder's <c>config.json</c>: the arguments of
/// OpenAI's <c>CLIP</c>. A key that is not one of these is an error.
/// </summary>
public sealed record ClipConfig
{
    private const int HeadWidth = 64;
    private const int ResNetStages = 4;

    /// <summary>Dimension of the shared embedding space.</summary>
    public required int EmbedDim { get; init; }

    /// <summary>Height and width of the input, pixels.</summary>
    public required int ImageResolution { get; init; }

    /// <summary>Blocks of the image tower: one number for a ViT, one for each of the four stages of a ResNet.</summary>
    [JsonConverter(typeof(NumberOrNumbers))]
    public required IReadOnlyList<int> VisionLayers { get; init; }

    /// <summary>Width of the ViT, or of the ResNet's first stage before its expansion.</summary>
    public required int VisionWidth { get; init; }

    /// <summary>Height and width of a patch, pixels; null for a ResNet.</summary>
    public int? VisionPatchSize { get; init; }

    /// <summary>Longest token sequence.</summary>
    public required int ContextLength { get; init; }

    /// <summary>Rows of the word embedding.</summary>
    public required int VocabSize { get; init; }

    /// <summary>Width of the text tower.</summary>
    public required int TransformerWidth { get; init; }

    /// <summary>Attention heads of the text tower.</summary>
    public required int TransformerHeads { get; init; }

    /// <summary>Blocks of the text tower.</summary>
    public required int TransformerLayers { get; init; }

    /// <summary>Whether the image tower is a ResNet rather than a ViT.</summary>
    [JsonIgnore]
    public bool IsResNet => VisionLayers.Count == ResNetStages;

    /// <summary>Width of what the image tower pools: the ViT's tokens, or the ResNet's last feature map.</summary>
    [JsonIgnore]
    public int PooledWidth => IsResNet ? ClipResNet.Widening * VisionWidth : VisionWidth;

    /// <summary>Attention heads of the image tower, 64 wide.</summary>
    [JsonIgnore]
    public int VisionHeads => PooledWidth / HeadWidth;

    /// <summary>Rows and columns of the ViT's patches, or of the ResNet's last feature map.</summary>
    [JsonIgnore]
    public int Grid => ImageResolution / (VisionPatchSize ?? ClipResNet.Reduction);

    private double Weights =>
        (VisionLayers.Sum(layers => (double)layers) * 12 * VisionWidth * VisionWidth * (IsResNet ? 64 : 1))
        + (((double)Grid * Grid + EmbedDim + 4.0 * (IsResNet ? PooledWidth : 0)) * PooledWidth)
        + ((double)(VisionPatchSize ?? 0) * (VisionPatchSize ?? 0) * 3 * VisionWidth)
        + ((double)TransformerLayers * 12 * TransformerWidth * TransformerWidth)
        + ((double)(VocabSize + ContextLength + EmbedDim) * TransformerWidth);

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InputException">The file is missing, malformed, has an unknown key, lacks one, or its sizes do not fit together.</exception>
    public static ClipConfig Read(string path)
    {
        var config = ConfigFile.Read<ClipConfig>(path);
        config.Check(path);
        return config;
    }

    /// <summary>The JSON text that <see cref="Read"/> reads.</summary>
    public string ToJson() => ConfigFile.Text(this);

    private void Check(string file)
    {
        ConfigFile.CheckSizes(file,
            ("embed_dim", EmbedDim), ("image_resolution", ImageResolution), ("vision_width", VisionWidth),
            ("vision_patch_size", VisionPatchSize ?? 1), ("context_length", ContextLength), ("vocab_size", VocabSize),
            ("transformer_width", TransformerWidth), ("transformer_heads", TransformerHeads), ("transformer_layers", TransformerLayers));
        if (VisionLayers.Count is not (1 or ResNetStages))
            throw new InputException(file, $"vision_layers has {VisionLayers.Count} numbers: expected one (ViT) or {ResNetStages} (ResNet)");
        ConfigFile.CheckSizes(file, [.. VisionLayers.Select(layers => ("vision_layers", layers))]);
        if (IsResNet != VisionPatchSize is null)
            throw new InputException(file, IsResNet ? "vision_patch_size is for a ViT, but vision_layers is a ResNet's" : "a ViT needs vision_patch_size");

        ConfigFile.CheckDivides(file, "image_resolution", ImageResolution, IsResNet ? "a ResNet's reduction" : "vision_patch_size", VisionPatchSize ?? ClipResNet.Reduction);
        ConfigFile.CheckDivides(file, "transformer_width", TransformerWidth, "transformer_heads", TransformerHeads);
        if (VisionHeads == 0 || PooledWidth % VisionHeads != 0)
            throw new InputException(file, $"vision_width {VisionWidth} gives {VisionHeads} attention heads over {PooledWidth} channels");
        ConfigFile.CheckWeights(file, Weights);
    }

    /// <summary><c>12</c> or <c>[3, 4, 6, 3]</c>.</summary>
    private sealed class NumberOrNumbers : JsonConverter<IReadOnlyList<int>>
    {
        public override IReadOnlyList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartArray
                ? JsonSerializer.Deserialize<int[]>(ref reader, options)!
                : [JsonSerializer.Deserialize<int>(ref reader, options)];

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options)
        {
            if (value.Count == 1)
                writer.WriteNumberValue(value[0]);
            else
                JsonSerializer.Serialize(writer, value, options);
        }
    }
}
