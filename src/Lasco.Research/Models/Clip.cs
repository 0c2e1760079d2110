using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

// B images or texts, L text tokens, C text width, E embedding dimension.

/// <summary>
/// OpenAI's CLIP (Radford et al. 2021): an image tower (ViT or ResNet) and a causal text tower that meet in one space.
/// Field names are the checkpoint's keys (<c>clip/model.py</c>).
/// </summary>
public sealed class Clip : Module
{
    private const double InitialTemperature = 0.07;

    public readonly Module<Tensor, Tensor> visual;
    public readonly ClipTransformer transformer;
    public readonly Embedding token_embedding;
    public readonly Parameter positional_embedding;
    public readonly LayerNorm ln_final;
    public readonly Parameter text_projection;
    public readonly Parameter logit_scale;

    public Clip(ClipConfig config)
        : base(nameof(Clip))
    {
        Config = config;
        visual = config.IsResNet ? new ClipResNet(config) : new ClipVisionTransformer(config);
        transformer = new ClipTransformer(config.TransformerWidth, config.TransformerLayers, config.TransformerHeads, causal: true);
        token_embedding = Embedding(config.VocabSize, config.TransformerWidth);
        positional_embedding = Parameter(empty(config.ContextLength, config.TransformerWidth));
        ln_final = LayerNorm(config.TransformerWidth);
        text_projection = Parameter(empty(config.TransformerWidth, config.EmbedDim));
        logit_scale = Parameter(tensor((float)Math.Log(1 / InitialTemperature)));
        RegisterComponents();
        init.normal_(token_embedding.weight!, std: 0.02);
        init.normal_(positional_embedding, std: 0.01);
        init.normal_(text_projection, std: 1 / Math.Sqrt(config.TransformerWidth));
    }

    /// <summary>The model's sizes.</summary>
    public ClipConfig Config { get; }

    /// <summary>Images in the shared space, not normalised.</summary>
    /// <param name="pixels">[B, 3, image resolution, image resolution], normalised by CLIP's mean and deviation.</param>
    /// <returns>[B, E].</returns>
    public Tensor ImageFeatures(Tensor pixels) => visual.call(pixels);

    /// <summary>
    /// Texts in the shared space, not normalised: the output at the end-of-text token, which is the largest id. No token
    /// sees those after it, so what follows the batch's last end of text is not computed.
    /// </summary>
    /// <param name="inputIds">[B, L] integers, L at most the context length.</param>
    /// <returns>[B, E].</returns>
    public Tensor TextFeatures(Tensor inputIds)
    {
        using var scope = NewDisposeScope();
        var end = inputIds.argmax(1); // [B]
        long length = end.max().item<long>() + 1;
        var x = token_embedding.call(inputIds.narrow(1, 0, length)) + positional_embedding.narrow(0, 0, length); // [B, length, C]
        x = transformer.call(x);
        var pooled = x.gather(1, end.view(-1, 1, 1).expand(-1, 1, x.shape[2])).squeeze(1); // [B, C]
        return ln_final.call(pooled).matmul(text_projection).MoveToOuterDisposeScope();
    }

    /// <summary>exp(logit scale) · cosine of each image with each text.</summary>
    /// <param name="imageFeatures">[images, E].</param>
    /// <param name="textFeatures">[texts, E].</param>
    /// <returns>[images, texts].</returns>
    public Tensor LogitsPerImage(Tensor imageFeatures, Tensor textFeatures)
    {
        using var scope = NewDisposeScope();
        return (logit_scale.exp() * functional.normalize(imageFeatures).matmul(functional.normalize(textFeatures).t())).MoveToOuterDisposeScope();
    }
}
