using Lasco.Research.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Losses;

public class ContrastiveLossTests
{
    [Theory]
    [InlineData(1, false, 0.07)]
    [InlineData(7, false, 0.07)]
    [InlineData(7, true, 0.07)]
    [InlineData(12, true, 0.01)]
    public void Loss_and_gradients_are_those_of_a_loop(int batch, bool symmetric, double temperature)
    {
        const int width = 5;
        using var scope = NewDisposeScope();
        manual_seed(batch);
        var queries = nn.functional.normalize(randn(batch, width, ScalarType.Float64)).requires_grad_();
        var targets = nn.functional.normalize(randn(batch, width, ScalarType.Float64)).requires_grad_();
        var loss = new ContrastiveLoss { Temperature = temperature, Symmetric = symmetric };

        var value = loss.Loss(queries, targets);
        value.backward();

        double[] q = [.. queries.detach().data<double>()], t = [.. targets.detach().data<double>()];
        var (expected, queryGradient, targetGradient) = Directed(q, t, batch, width, temperature);
        if (symmetric)
        {
            var (reverse, reverseTarget, reverseQuery) = Directed(t, q, batch, width, temperature);
            expected = (expected + reverse) / 2;
            queryGradient = [.. queryGradient.Zip(reverseQuery, (a, b) => (a + b) / 2)];
            targetGradient = [.. targetGradient.Zip(reverseTarget, (a, b) => (a + b) / 2)];
        }

        Assert.Equal(expected, value.item<double>(), 1e-9);
        AssertClose(queryGradient, queries.grad!);
        AssertClose(targetGradient, targets.grad!);
    }

    /// <summary>−log softmax of each query's own target, its mean and its gradients, one entry at a time.</summary>
    private static (double Loss, double[] Queries, double[] Targets) Directed(double[] q, double[] t, int batch, int width, double temperature)
    {
        double loss = 0;
        var (queryGradient, targetGradient) = (new double[q.Length], new double[t.Length]);
        for (int i = 0; i < batch; i++)
        {
            double[] logits = [.. Enumerable.Range(0, batch).Select(j => Enumerable.Range(0, width).Sum(d => q[i * width + d] * t[j * width + d]) / temperature)];
            double sum = logits.Sum(logit => Math.Exp(logit - logits.Max()));
            for (int j = 0; j < batch; j++)
            {
                double probability = Math.Exp(logits[j] - logits.Max()) / sum;
                if (j == i)
                    loss -= Math.Log(probability) / batch;
                double gradient = (probability - (j == i ? 1 : 0)) / (batch * temperature);
                for (int d = 0; d < width; d++)
                {
                    queryGradient[i * width + d] += gradient * t[j * width + d];
                    targetGradient[j * width + d] += gradient * q[i * width + d];
                }
            }
        }

        return (loss, queryGradient, targetGradient);
    }

    private static void AssertClose(double[] expected, Tensor actual)
    {
        double[] values = [.. actual.contiguous().data<double>()];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
            Assert.Equal(expected[i], values[i], 1e-9);
    }
}
