using Lasco.Research.Roaming.Study;

namespace Lasco.Research.Tests.Roaming.Study;

public class EstimateTests
{
    /// <summary>Newcombe (1998), table I, the score method without continuity correction.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(29, 29, 0.8830, 1.0000)]
    public void Wilsons_interval(int successes, int trials, double low, double high)
    {
        var estimate = Estimate.Proportion(successes, trials);
        Assert.Equal((double)successes / trials, estimate.Value);
        Assert.Equal(low, estimate.Low, 5e-5);
        Assert.Equal(high, estimate.High, 5e-5);
    }

    [Fact]
    public void The_bootstrap_comes_near_the_normal_interval_and_repeats_with_its_seed()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => (double)random.Next(1, 6))];
        double mean = values.Average(), error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length / values.Length);
        var estimate = Estimate.Mean(values, seed: 1);
        Assert.Equal(mean, estimate.Value);
        Assert.Equal(mean - 1.96 * error, estimate.Low, 0.1 * error);
        Assert.Equal(mean + 1.96 * error, estimate.High, 0.1 * error);
        Assert.Equal(estimate, Estimate.Mean(values, seed: 1));
        Assert.NotEqual(estimate, Estimate.Mean(values, seed: 2));
    }

    [Fact]
    public void One_value_has_no_spread() => Assert.Equal(new Estimate(4, 4, 4), Estimate.Mean([4], seed: 0));
}
