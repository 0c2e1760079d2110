using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

// B images, N tokens ([CLS] and patches), C width, E embedding dimension, P patch side, G = image side / P.

/// <summary>CLIP's ViT: a norm before the blocks as well as after, no bias in the patch projection, [CLS] projected to the shared space.</summary>
public sealed class ClipVisionTransformer : Module<Tensor, Tensor>
{
    public readonly Conv2d conv1;
    public readonly Parameter class_embedding;
    public readonly Parameter positional_embedding;
    public readonly LayerNorm ln_pre;
    public readonly ClipTransformer transformer;
    public readonly LayerNorm ln_post;
    public readonly Parameter proj;

    public ClipVisionTransformer(ClipConfig config)
        : base(nameof(ClipVisionTransformer))
    {
        int width = config.VisionWidth, patch = config.VisionPatchSize!.Value;
        conv1 = Conv2d(3, width, kernel_size: patch, stride: patch, bias: false);
        class_embedding = Parameter(empty(width));
        positional_embedding = Parameter(empty(1 + config.Grid * config.Grid, width));
        ln_pre = LayerNorm(width);
        transformer = new ClipTransformer(width, config.VisionLayers[0], config.VisionHeads, causal: false);
        ln_post = LayerNorm(width);
        proj = Parameter(empty(width, config.EmbedDim));
        RegisterComponents();
        foreach (var parameter in new[] { class_embedding, positional_embedding, proj })
            init.normal_(parameter, std: 1 / Math.Sqrt(width));
    }

    /// <summary>Images in the shared space, not normalised.</summary>
    /// <param name="pixels">[B, 3, image side, image side].</param>
    /// <returns>[B, E].</returns>
    public override Tensor forward(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        var patches = PatchEmbed.Project(pixels, conv1.weight, null); // [B, G·G, C]
        var x = cat([class_embedding.expand(patches.shape[0], 1, -1), patches], 1) + positional_embedding; // [B, N, C]
        x = transformer.call(ln_pre.call(x));
        return ln_post.call(x.select(1, 0)).matmul(proj).MoveToOuterDisposeScope(); // [B, E]
    }
}
