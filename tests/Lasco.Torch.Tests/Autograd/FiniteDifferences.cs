using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Autograd;

internal static class FiniteDifferences
{
    /// <summary>Compares the gradients of a weighted sum of f's output, in double precision, with central differences.</summary>
    internal static void Check(Func<Tensor[], Tensor> f, params Tensor[] inputs)
    {
        const double step = 1e-6;
        var leaves = inputs.Select(input => input.detach().to(float64).clone().requires_grad_()).ToArray();
        var weights = randn(f(leaves).shape, dtype: float64);
        var gradients = autograd.grad([(f(leaves) * weights).sum()], leaves);
        double Value()
        {
            using var scope = NewDisposeScope();
            using var guard = no_grad();
            return (f(leaves) * weights).sum().ToDouble();
        }
        foreach (var (leaf, gradient) in leaves.Zip(gradients))
        {
            var elements = leaf.detach().data<double>();
            var slopes = gradient.data<double>().ToArray();
            for (long i = 0; i < elements.Count; i++)
            {
                var here = elements[i];
                elements[i] = here + step;
                var above = Value();
                elements[i] = here - step;
                var below = Value();
                elements[i] = here;
                var expected = (above - below) / (2 * step);
                Assert.True(Math.Abs(expected - slopes[i]) <= 1e-6 * (1 + Math.Abs(expected)), $"element {i}: {slopes[i]}, by differences {expected}");
            }
        }
    }
}
