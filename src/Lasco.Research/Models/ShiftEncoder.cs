using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

// B texts, L text tokens, N image tokens, C width, H heads, D = C / H.

/// <summary>
/// The shift encoder (paper section 4.1): BLIP's image-grounded text encoder, a BERT with post-norm layers (Devlin et al.
/// 2019) and a cross-attention to the image tokens between each layer's self-attention and its feed-forward. Without image
/// tokens it is BLIP's text encoder. Field names are the checkpoint's keys (BLIP's <c>models/med.py</c>).
/// </summary>
public sealed class ShiftEncoder : Module
{
    public readonly BertEmbeddings embeddings;
    public readonly BertEncoder encoder;

    public ShiftEncoder(BlipConfig config)
        : base(nameof(ShiftEncoder))
    {
        embeddings = new BertEmbeddings(config);
        encoder = new BertEncoder(config);
        RegisterComponents();
    }

    /// <summary>Every token's output.</summary>
    /// <param name="inputIds">[B, L] int64.</param>
    /// <param name="attentionMask">[B, L] int64, 1 at tokens and 0 at padding.</param>
    /// <param name="imageTokens">[B, N, vision width], or null to encode text alone.</param>
    /// <returns>[B, L, C].</returns>
    public Tensor Hidden(Tensor inputIds, Tensor attentionMask, Tensor? imageTokens) =>
        Encode(inputIds, attentionMask, imageTokens, firstTokenOnly: false);

    /// <summary>The first token's output: the fused query representation. The last layer computes this row alone.</summary>
    /// <param name="inputIds">[B, L] int64.</param>
    /// <param name="attentionMask">[B, L] int64, 1 at tokens and 0 at padding.</param>
    /// <param name="imageTokens">[B, N, vision width], or null to encode text alone.</param>
    /// <returns>[B, C].</returns>
    public Tensor Pooled(Tensor inputIds, Tensor attentionMask, Tensor? imageTokens)
    {
        using var scope = NewDisposeScope();
        return Encode(inputIds, attentionMask, imageTokens, firstTokenOnly: true).squeeze(1).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// What each text token attends to in the image: the softmax of paper appendix B, equation 1, by head. <see cref="Pooled"/>
    /// uses of the last layer the first token's row alone.
    /// </summary>
    /// <param name="inputIds">[B, L] int64.</param>
    /// <param name="attentionMask">[B, L] int64, 1 at tokens and 0 at padding.</param>
    /// <param name="imageTokens">[B, N, vision width].</param>
    /// <returns>For each layer [B, H, L, N], each row with the sum 1; the caller disposes of them.</returns>
    public IReadOnlyList<Tensor> CrossAttention(Tensor inputIds, Tensor attentionMask, Tensor imageTokens)
    {
        using var scope = NewDisposeScope();
        var maps = new List<Tensor>();
        Encode(inputIds, attentionMask, imageTokens, firstTokenOnly: false, maps);
        return maps.ConvertAll(map => map.MoveToOuterDisposeScope());
    }

    private Tensor Encode(Tensor inputIds, Tensor attentionMask, Tensor? imageTokens, bool firstTokenOnly, List<Tensor>? crossAttention = null)
    {
        using var scope = NewDisposeScope();
        var bias = (1 - attentionMask.to(embeddings.LayerNorm.weight!.dtype)).mul(-10000).unsqueeze(1).unsqueeze(1); // [B, 1, 1, L]
        var x = embeddings.call(inputIds);
        for (int i = 0; i < encoder.layer.Count; i++)
        {
            var queries = firstTokenOnly && i == encoder.layer.Count - 1 ? x.narrow(1, 0, 1) : x;
            if (imageTokens is not null)
                crossAttention?.Add(encoder.layer[i].CrossAttention(x, bias, imageTokens).MoveToOuterDisposeScope());
            x = encoder.layer[i].Forward(queries, x, bias, imageTokens);
        }

        return x.MoveToOuterDisposeScope();
    }
}

/// <summary>Word and position embeddings, summed and normalised.</summary>
public sealed class BertEmbeddings : Module<Tensor, Tensor>
{
    public readonly Embedding word_embeddings;
    public readonly Embedding position_embeddings;
    public readonly LayerNorm LayerNorm;
    private readonly double dropout;

