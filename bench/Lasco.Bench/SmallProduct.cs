using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Bench;

/// <summary>What a call costs: the product of two 4 × 4 matrices, over and over.</summary>
internal sealed class SmallProduct : IWork
{
    public const int Calls = 1000;

    private readonly Tensor a = ones(4, 4);
    private readonly Tensor b = ones(4, 4);

    public double Run()
    {
        for (int i = 1; i < Calls; i++)
        {
            using var product = a.matmul(b);
        }

        using var last = a.matmul(b);
        return last[0, 0].ToDouble();
    }

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }
}
