using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Models;

/// <summary>
/// CASE, the Cross-Attention driven Shift Encoder (paper section 4): BLIP's encoders, trained so that the embedding of a
/// query image and a transition text is near the embedding of the target image; and, with the learned token [REV], that of
/// the target image and the text near the query image (section 4.2).
/// </summary>
public sealed class Case : Blip
{
    public Case(CaseConfig config)
        : base(config) => Config = config;

    /// <summary>The model's sizes and settings.</summary>
    public new CaseConfig Config { get; }

    /// <summary>
    /// The image tokens that a query's text attends to. The text-only variant sees a tensor of zeros instead of the image
    /// (appendix B), encoded once for the batch.
    /// </summary>
    /// <param name="imageTokens">[B, N, vision width], of the query images.</param>
    /// <returns>[B, N, vision width].</returns>
    public Tensor QueryTokens(Tensor imageTokens)
    {
        if (Config.Modalities != Modalities.TextOnly)
            return imageTokens;
        using var scope = NewDisposeScope();
        var blank = zeros([1, 3, Config.ImageSize, Config.ImageSize], device: imageTokens.device);
        return ImageTokens(blank).expand(imageTokens.shape).MoveToOuterDisposeScope();
    }
}