    public BertEmbeddings(BlipConfig config)
        : base(nameof(BertEmbeddings))
    {
        word_embeddings = Embedding(config.VocabSize, config.TextWidth);
        position_embeddings = Embedding(config.MaxPositionEmbeddings, config.TextWidth);
        LayerNorm = nn.LayerNorm(config.TextWidth, config.TextLayerNormEps);
        dropout = config.TextDropout;
        RegisterComponents();
        WeightInit.Normal(word_embeddings.weight!);
        WeightInit.Normal(position_embeddings.weight!);
    }

    public override Tensor forward(Tensor inputIds)
    {
        using var scope = NewDisposeScope();
        var positions = position_embeddings.weight!.narrow(0, 0, inputIds.shape[1]); // [L, C]
        var x = LayerNorm.call(word_embeddings.call(inputIds) + positions); // [B, L, C]
        return functional.dropout(x, dropout, training).MoveToOuterDisposeScope();
    }
}

/// <summary>The layers, under the checkpoint's key <c>layer</c>.</summary>
public sealed class BertEncoder : Module
{
    public readonly ModuleList<BertLayer> layer;

    public BertEncoder(BlipConfig config)
        : base(nameof(BertEncoder))
    {
        layer = ModuleList(Enumerable.Range(0, config.TextDepth).Select(_ => new BertLayer(config)).ToArray());
        RegisterComponents();
    }
}

/// <summary>Self-attention, cross-attention to the image tokens (paper appendix B, equation 1), feed-forward.</summary>
public sealed class BertLayer : Module
{
    public readonly BertAttention attention;
    public readonly BertAttention crossattention;
    public readonly BertIntermediate intermediate;
    public readonly BertOutput output;

    public BertLayer(BlipConfig config)
        : base(nameof(BertLayer))
    {
        attention = new BertAttention(config, config.TextWidth);
        crossattention = new BertAttention(config, config.VisionWidth);
        intermediate = new BertIntermediate(config);
        output = new BertOutput(config, config.IntermediateSize);
        RegisterComponents();
    }

    /// <summary>The outputs of the tokens in <paramref name="queries"/>.</summary>
    /// <param name="queries">[B, Q, C]: the tokens to compute, all of <paramref name="x"/> or some.</param>
    /// <param name="x">[B, L, C]: the tokens that they attend to.</param>
    /// <param name="bias">[B, 1, 1, L], added to the self-attention scores.</param>
    /// <param name="imageTokens">[B, N, vision width], or null to leave the cross-attention out.</param>
    /// <returns>[B, Q, C].</returns>
    public Tensor Forward(Tensor queries, Tensor x, Tensor bias, Tensor? imageTokens)
    {
        using var scope = NewDisposeScope();
        var y = attention.Forward(queries, x, bias);
        if (imageTokens is not null)
            y = crossattention.Forward(y, imageTokens, null);
        return output.Forward(intermediate.call(y), y).MoveToOuterDisposeScope();
    }

    /// <summary>The weights with which the cross-attention of <see cref="Forward"/> sums the image's values.</summary>
    /// <param name="x">[B, L, C].</param>
    /// <param name="bias">[B, 1, 1, L], added to the self-attention scores.</param>
    /// <param name="imageTokens">[B, N, vision width].</param>
    /// <returns>[B, H, L, N].</returns>
    public Tensor CrossAttention(Tensor x, Tensor bias, Tensor imageTokens)
    {
        using var scope = NewDisposeScope();
        return crossattention.self.Weights(attention.Forward(x, x, bias), imageTokens, null).MoveToOuterDisposeScope();
    }
}

/// <summary>Multi-head attention, its output projection, the residual and the norm.</summary>
public sealed class BertAttention : Module
{
    public readonly BertSelfAttention self;
    public readonly BertOutput output;

    public BertAttention(BlipConfig config, long contextWidth)
        : base(nameof(BertAttention))
    {
        self = new BertSelfAttention(config, contextWidth);
        output = new BertOutput(config, config.TextWidth);
        RegisterComponents();
    }

