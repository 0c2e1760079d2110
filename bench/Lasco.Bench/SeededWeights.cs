using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Bench;

/// <summary>
/// Weights that depend on their names and shapes alone, so that both sides, which share libtorch's random numbers, compute
/// the same: normal × 0.02, and 1 where a norm scales.
/// </summary>
internal static class SeededWeights
{
    public static T Fill<T>(T module)
        where T : nn.Module
    {
        using var noGradient = no_grad();
        manual_seed(0);
        foreach (var (name, weight) in module.named_parameters().OrderBy(pair => pair.name, StringComparer.Ordinal))
        {
            using var scope = NewDisposeScope();
            if (weight.ndim == 1 && name.EndsWith(".weight", StringComparison.Ordinal))
                weight.fill_(1);
            else
                weight.copy_(randn(weight.shape) * 0.02);
        }

        return module;
    }
}
