using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Lasco.Torch.Tests.Autograd;

public class AutogradTests
{
    private static Tensor Random(params long[] shape)
    {
        using var generator = new Generator(17);
        return randn(shape, dtype: float64, generator: generator);
    }

    [Fact]
    public void Composite_operations_agree_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        FiniteDifferences.Check(x => F.normalize(x[0].matmul(x[1])).exp().sum(1).log(), Random(3, 4), Random(4, 5));
        FiniteDifferences.Check(x => F.layer_norm(x[0], [4], x[1], x[2]), Random(3, 4), Random(4), Random(4));
        FiniteDifferences.Check(x => F.softmax(x[0], -1) * F.log_softmax(x[0], -1), Random(3, 4));
        FiniteDifferences.Check(x => F.gelu(F.linear(x[0], x[1], x[2])), Random(2, 3), Random(4, 3), Random(4));
        FiniteDifferences.Check(x => F.conv2d(x[0], x[1], x[2], strides: [2], padding: [1]), Random(1, 2, 5, 5), Random(3, 2, 3, 3), Random(3));
        FiniteDifferences.Check(x => F.interpolate(x[0], [3, 5], mode: InterpolationMode.Bicubic, antialias: true), Random(1, 1, 6, 7));
        FiniteDifferences.Check(x => F.cross_entropy(x[0], tensor(new long[] { 1, 0, 3 }), label_smoothing: 0.1), Random(3, 4));
        FiniteDifferences.Check(x => x[0].gather(1, tensor(new long[,] { { 0, 0 }, { 2, 1 } })).masked_fill(tensor(new[,] { { true, false }, { false, false } }), 0).topk(1).values, Random(2, 3));
        FiniteDifferences.Check(x => F.binary_cross_entropy_with_logits(x[0], ones(3, dtype: float64) * 0.3), Random(3));
    }

    [Fact]
    public void Gradients_add_up_and_can_be_cleared()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        Assert.Null(x.grad);
        (x * 3).sum().backward();
        (x * 3).sum().backward();
        Same.Values([6f, 6], x.grad!);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_graph_can_be_kept_and_differentiated_again()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2f }, requires_grad: true);
        var slope = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        Assert.Equal(12, slope.ToDouble(), 5);
        Assert.Equal(12, autograd.grad([slope], [x])[0].ToDouble(), 5);
    }

    [Fact]
    public void Unused_inputs_get_an_invalid_tensor_if_allowed()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (ones(1, requires_grad: true), ones(1, requires_grad: true));
        Assert.ThrowsAny<Exception>(() => autograd.grad([x * 2], [x, y]));
        var gradients = autograd.grad([x * 2], [x, y], allow_unused: true);
        Assert.False(gradients[0].IsInvalid);
        Assert.True(gradients[1].IsInvalid);
    }

    [Fact]
    public void Modes_end_where_they_are_disposed_of()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }
        using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
        Assert.True((x * 2).requires_grad);
        Assert.False((x * 2).detach().requires_grad);
        Assert.False((x * 2).is_leaf);
    }
}
