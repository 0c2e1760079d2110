using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Lasco.Torch.Tests.Functional;

public class AttentionTests
{
    private static Tensor Naive(Tensor q, Tensor k, Tensor v, Tensor? mask = null, bool causal = false)
    {
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(q.size(-1));
        if (causal) mask = ones(q.size(-2), k.size(-2), dtype: torch.@bool).tril();
        if (mask is not null)
            scores = mask.dtype == torch.@bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores + mask;
        return scores.softmax(-1).matmul(v);
    }

    private static Tensor Random(Generator generator, params long[] shape) => randn(shape, generator: generator);

    public static TheoryData<long[], long, long, string> Cases()
    {
        var data = new TheoryData<long[], long, long, string>();
        foreach (var mask in new[] { "none", "boolean", "keys", "additive", "causal" })
        {
            data.Add([2, 3, 17, 24], 17, 24, mask);
            data.Add([1, 2, 5, 8], 130, 6, mask);
            data.Add([1, 1, 600, 16], 577, 16, mask);
            data.Add([4, 7, 8], 9, 8, mask);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_and_gradients_agree_with_the_naive_formula(long[] shape, long keys, long columns, string kind)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        long[] lead = shape[..^2];
        var q = Random(generator, shape).requires_grad_();
        var k = Random(generator, [.. lead, keys, shape[^1]]).requires_grad_();
        var v = Random(generator, [.. lead, keys, columns]).requires_grad_();
        var mask = kind switch
        {
            "boolean" => (Random(generator, shape[^2], keys) > -0.5).logical_or(arange(keys) == 0),
            "keys" => (Random(generator, [lead[0], .. lead[1..].Select(_ => 1L), 1, keys]) > 0).logical_or(arange(keys) == 0),
            "additive" => Random(generator, [.. lead, shape[^2], keys]),
            _ => null,
        };
        var causal = kind == "causal";
        var expected = Naive(q, k, v, mask, causal);
        var actual = F.scaled_dot_product_attention(q, k, v, mask, is_casual: causal);
        Same.Close(expected, actual, 2e-6);
        var weights = Random(generator, expected.shape);
        var wanted = autograd.grad([(expected * weights).sum()], [q, k, v]);
        var got = autograd.grad([(actual * weights).sum()], [q, k, v]);
        for (var i = 0; i < 3; i++) Same.Close(wanted[i], got[i], 2e-5);
    }

    [Fact]
    public void Views_of_a_fused_projection_need_no_copy_and_give_its_gradient()
    {
        using var scope = NewDisposeScope();
        var fused = randn(2, 5, 3 * 4 * 8).requires_grad_();
        Tensor[] Heads() => fused.reshape(2, 5, 3, 4, 8).permute(2, 0, 3, 1, 4).unbind();
        var (a, b) = (Heads(), Heads());
        var actual = F.scaled_dot_product_attention(a[0], a[1], a[2]);
        var expected = Naive(b[0], b[1], b[2]);
        Same.Close(expected, actual, 2e-6);
        Assert.True(actual.transpose(1, 2).is_contiguous());
        Same.Close(autograd.grad([expected.square().sum()], [fused])[0], autograd.grad([actual.square().sum()], [fused])[0], 2e-5);
    }

    [Fact]
    public void Double_precision_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        var mask = rand(3, 4) > 0.3;
        mask[.., 0] = tensor(true);
        Autograd.FiniteDifferences.Check(x => F.scaled_dot_product_attention(x[0], x[1], x[2], mask), randn(1, 2, 3, 5), randn(1, 2, 4, 5), randn(1, 2, 4, 2));
    }

