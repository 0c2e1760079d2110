using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Tensors;

public class OperationsTests
{
    private static readonly float[] Data = [-1.5f, -0.25f, 0.5f, 2f];

    private static Tensor X => tensor(Data);

    public static TheoryData<string, Func<Tensor, Tensor>, Func<float, double>> Unary => new()
    {
        { "abs", x => x.abs(), v => Math.Abs(v) },
        { "exp", x => x.exp(), v => Math.Exp(v) },
        { "log", x => x.abs().log(), v => Math.Log(Math.Abs(v)) },
        { "sqrt", x => x.abs().sqrt(), v => Math.Sqrt(Math.Abs(v)) },
        { "rsqrt", x => x.abs().rsqrt(), v => 1 / Math.Sqrt(Math.Abs(v)) },
        { "sigmoid", x => x.sigmoid(), v => 1 / (1 + Math.Exp(-v)) },
        { "tanh", x => x.tanh(), v => Math.Tanh(v) },
        { "relu", x => x.relu(), v => Math.Max(v, 0) },
        { "pow", x => x.pow(2), v => v * v },
        { "round", x => x.round(), v => Math.Round(v) },
        { "floor", x => x.floor(), v => Math.Floor(v) },
        { "neg", x => -x, v => -v },
        { "clamp", x => x.clamp(-1, 1), v => Math.Clamp(v, -1, 1) },
        { "clamp_min", x => x.clamp(min: 0), v => Math.Max(v, 0) },
        { "x - 2", x => x - 2, v => v - 2 },
        { "2 - x", x => 2 - x, v => 2 - v },
        { "2 / x", x => 2 / x, v => 2 / v },
        { "x / 4", x => x / 4, v => v / 4 },
        { "x % 1", x => x % 1.0, v => v - Math.Floor(v) },
        { "add alpha", x => x.add(x, 3), v => 4 * v },
        { "addcmul", x => x.addcmul(x, x, 2), v => v + 2 * v * v },
        { "addcdiv", x => x.addcdiv(ones(4), x, 2), v => v + 2 / v },
        { "lerp", x => x.lerp(zeros(4), tensor(0.25f)), v => 0.75 * v },
        { "gelu", x => nn.functional.gelu(x), v => v * 0.5 * (1 + Erf(v / Math.Sqrt(2))) },
    };

    [Theory]
    [MemberData(nameof(Unary))]
    public void Elementwise(string name, Func<Tensor, Tensor> operation, Func<float, double> expected)
    {
        using var scope = NewDisposeScope();
        var actual = operation(X).data<float>().ToArray();
        for (var i = 0; i < Data.Length; i++) Assert.True(Math.Abs(expected(Data[i]) - actual[i]) < 1e-5, $"{name}({Data[i]}) = {actual[i]}");
    }

    [Fact]
    public void In_place_variants_change_and_return_the_tensor()
    {
        using var scope = NewDisposeScope();
        var x = X;
        Assert.Same(x, x.add_(1));
        Assert.Same(x, x.mul_(2).sub_(2).div_(2));
        Same.Close(X, x, 1e-6);
        Same.Close(X.abs(), x.abs_(), 1e-6);
        Same.Values([0f, 0, 0, 0], x.zero_());
        Same.Values([1f, 0, 1, 0], x.masked_fill_(tensor(new[] { true, false, true, false }), 1));
    }

    [Fact]
    public void Comparisons_give_booleans()
    {
        using var scope = NewDisposeScope();
        Same.Values([true, true, false, false], X < 0);
        Same.Values([false, false, false, true], X >= 2);
        Same.Values([false, false, true, false], X == 0.5);
        Same.Values([true, true, false, true], X != 0.5);
        Same.Values([true, true, false, false], 0 > X);
        Assert.True(X.Equals(X));
        Assert.False(X.Equals(X + 1));
        Assert.True(X.allclose(X + 1e-9));
        Same.Values([true, false], (X < 0).logical_and(X > -1)[1..3]);
        Same.Values([false, true, false], tensor(new[] { 1f, float.NaN, float.PositiveInfinity }).isnan());
        Same.Values([true, false, false], tensor(new[] { 1f, float.NaN, float.PositiveInfinity }).isfinite());
    }

