using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Bench;

/// <summary>BLIP's image encoder, ViT-B/16 at 384 px, without gradients.</summary>
internal sealed class VisionForward : IWork
{
    private readonly VisionTransformer model = SeededWeights.Fill(new VisionTransformer(BlipConfig.Base));
    private readonly Tensor pixels; // [B, 3, S, S]

    public VisionForward(int batch)
    {
        model.eval();
        manual_seed(1);
        pixels = randn(batch, 3, BlipConfig.Base.ImageSize, BlipConfig.Base.ImageSize);
    }

    public double Run()
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var tokens = model.call(pixels); // [B, N, C]
        return tokens.select(1, 0).narrow(1, 0, BlipConfig.Base.VisionWidth / 2).square().mean().ToDouble();
    }

    public void Dispose()
    {
        model.Dispose();
        pixels.Dispose();
    }
}
