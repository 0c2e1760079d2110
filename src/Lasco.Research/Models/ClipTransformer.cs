using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

// B sequences, L tokens, C width, H heads, D = C / H.

/// <summary>CLIP's transformer, the same for images and texts: pre-norm blocks.</summary>
public sealed class ClipTransformer : Module<Tensor, Tensor>
{
    public readonly ModuleList<ClipBlock> resblocks;

    public ClipTransformer(int width, int layers, int heads, bool causal)
        : base(nameof(ClipTransformer))
    {
        resblocks = ModuleList(Enumerable.Range(0, layers).Select(_ => new ClipBlock(width, heads, layers, causal)).ToArray());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        foreach (var block in resblocks)
            x = block.call(x);
        return x.MoveToOuterDisposeScope();
    }
}

/// <summary>x + attention(ln_1(x)), then x + mlp(ln_2(x)).</summary>
public sealed class ClipBlock : Module<Tensor, Tensor>
{
    public readonly ClipAttention attn;
    public readonly LayerNorm ln_1;
    public readonly ClipMlp mlp;
    public readonly LayerNorm ln_2;

    public ClipBlock(int width, int heads, int layers, bool causal)
        : base(nameof(ClipBlock))
    {
        double residualDeviation = 1 / Math.Sqrt(2.0 * width * layers);
        attn = new ClipAttention(width, heads, causal, residualDeviation);
        ln_1 = LayerNorm(width);
        mlp = new ClipMlp(width, residualDeviation);
        ln_2 = LayerNorm(width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = x + attn.call(ln_1.call(x));
        x = x + mlp.call(ln_2.call(x));
        return x.MoveToOuterDisposeScope();
    }
}

/// <summary>Multi-head self-attention with one projection for queries, keys and values (PyTorch's <c>MultiheadAttention</c>).</summary>
public sealed class ClipAttention : Module<Tensor, Tensor>
{
    public readonly Parameter in_proj_weight;
    public readonly Parameter in_proj_bias;
    public readonly Linear out_proj;
    private readonly long heads;
    private readonly bool causal;

    public ClipAttention(long width, long heads, bool causal, double residualDeviation)
        : base(nameof(ClipAttention))
    {
        this.heads = heads;
        this.causal = causal;
        in_proj_weight = Parameter(empty(3 * width, width));
        in_proj_bias = Parameter(zeros(3 * width));
        out_proj = Linear(width, width);
        RegisterComponents();
        init.normal_(in_proj_weight, std: 1 / Math.Sqrt(width));
        init.normal_(out_proj.weight, std: residualDeviation);
        init.zeros_(out_proj.bias!);
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        long batch = x.shape[0], tokens = x.shape[1], width = x.shape[2];
        var qkv = functional.linear(x, in_proj_weight, in_proj_bias)
            .view(batch, tokens, 3, heads, width / heads).permute(2, 0, 3, 1, 4).unbind(0); // 3 × [B, H, L, D]
        var context = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], is_casual: causal); // [B, H, L, D]
        return out_proj.call(context.transpose(1, 2).reshape(batch, tokens, width)).MoveToOuterDisposeScope(); // [B, L, C]
    }
}

/// <summary>C → 4 C → C with x · σ(1.702 x), CLIP's quick GELU, between.</summary>
public sealed class ClipMlp : Module<Tensor, Tensor>
{
    private const double QuickGelu = 1.702;

    public readonly Linear c_fc;
    public readonly Linear c_proj;

    public ClipMlp(long width, double residualDeviation)
        : base(nameof(ClipMlp))
    {
        c_fc = Linear(width, 4 * width);
        c_proj = Linear(4 * width, width);
        RegisterComponents();
        init.normal_(c_fc.weight, std: 1 / Math.Sqrt(2.0 * width));
        init.normal_(c_proj.weight, std: residualDeviation);
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var hidden = c_fc.call(x); // [B, L, 4 C]
        return c_proj.call(hidden * (QuickGelu * hidden).sigmoid()).MoveToOuterDisposeScope();
    }
}
