using System.Text.Json;
using Lasco.Research.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Losses;

public class RecallAtKSurrogateTests
{
    private const double Tolerance = 1e-6;

    private static readonly JsonElement[] Cases = JsonDocument
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "losses", "recall_at_k_surrogate.json")))
        .RootElement.EnumerateArray().ToArray();

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Loss_and_gradients_are_those_of_the_formula(int index)
    {
        using var scope = NewDisposeScope();
        var expected = Cases[index];
        var loss = new RecallAtKSurrogate
        {
            Ks = [.. expected.GetProperty("k").EnumerateArray().Select(k => k.GetInt32())],
            RankTemperature = expected.GetProperty("rank_temperature").GetDouble(),
            RecallTemperature = expected.GetProperty("recall_temperature").GetDouble(),
        };
        var queries = Matrix(expected.GetProperty("queries")).requires_grad_();
        var targets = Matrix(expected.GetProperty("targets")).requires_grad_();

        var value = loss.Loss(queries, targets);
        value.backward();

        Assert.Equal(expected.GetProperty("loss").GetDouble(), value.item<double>(), Tolerance);
        AssertClose(Matrix(expected.GetProperty("grad_queries")), queries.grad!);
        AssertClose(Matrix(expected.GetProperty("grad_targets")), targets.grad!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(33)]
    public void Loss_is_that_of_a_loop(int batch)
    {
        using var scope = NewDisposeScope();
        manual_seed(batch);
        var queries = nn.functional.normalize(randn(batch, 8, ScalarType.Float64));
        var targets = nn.functional.normalize(randn(batch, 8, ScalarType.Float64));
        var surrogate = new RecallAtKSurrogate();
        double[] scores = [.. queries.matmul(targets.t()).contiguous().data<double>()];

        double recall = 0;
        for (int i = 0; i < batch; i++)
        {
            double rank = 1;
            for (int z = 0; z < batch; z++)
            {
                if (z != i)
                    rank += Sigmoid((scores[i * batch + z] - scores[i * batch + i]) / surrogate.RankTemperature);
            }

            recall += surrogate.Ks.Average(k => Sigmoid((k - rank) / surrogate.RecallTemperature)) / batch;
        }

        Assert.Equal(1 - recall, surrogate.Loss(queries, targets).item<double>(), 1e-12);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-Math.Clamp(x, -50, 50)));

    private static Tensor Matrix(JsonElement rows)
    {
        double[][] values = [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetDouble()).ToArray())];
        return tensor(values.SelectMany(row => row).ToArray()).view(values.Length, values[0].Length);
    }

    private static void AssertClose(Tensor expected, Tensor actual) =>
        Assert.True((expected - actual).abs().max().item<double>() <= Tolerance);
}
