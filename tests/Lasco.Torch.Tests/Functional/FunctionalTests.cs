using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Lasco.Torch.Tests.Functional;

public class FunctionalTests
{
    /// <summary>Pillow's and PyTorch's filter: weights of the triangle or of the cubic (a = -0.5), stretched when making smaller.</summary>
    private static double[] ResizeNaively(double[] line, int size, bool cubic)
    {
        double Filter(double x)
        {
            x = Math.Abs(x);
            if (!cubic) return Math.Max(0, 1 - x);
            const double a = -0.5;
            return x < 1 ? ((a + 2) * x - (a + 3)) * x * x + 1 : x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
        }
        var scale = (double)line.Length / size;
        var stretch = Math.Max(1, scale);
        var support = (cubic ? 2 : 1) * stretch;
        return [.. Enumerable.Range(0, size).Select(i =>
        {
            var centre = scale * (i + 0.5);
            var first = Math.Max(0, (int)(centre - support + 0.5));
            var last = Math.Min(line.Length, (int)(centre + support + 0.5));
            var weights = Enumerable.Range(first, last - first).Select(j => Filter((j - centre + 0.5) / stretch)).ToArray();
            return weights.Select((weight, j) => weight * line[first + j]).Sum() / weights.Sum();
        })];
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(31, true)]
    [InlineData(6, false)]
    public void Antialiased_resizing_uses_all_pixels(int size, bool cubic)
    {
        using var scope = NewDisposeScope();
        var line = Enumerable.Range(0, 16).Select(i => Math.Sin(i * i)).ToArray();
        var image = tensor(line).reshape(1, 1, 1, 16);
        var mode = cubic ? InterpolationMode.Bicubic : InterpolationMode.Bilinear;
        var resized = F.interpolate(image, [1, size], mode: mode, antialias: true);
        Same.Close(tensor(ResizeNaively(line, size, cubic)), resized.flatten(), 1e-9);
    }

    [Fact]
    public void Contradictory_resizing_is_refused()
    {
        using var scope = NewDisposeScope();
        var image = zeros(1, 3, 4, 4);
        Assert.Throws<ArgumentException>(() => F.interpolate(image));
        Assert.Throws<ArgumentException>(() => F.interpolate(image, [2], [0.5]));
        Assert.Throws<ArgumentException>(() => F.interpolate(image, [2, 2, 2]));
        Assert.Throws<ArgumentException>(() => F.interpolate(image, [2], align_corners: true));
        Assert.ThrowsAny<Exception>(() => F.interpolate(image, [2], mode: InterpolationMode.Nearest, antialias: true));
        Assert.Equal([1, 3, 6, 6], F.interpolate(image, scale_factor: [1.5]).shape);
        Assert.Equal([1, 3, 2, 8], F.interpolate(image, [2, 8], mode: InterpolationMode.Bicubic).shape);
    }

    [Fact]
    public void Losses_by_their_formulas()
    {
        using var scope = NewDisposeScope();
        var logits = randn(5, 4);
        var target = tensor(new long[] { 3, 0, 1, -100, 2 });
        var picked = logits.log_softmax(1).gather(1, target.clamp(min: 0).unsqueeze(1)).squeeze(1);
        Same.Close(-(picked.sum() - picked[3]) / 4, F.cross_entropy(logits, target));
        var probability = logits.sigmoid();
        var truth = rand(5, 4);
        Same.Close(
            -(truth * probability.log() + (1 - truth) * (1 - probability).log()).mean(),
            F.binary_cross_entropy_with_logits(logits, truth));
        Same.Close((logits - truth).square(), F.mse_loss(logits, truth, nn.Reduction.None));
    }

    [Fact]
    public void Normalizations_by_their_formulas()
    {
        using var scope = NewDisposeScope();
        var x = randn(6, 3, 2, 2);
        var mean = x.mean([0L, 2, 3], keepdim: true);
        var variance = x.var([0L, 2, 3], unbiased: false, keepdim: true);
        var (running_mean, running_var) = (zeros(3), ones(3));
        Same.Close((x - mean) / (variance + 1e-5).sqrt(), F.batch_norm(x, running_mean, running_var, training: true));
        Same.Close(mean.flatten() * 0.1, running_mean);
        var rows = randn(4, 5);
        Same.Close((rows - rows.mean([1L], true)) / (rows.var(1, false, true) + 1e-5).sqrt(), F.layer_norm(rows, [5]));
        Same.Close(rows / rows.norm(1, true), F.normalize(rows));
    }

    [Fact]
    public void One_hot_rows()
    {
        Same.Values([0L, 1, 0, 1, 0, 0], F.one_hot(tensor(new long[] { 1, 0 }), 3));
        Assert.Throws<ArgumentException>(() => F.one_hot(tensor(new[] { 1f })));
    }

    [Fact]
    public void Dropout_only_in_training()
    {
        var x = ones(1000);
        Assert.True(F.dropout(x, 0.5, training: false).Equals(x));
        var dropped = F.dropout(x, 0.5);
        Assert.Equal([0f, 2f], dropped.unique().output.data<float>().ToArray());
    }

    [Fact]
    public void Pools()
    {
        var x = arange(16, dtype: float32).reshape(1, 1, 4, 4);
        Same.Values([2.5f, 4.5f, 10.5f, 12.5f], F.avg_pool2d(x, 2));
        Same.Values([5f, 7, 13, 15], F.max_pool2d(x, (2, 2)));
        Same.Values([7.5f], F.adaptive_avg_pool2d(x, 1));
    }

    [Fact]
    public void Padding()
    {
        var x = arange(3, dtype: float32).reshape(1, 3);
        Same.Values([9f, 0, 1, 2, 9, 9], F.pad(x, (1, 2), value: 9));
        Same.Values([1f, 0, 1, 2], F.pad(x, (1, 0), PaddingModes.Reflect));
    }
}
