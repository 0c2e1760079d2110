using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Models;

public class PositionEmbeddingTests : ModelTest
{
    [Theory]
    [InlineData(4, 7)]
    [InlineData(7, 3)]
    [InlineData(1, 5)]
    [InlineData(24, 14)]
    public void The_grid_is_resized_as_torch_resizes_bicubically(int from, int to)
    {
        const int width = 5;
        manual_seed(from);
        var embedding = randn(1, 1 + from * from, width);

        var resized = PositionEmbedding.Resize(embedding, 1 + to * to);

        Assert.Equal(0, Distance(resized.narrow(1, 0, 1), embedding.narrow(1, 0, 1)));
        float[] values = embedding.data<float>().ToArray();
        var expected = new double[to, to, width];
        for (int y = 0; y < to; y++)
            for (int x = 0; x < to; x++)
                for (int c = 0; c < width; c++)
                    expected[y, x, c] = Bicubic(Source(y), Source(x), c);
        Assert.True(Distance(resized.narrow(1, 1, to * to), from_array(expected).view(1, to * to, width)) < 1e-4);

        double Source(int i) => ((i + 0.5) * from / to) - 0.5;

        double Bicubic(double y, double x, int c)
        {
            double sum = 0;
            for (int row = (int)Math.Floor(y) - 1; row <= Math.Floor(y) + 2; row++)
                for (int column = (int)Math.Floor(x) - 1; column <= Math.Floor(x) + 2; column++)
                    sum += Kernel(y - row) * Kernel(x - column) * values[(1 + Math.Clamp(row, 0, from - 1) * from + Math.Clamp(column, 0, from - 1)) * width + c];
            return sum;
        }
    }

    [Theory]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(1)]
    [InlineData(0)]
    public void Sequences_that_are_the_right_length_or_no_square_are_left_alone(long tokens)
    {
        var embedding = randn(1, tokens, 4);

        Assert.Same(embedding, PositionEmbedding.Resize(embedding, 17));
    }

    /// <summary>Keys' cubic convolution kernel with a = −0.75, as torch's.</summary>
    private static double Kernel(double x)
    {
        const double a = -0.75;
        x = Math.Abs(x);
        return x <= 1 ? (((a + 2) * x - (a + 3)) * x * x) + 1 : x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }
}