    [Fact]
    public void Reductions()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, dtype: float32).reshape(2, 3);
        Assert.Equal(15, x.sum().ToDouble());
        Same.Values([3f, 5, 7], x.sum(dim: 0));
        Same.Values([3f, 12], x.sum([1L]));
        Assert.Equal([2, 1], x.sum(1, keepdim: true).shape);
        Same.Values([1f, 4], x.mean([1L]));
        Same.Values([2f, 5], x.max(1).values);
        Same.Values([2L, 2], x.max(1).indexes);
        Same.Values([2L, 2], x.argmax(1));
        Assert.Equal(0, x.argmin().ToInt64());
        Assert.Equal(3.5, x.var().ToDouble(), 6);
        Assert.Equal(Math.Sqrt(55), x.norm().ToDouble(), 5);
        Same.Values([0f, 1, 3], x[0].cumsum(0));
        Assert.Equal(float64, x.sum(type: float64).dtype);
        Assert.True((x >= 0).all().ToBoolean());
        Assert.False((x > 0).all().ToBoolean());
        var (values, indexes) = x.topk(2);
        Same.Values([2f, 1, 5, 4], values);
        Same.Values([2L, 1, 2, 1], indexes);
        Assert.Equal(Math.Log(Math.Exp(0) + Math.Exp(1) + Math.Exp(2)), x.logsumexp(1)[0].ToDouble(), 5);
        var (unique, inverse, counts) = tensor(new long[] { 3, 1, 3 }).unique(return_counts: true);
        Same.Values([1L, 3], unique);
        Assert.Null(inverse);
        Same.Values([1L, 2], counts!);
    }

    [Fact]
    public void Shapes()
    {
        using var scope = NewDisposeScope();
        var x = arange(6).reshape(2, 3);
        Assert.Equal([3, 2], x.t().shape);
        Assert.Equal([1, 3], x.stride().Reverse().ToArray());
        Assert.False(x.t().is_contiguous());
        Assert.Equal([2, 1, 3], x.unsqueeze(1).shape);
        Assert.Equal([2, 3], x.unsqueeze(1).squeeze(1).shape);
        Assert.Equal([4, 2, 3], x.expand(4, -1, -1).shape);
        Assert.Equal([4, 3], x.repeat(2, 1).shape);
        Assert.Equal([6], x.flatten().shape);
        Same.Values([2L, 0, 1], x[0].roll(1));
        Same.Values([2L, 1, 0], x[0].flip(0));
        Same.Values([0L, 0, 1, 1, 2, 2], x[0].repeat_interleave(2));
        Same.Values([0L, 0, 0, 3, 4, 0], x.tril());
        Same.Values([0L, 4], x.diagonal());
        Assert.Equal(3, x.size(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.size(2));
        Assert.Equal([3, 2], x.T.shape);
        Assert.Equal([3, 2], permute(x, 1, 0).shape);
    }

    [Fact]
    public void Products_agree_with_einsum()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (randn(2, 3, 4), randn(2, 4, 5));
        Same.Close(einsum("bij,bjk->bik", a, b), a.bmm(b));
        Same.Close(a.bmm(b), a.matmul(b));
        Same.Close(a.bmm(b) * 2 + 1, ones(2, 3, 5).baddbmm(a, b, 1, 2));
        Same.Close(einsum("i,j->ij", a[0, 0], b[0, .., 0]), a[0, 0].outer(b[0, .., 0]));
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Bool)]
    public void Conversions_go_there_and_back(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0f, 1f, 1f, 0f });
        Assert.Equal(type, x.to(type).dtype);
        Same.Values([0f, 1, 1, 0], x.to(type).@float());
    }

    [Fact]
    public void Half_precision_elements_read_as_dot_nets_and_TorchSharps_types()
    {
        using var scope = NewDisposeScope();
        Same.Values([(Half)0.1f], tensor(0.1f).half().reshape(1));
        Same.Values([new BFloat16(0.1f)], tensor(0.1f).bfloat16().reshape(1));
        Assert.Equal((Half)0.5f, tensor(0.5f).half().item<Half>());
        Assert.True(float.IsNaN(new BFloat16(float.NaN).ToSingle()));
        Assert.Equal(1.0078125f, new BFloat16(1.004f).ToSingle());
    }

    private static double Erf(double x)
    {
        double sum = 0, term = x;
        for (var n = 0; n < 60; n++)
        {
            sum += term / (2 * n + 1);
            term *= -x * x / (n + 1);
        }
        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