    /// <summary>norm(x + projection(attention of x to the context)).</summary>
    /// <param name="x">[B, Q, C].</param>
    /// <param name="context">[B, K, context width]: x itself, or the image tokens.</param>
    /// <param name="bias">Added to the scores, broadcast to [B, H, Q, K], or null.</param>
    /// <returns>[B, Q, C].</returns>
    public Tensor Forward(Tensor x, Tensor context, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        return output.Forward(self.Forward(x, context, bias), x).MoveToOuterDisposeScope();
    }
}

/// <summary>softmax(Q Kᵀ / √D + bias) V with separate projections; keys and values come from the context.</summary>
public sealed class BertSelfAttention : Module
{
    public readonly Linear query;
    public readonly Linear key;
    public readonly Linear value;
    private readonly long heads;
    private readonly double dropout;

    public BertSelfAttention(BlipConfig config, long contextWidth)
        : base(nameof(BertSelfAttention))
    {
        heads = config.TextHeads;
        dropout = config.AttentionDropout;
        query = Linear(config.TextWidth, config.TextWidth);
        key = Linear(contextWidth, config.TextWidth);
        value = Linear(contextWidth, config.TextWidth);
        RegisterComponents();
        foreach (var linear in new[] { query, key, value })
            WeightInit.Normal(linear.weight, linear.bias);
    }

    /// <summary>The attended values.</summary>
    /// <param name="x">[B, Q, C].</param>
    /// <param name="context">[B, K, context width].</param>
    /// <param name="bias">Added to the scores, broadcast to [B, H, Q, K], or null.</param>
    /// <returns>[B, Q, C].</returns>
    public Tensor Forward(Tensor x, Tensor context, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        var attended = functional.scaled_dot_product_attention(
            Heads(query.call(x)), Heads(key.call(context)), Heads(value.call(context)), // [B, H, Q or K, D]
            attn_mask: bias, p: training ? dropout : 0);
        return attended.transpose(1, 2).reshape(x.shape).MoveToOuterDisposeScope(); // [B, Q, C]
    }

    /// <summary>softmax(Q Kᵀ / √D + bias): the weights of the values in <see cref="Forward"/>, without dropout.</summary>
    /// <param name="x">[B, Q, C].</param>
    /// <param name="context">[B, K, context width].</param>
    /// <param name="bias">Added to the scores, broadcast to [B, H, Q, K], or null.</param>
    /// <returns>[B, H, Q, K], each row with the sum 1.</returns>
    public Tensor Weights(Tensor x, Tensor context, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        Tensor q = Heads(query.call(x)), k = Heads(key.call(context)); // [B, H, Q or K, D]
        var scores = q.matmul(k.transpose(2, 3)) / Math.Sqrt(q.shape[3]); // [B, H, Q, K]
        return (bias is null ? scores : scores + bias).softmax(-1).MoveToOuterDisposeScope();
    }

    private Tensor Heads(Tensor t) => t.view(t.shape[0], t.shape[1], heads, t.shape[2] / heads).transpose(1, 2);
}

/// <summary>C → intermediate size with GELU (erf).</summary>
public sealed class BertIntermediate : Module<Tensor, Tensor>
{
    public readonly Linear dense;

    public BertIntermediate(BlipConfig config)
        : base(nameof(BertIntermediate))
    {
        dense = Linear(config.TextWidth, config.IntermediateSize);
        RegisterComponents();
        WeightInit.Normal(dense.weight, dense.bias);
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return functional.gelu(dense.call(x)).MoveToOuterDisposeScope();
    }
}

/// <summary>Projection to C, dropout, residual, norm.</summary>
public sealed class BertOutput : Module
{
    public readonly Linear dense;
    public readonly LayerNorm LayerNorm;
    private readonly double dropout;

    public BertOutput(BlipConfig config, long inputWidth)
        : base(nameof(BertOutput))
    {
        dropout = config.TextDropout;
        dense = Linear(inputWidth, config.TextWidth);
        LayerNorm = nn.LayerNorm(config.TextWidth, config.TextLayerNormEps);
        RegisterComponents();
        WeightInit.Normal(dense.weight, dense.bias);
    }

    /// <summary>norm(residual + dropout(dense(x))).</summary>
    /// <param name="x">[B, Q, input width].</param>
    /// <param name="residual">[B, Q, C].</param>
    /// <returns>[B, Q, C].</returns>
    public Tensor Forward(Tensor x, Tensor residual)
    {
        using var scope = NewDisposeScope();
        return LayerNorm.call(functional.dropout(dense.call(x), dropout, training) + residual).MoveToOuterDisposeScope();
    }
}