    [Fact]
    public void Gradients_have_gradients()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var inputs = new[] { Random(generator, 1, 2, 3, 4), Random(generator, 1, 2, 5, 4), Random(generator, 1, 2, 5, 4) };
        Tensor Slope(Tensor[] x) => autograd.grad([F.scaled_dot_product_attention(x[0], x[1], x[2]).square().sum()], [x[0], x[1], x[2]], retain_graph: true, create_graph: true)
            .Select(gradient => gradient.reshape(-1)).ToArray() is var parts ? cat(parts) : null!;
        var leaves = inputs.Select(input => input.to(float64).requires_grad_()).ToArray();
        var naive = inputs.Select(input => input.to(float64).requires_grad_()).ToArray();
        Tensor NaiveSlope(Tensor[] x) => cat(autograd.grad([Naive(x[0], x[1], x[2]).square().sum()], x, retain_graph: true, create_graph: true)
            .Select(gradient => gradient.reshape(-1)).ToArray());
        var got = autograd.grad([Slope(leaves).square().sum()], leaves);
        var wanted = autograd.grad([NaiveSlope(naive).square().sum()], naive);
        for (var i = 0; i < 3; i++) Same.Close(wanted[i], got[i], 1e-9);
    }

    [Fact]
    public void The_gradient_of_an_additive_mask_is_given()
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = (randn(1, 2, 3, 4), randn(1, 2, 5, 4), randn(1, 2, 5, 4));
        Autograd.FiniteDifferences.Check(x => F.scaled_dot_product_attention(q.@double(), k.@double(), v.@double(), x[0]), randn(3, 5));
    }

    [Fact]
    public void A_query_that_may_look_nowhere_gets_zeros()
    {
        using var scope = NewDisposeScope();
        var q = randn(1, 1, 2, 4).requires_grad_();
        var mask = tensor(new[,] { { false, false, false }, { true, true, false } });
        var result = F.scaled_dot_product_attention(q, randn(1, 1, 3, 4), randn(1, 1, 3, 4), mask);
        Same.Values(new float[4], result[0, 0, 0]);
        result.sum().backward();
        Assert.True(q.grad!.isfinite().all().ToBoolean());
    }

    [Fact]
    public void Not_a_number_spreads_to_its_query_alone()
    {
        using var scope = NewDisposeScope();
        var q = randn(1, 1, 3, 4);
        q[0, 0, 1, 2] = float.NaN;
        var result = F.scaled_dot_product_attention(q, randn(1, 1, 40, 4), randn(1, 1, 40, 4)).isnan().all(-1);
        Same.Values([false, true, false], result[0, 0]);
    }

    [Fact]
    public void Large_scores_do_not_overflow()
    {
        using var scope = NewDisposeScope();
        var q = randn(1, 1, 3, 4) * 1000;
        var (k, v) = (randn(1, 1, 9, 4) * 1000, randn(1, 1, 9, 4));
        Same.Close(Naive(q, k, v), F.scaled_dot_product_attention(q, k, v));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => F.scaled_dot_product_attention(zeros(1, 1, 2, 4), zeros(1, 1, 3, 5), zeros(1, 1, 3, 5)));
        Assert.Contains("[1, 1, 2, 4]", failure.Message);
        Assert.Contains("[1, 1, 3, 5]", failure.Message);
        Assert.Throws<ExternalException>(() => F.scaled_dot_product_attention(zeros(1, 1, 2, 4), zeros(1, 1, 2, 4), zeros(1, 1, 2, 4), zeros(2, 2), is_casual: true));
        Assert.Throws<ExternalException>(() => F.scaled_dot_product_attention(zeros(1, 1, 2, 4), zeros(1, 1, 2, 4), zeros(1, 1, 2, 4), zeros(3, 3)));
    }

    [Fact]
    public void Broadcast_keys_and_half_precision_go_the_plain_way()
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = (randn(2, 3, 4, 8), randn(1, 3, 5, 8), randn(1, 3, 5, 8));
        Same.Close(Naive(q, k, v), F.scaled_dot_product_attention(q, k, v));
        Same.Close(Naive(q, k, v), F.scaled_dot_product_attention(q.bfloat16(), k.bfloat16(), v.bfloat16()), 0.05);
        Assert.Equal([2, 3, 0, 8], F.scaled_dot_product_attention(zeros(2, 3, 0, 8), randn(2, 3, 5, 8), randn(2, 3, 5, 8)).shape);
    }
}

[Collection(nameof(Alone))]
public class AttentionDropoutTests
{
    [Fact]
    public void Dropout_keeps_the_mean_follows_the_seed_and_has_the_right_gradient()
    {
        using var scope = NewDisposeScope();
        var (q, k) = (zeros(1, 2, 200, 4, dtype: float64), zeros(1, 2, 300, 4, dtype: float64));
        var v = ones(1, 2, 300, 1, dtype: float64).requires_grad_();
        Tensor Run()
        {
            manual_seed(11);
            return F.scaled_dot_product_attention(q, k, v, p: 0.25);
        }
        var result = Run();
        Assert.InRange(result.mean().ToDouble(), 0.99, 1.01);
        Assert.InRange(result.std().ToDouble(), 0.02, 0.05);
        Assert.True(result.Equals(Run()));
        var gradient = autograd.grad([result.sum()], [v])[0];
        Assert.Equal(result.sum().ToDouble(), (gradient * v).sum().ToDouble(), 6);
        Autograd.FiniteDifferences.Check(
            x =>
            {
                manual_seed(3);
                return F.scaled_dot_product_attention(x[0], x[1], x[2], p: 0.5);
            },
            randn(1, 1, 3, 4), randn(1, 1, 5, 4), randn(1, 1, 5, 2));
    }
}
