using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

/// <summary>BLIP with the head that its pre-training needs: do this image and this text belong together?</summary>
public sealed class BlipForPretraining : Blip
{
    public readonly Linear itm_head;

    public BlipForPretraining(BlipConfig config)
        : base(config)
    {
        itm_head = Linear(config.TextWidth, 2);
        RegisterComponents();
    }

    /// <summary>Logits of image-text matching.</summary>
    /// <param name="imageTokens">[B, N, vision width].</param>
    /// <param name="inputIds">[B, L] int64, [ENC] first.</param>
    /// <param name="attentionMask">[B, L] int64.</param>
    /// <returns>[B, 2]: no match, match.</returns>
    public Tensor Match(Tensor imageTokens, Tensor inputIds, Tensor attentionMask)
    {
        using var scope = NewDisposeScope();
        return itm_head.call(text_encoder.Pooled(inputIds, attentionMask, imageTokens)).MoveToOuterDisposeScope();
    }
}
