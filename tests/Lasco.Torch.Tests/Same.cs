using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests;

internal static class Same
{
    internal static void Close(Tensor expected, Tensor actual, double tolerance = 1e-5)
    {
        Assert.Equal(expected.shape, actual.shape);
        if (expected.numel() == 0) return;
        var difference = (expected.to(float64) - actual.to(float64)).abs().max().ToDouble();
        Assert.True(difference <= tolerance, $"largest difference {difference}");
    }

    internal static void Values<T>(T[] expected, Tensor actual) where T : unmanaged => Assert.Equal(expected, actual.data<T>().ToArray());
}
