using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

/// <summary>
/// BLIP's encoders (Li et al. 2022): the image encoder, the text encoder that cross-attends to it, and a projection of each
/// to the shared space. Field names are the checkpoint's keys (BLIP's <c>models/blip_retrieval.py</c>).
/// </summary>
public class Blip : Module
{
    public readonly VisionTransformer visual_encoder;
    public readonly ShiftEncoder text_encoder;
    public readonly Linear vision_proj;
    public readonly Linear text_proj;

    public Blip(BlipConfig config)
        : base(nameof(Blip))
    {
        Config = config;
        visual_encoder = new VisionTransformer(config);
        text_encoder = new ShiftEncoder(config);
        vision_proj = Linear(config.VisionWidth, config.EmbedDim);
        text_proj = Linear(config.TextWidth, config.EmbedDim);
        RegisterComponents();
    }

    /// <summary>The model's sizes.</summary>
    public BlipConfig Config { get; }

    /// <summary>The image tokens.</summary>
    /// <param name="pixels">[B, 3, image size, image size], normalised.</param>
    /// <returns>[B, N, vision width], [CLS] first.</returns>
    public Tensor ImageTokens(Tensor pixels) => visual_encoder.call(pixels);

    /// <summary>The image's point in the shared space: [CLS] → vision_proj → L2 norm.</summary>
    /// <param name="imageTokens">[B, N, vision width].</param>
    /// <returns>[B, embedding dimension].</returns>
    public Tensor ImageEmbedding(Tensor imageTokens)
    {
        using var scope = NewDisposeScope();
        return functional.normalize(vision_proj.call(imageTokens.select(1, 0))).MoveToOuterDisposeScope();
    }

    /// <summary>A text's point in the shared space, the text alone.</summary>
    /// <param name="inputIds">[B, L] int64.</param>
    /// <param name="attentionMask">[B, L] int64.</param>
    /// <returns>[B, embedding dimension].</returns>
    public Tensor TextEmbedding(Tensor inputIds, Tensor attentionMask) => Embed(inputIds, attentionMask, null);

    /// <summary>A composed query's point in the shared space: fused first token → text_proj → L2 norm (paper section 4.1).</summary>
    /// <param name="imageTokens">[B, N, vision width].</param>
    /// <param name="inputIds">[B, L] int64.</param>
    /// <param name="attentionMask">[B, L] int64.</param>
    /// <returns>[B, embedding dimension].</returns>
    public Tensor QueryEmbedding(Tensor imageTokens, Tensor inputIds, Tensor attentionMask) => Embed(inputIds, attentionMask, imageTokens);

    private Tensor Embed(Tensor inputIds, Tensor attentionMask, Tensor? imageTokens)
    {
        using var scope = NewDisposeScope();
        return functional.normalize(text_proj.call(text_encoder.Pooled(inputIds, attentionMask, imageTokens))).MoveToOuterDisposeScope();
    }
}
