using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

// B images, N tokens ([CLS] and patches), C width, H heads, D = C / H, P patch side, G = image side / P.

/// <summary>
/// BLIP's image encoder: ViT (Dosovitskiy et al. 2021) with pre-norm blocks, a fused qkv projection with bias, GELU (erf)
/// and learned position embeddings. Field names are the checkpoint's keys (BLIP's <c>models/vit.py</c>).
/// </summary>
public sealed class VisionTransformer : Module<Tensor, Tensor>
{
    public readonly Parameter cls_token;
    public readonly Parameter pos_embed;
    public readonly PatchEmbed patch_embed;
    public readonly ModuleList<VisionBlock> blocks;
    public readonly LayerNorm norm;

    public VisionTransformer(BlipConfig config)
        : base(nameof(VisionTransformer))
    {
        cls_token = Parameter(zeros(1, 1, config.VisionWidth));
        pos_embed = Parameter(zeros(1, config.ImageTokens, config.VisionWidth));
        patch_embed = new PatchEmbed(config.PatchSize, config.VisionWidth);
        blocks = ModuleList(Enumerable.Range(0, config.VisionDepth).Select(_ => new VisionBlock(config)).ToArray());
        norm = LayerNorm(config.VisionWidth, config.VisionLayerNormEps);
        RegisterComponents();
        init.trunc_normal_(cls_token, std: 0.02);
        init.trunc_normal_(pos_embed, std: 0.02);
    }

    /// <summary>The image tokens.</summary>
    /// <param name="pixels">[B, 3, image size, image size], normalised.</param>
    /// <returns>[B, N, C], [CLS] first.</returns>
    public override Tensor forward(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        var patches = patch_embed.call(pixels); // [B, G·G, C]
        var x = cat([cls_token.expand(patches.shape[0], -1, -1), patches], 1) + pos_embed; // [B, N, C]
        foreach (var block in blocks)
            x = block.call(x);
        return norm.call(x).MoveToOuterDisposeScope();
    }
}

/// <summary>Cuts an image into P × P patches and projects each to C: a convolution with stride P, computed as one matrix product.</summary>
public sealed class PatchEmbed : Module<Tensor, Tensor>
{
    public readonly Conv2d proj;

    public PatchEmbed(long patchSize, long width)
        : base(nameof(PatchEmbed))
    {
        proj = Conv2d(3, width, kernel_size: patchSize, stride: patchSize);
        RegisterComponents();
        WeightInit.TruncatedNormal(proj.weight, proj.bias);
    }

    public override Tensor forward(Tensor pixels) => Project(pixels, proj.weight, proj.bias);

    /// <summary>A convolution whose stride is its kernel's side.</summary>
    /// <param name="pixels">[B, 3, G·P, G·P].</param>
    /// <param name="weight">[C, 3, P, P].</param>
    /// <param name="bias">[C], or null.</param>
    /// <returns>[B, G·G, C].</returns>
    internal static Tensor Project(Tensor pixels, Tensor weight, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        long side = weight.shape[2], batch = pixels.shape[0], rows = pixels.shape[2] / side, columns = pixels.shape[3] / side;
        var patches = pixels.reshape(batch, 3, rows, side, columns, side) // [B, 3, G, P, G, P]
            .permute(0, 2, 4, 1, 3, 5)
            .reshape(batch, rows * columns, 3 * side * side); // [B, G·G, 3·P·P]
        return functional.linear(patches, weight.flatten(1), bias).MoveToOuterDisposeScope(); // [B, G·G, C]
    }
}

/// <summary>x + attention(norm1(x)), then x + mlp(norm2(x)).</summary>
public sealed class VisionBlock : Module<Tensor, Tensor>
{
    public readonly LayerNorm norm1;
    public readonly VisionAttention attn;
    public readonly LayerNorm norm2;
    public readonly Mlp mlp;

    public VisionBlock(BlipConfig config)
        : base(nameof(VisionBlock))
    {
        norm1 = LayerNorm(config.VisionWidth, config.VisionLayerNormEps);
        attn = new VisionAttention(config.VisionWidth, config.VisionHeads);
        norm2 = LayerNorm(config.VisionWidth, config.VisionLayerNormEps);
        mlp = new Mlp(config.VisionWidth);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = x + attn.call(norm1.call(x));
        x = x + mlp.call(norm2.call(x));
        return x.MoveToOuterDisposeScope();
    }
}

/// <summary>Multi-head self-attention with one projection for queries, keys and values.</summary>
public sealed class VisionAttention : Module<Tensor, Tensor>
{
    public readonly Linear qkv;
    public readonly Linear proj;
    private readonly long heads;

    public VisionAttention(long width, long heads)
        : base(nameof(VisionAttention))
    {
        this.heads = heads;
        qkv = Linear(width, 3 * width);
        proj = Linear(width, width);
        RegisterComponents();
        WeightInit.TruncatedNormal(qkv.weight, qkv.bias);
        WeightInit.TruncatedNormal(proj.weight, proj.bias);
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        long batch = x.shape[0], tokens = x.shape[1], width = x.shape[2];
        var qkvHeads = qkv.call(x).view(batch, tokens, 3, heads, width / heads).permute(2, 0, 3, 1, 4).unbind(0); // 3 × [B, H, N, D]
        var context = functional.scaled_dot_product_attention(qkvHeads[0], qkvHeads[1], qkvHeads[2]); // [B, H, N, D]
        return proj.call(context.transpose(1, 2).reshape(batch, tokens, width)).MoveToOuterDisposeScope(); // [B, N, C]
    }
}

/// <summary>C → 4 C → C with GELU (erf) between.</summary>
public sealed class Mlp : Module<Tensor, Tensor>
{
    public readonly Linear fc1;
    public readonly Linear fc2;

    public Mlp(long width)
        : base(nameof(Mlp))
    {
        fc1 = Linear(width, 4 * width);
        fc2 = Linear(4 * width, width);
        RegisterComponents();
        WeightInit.TruncatedNormal(fc1.weight, fc1.bias);
        WeightInit.TruncatedNormal(fc2.weight, fc2.bias);
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return fc2.call(functional.gelu(fc1.call(x))).MoveToOuterDisposeScope();
    }
}
