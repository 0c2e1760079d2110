using static TorchSharp.torch;

namespace Lasco.Research.Models;

/// <summary>The initial weights of ViT and BERT: standard deviation 0.02, no bias.</summary>
internal static class WeightInit
{
    private const double StandardDeviation = 0.02;

    public static void TruncatedNormal(Tensor weight, Tensor? bias)
    {
        nn.init.trunc_normal_(weight, std: StandardDeviation);
        if (bias is not null)
            nn.init.zeros_(bias);
    }

    public static void Normal(Tensor weight, Tensor? bias = null)
    {
        nn.init.normal_(weight, std: StandardDeviation);
        if (bias is not null)
            nn.init.zeros_(bias);
    }
}
