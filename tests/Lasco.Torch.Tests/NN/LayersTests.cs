using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Torch.Tests.NN;

public class LayersTests
{
    private static float[] Values(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();

    private static void Close(double[] expected, Tensor actual, double tolerance = 1e-5)
    {
        var values = Values(actual);
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++) Assert.Equal(expected[i], values[i], tolerance);
    }

    [Fact]
    public void Linear_maps_the_last_dimension()
    {
        using var scope = NewDisposeScope();
        using var module = Linear(3, 2);
        module.load_state_dict(new() { ["weight"] = tensor(new float[,] { { 1, 2, 3 }, { -1, 0, 1 } }), ["bias"] = tensor(new float[] { 10, 20 }) });
        Close([16, 20, 24, 22], module.call(tensor(new float[,] { { 1, 1, 1 }, { 0, 4, 2 } })));
        Assert.Null(Linear(3, 2, hasBias: false).bias);
    }

    [Fact]
    public void LayerNorm_normalises_the_last_dimension()
    {
        using var scope = NewDisposeScope();
        using var module = LayerNorm(4, eps: 1e-6);
        Assert.Equal([1f, 1, 1, 1], Values(module.weight));
        Assert.Equal([0f, 0, 0, 0], Values(module.bias!));
        double[] x = [1, 2, 4, 9];
        var mean = x.Average();
        var deviation = Math.Sqrt(x.Average(v => (v - mean) * (v - mean)) + 1e-6);
        Close([.. x.Select(v => (v - mean) / deviation)], module.call(tensor(x, ScalarType.Float32)));
        Assert.Empty(LayerNorm(4, elementwise_affine: false).parameters());
        Assert.Single(LayerNorm(4, bias: false).parameters());
    }

    [Fact]
    public void Embedding_looks_up_and_keeps_the_padding_vector_zero()
    {
        using var scope = NewDisposeScope();
        using var module = Embedding(4, 2, padding_idx: -3);
        Assert.Equal([0f, 0], Values(module.weight![1]));
        var found = module.call(tensor(new long[,] { { 1, 2 }, { 3, 1 } }));
        Assert.Equal([2L, 2, 2], found.shape);
        Assert.Equal(Values(module.weight[3]), Values(found[1, 0]));
        found.sum().backward();
        Assert.Equal([0f, 0, 0, 0, 1, 1, 1, 1], Values(module.weight.grad!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Embedding(4, 2, padding_idx: 4));
    }

    [Fact]
    public void Embedding_cuts_norms_when_asked()
    {
        using var scope = NewDisposeScope();
        using var module = Embedding(3, 8, max_norm: 0.5);
        Assert.Equal(0.5, module.call(tensor(new long[] { 2 })).norm().item<float>(), 1e-4);
    }

    [Fact]
    public void Conv2d_is_the_cross_correlation()
    {
        using var scope = NewDisposeScope();
        using var module = Conv2d(2, 3, 2, stride: 2, padding: 1);
        var x = randn(1, 2, 3, 3);
        var (input, kernel, bias) = (Values(x), Values(module.weight), Values(module.bias!));
        var expected = new List<double>();
        for (var o = 0; o < 3; o++)
            for (var row = 0; row < 2; row++)
                for (var column = 0; column < 2; column++)
                {
                    double sum = bias[o];
                    for (var c = 0; c < 2; c++)
                        for (var i = 0; i < 2; i++)
                            for (var j = 0; j < 2; j++)
                            {
                                var (y, z) = (2 * row - 1 + i, 2 * column - 1 + j);
                                if (y is >= 0 and < 3 && z is >= 0 and < 3) sum += input[c * 9 + y * 3 + z] * kernel[o * 8 + c * 4 + i * 2 + j];
                            }
                    expected.Add(sum);
                }
        Close([.. expected], module.call(x));
        Close([.. expected], module.call(x[0]));
        var failure = Assert.Throws<ArgumentException>(() => module.call(zeros(1, 3, 3, 3)));
        Assert.Contains("2 channels", failure.Message);
        Assert.Contains("[1, 3, 3, 3]", failure.Message);
        Assert.Equal([1L, 1, 5, 5], Conv2d(2, 1, 3, padding: Padding.Same).call(zeros(1, 2, 5, 5)).shape);
    }

    [Fact]
    public void BatchNorm2d_uses_the_batch_in_training_and_the_averages_in_evaluation()
    {
        using var scope = NewDisposeScope();
        using var module = BatchNorm2d(1);
        var x = tensor(new float[] { 1, 2, 3, 6 }).reshape(1, 1, 2, 2);
        var variance = (4 + 1 + 0 + 9) / 4.0;
        Close([.. new[] { -2, -1, 0, 3.0 }.Select(v => v / Math.Sqrt(variance + 1e-5))], module.call(x));
        Close([0.3], module.running_mean!);
        Close([0.9 + 0.1 * variance * 4 / 3], module.running_var!);
        Assert.Equal(1, module.num_batches_tracked!.item<long>());
        module.eval();
        Close([.. new[] { 1, 2, 3, 6 }.Select(v => (v - 0.3) / Math.Sqrt(0.9 + 0.1 * variance * 4 / 3 + 1e-5))], module.call(x));
        Assert.Equal(1, module.num_batches_tracked!.item<long>());
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], module.state_dict().Keys);
        Assert.Throws<ArgumentException>(() => module.call(zeros(1, 1)));
    }

    [Fact]
    public void Dropout_drops_in_training_only()
    {
        using var scope = NewDisposeScope();
        using var module = Dropout(0.25);
        var x = ones(100_000);
        var dropped = Values(module.call(x));
        Assert.All(dropped, v => Assert.True(v == 0 || Math.Abs(v - 4f / 3) < 1e-6));
        Assert.Equal(0.25, dropped.Count(v => v == 0) / 100_000.0, 0.01);
        module.eval();
        Assert.Equal(Values(x), Values(module.call(x)));
    }

    [Fact]
    public void Activations_and_pools_compute_what_they_say()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { -1, 0, 2 });
        Close([-0.15865525, 0, 1.9544997], GELU().call(x));
        Close([-0.15880801, 0, 1.9545977], GELU(TorchSharp.Modules.GELU.Approximate.tanh).call(x));
        Close([0, 0, 2], ReLU().call(x));
        Close([-1, 0, 2], Identity().call(x));
        var image = arange(16, ScalarType.Float32).reshape(1, 1, 4, 4);
        Close([2.5, 4.5, 10.5, 12.5], AvgPool2d(2).call(image));
        Close([5, 7, 13, 15], MaxPool2d(2).call(image));
        Close([7.5], AdaptiveAvgPool2d(1).call(image));
        Close([2.5, 4.5, 10.5, 12.5], AdaptiveAvgPool2d((2, 2)).call(image));
    }

    [Fact]
    public void Sequential_chains_names_and_slices()
    {
        using var scope = NewDisposeScope();
        using var module = Sequential(Linear(2, 3), GELU(), Linear(3, 1));
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], module.state_dict().Keys);
        var x = randn(4, 2);
        var expected = Values(((Linear)module[2]).call(GELU().call(((Linear)module[0]).call(x))));
        Assert.Equal(expected, Values(module.call(x)));
        Assert.Equal(2, module[1..].Count);
        Assert.Equal(expected, Values(module[1..].call(module[..1].call(x))));
        Assert.Equal(Values(x), Values(Sequential().call(x)));
        Assert.False(x.IsInvalid);
        Assert.Equal(["first.weight", "first.bias"], Sequential(("first", Linear(1, 1)), ("second", ReLU())).state_dict().Keys);
    }

    private sealed class Holder : Module
    {
        public readonly ModuleList<Linear> blocks = ModuleList(Linear(1, 1), Linear(1, 1, hasBias: false));
        public readonly ModuleDict<Linear> heads = ModuleDict(("text", Linear(1, 1, hasBias: false)), ("image", Linear(1, 1, hasBias: false)));

        public Holder() : base(nameof(Holder)) => RegisterComponents();
    }

    [Fact]
    public void Lists_and_dictionaries_of_modules_give_keys_and_follow_later_changes()
    {
        using var scope = NewDisposeScope();
        using var module = new Holder();
        Assert.Equal(["blocks.0.weight", "blocks.0.bias", "blocks.1.weight", "heads.text.weight", "heads.image.weight"], module.state_dict().Keys);
        module.blocks.Add(Linear(1, 1, hasBias: false));
        module.blocks.RemoveAt(0);
        Assert.Equal(["blocks.0.weight", "blocks.1.weight"], module.blocks.state_dict(prefix: "blocks").Keys);
        Assert.Equal(2, module.blocks.Count);
    }

    [Fact]
    public void First_values_follow_PyTorchs_distributions()
    {
        using var scope = NewDisposeScope();
        using var linear = Linear(400, 300);
        Uniform(linear.weight, 1 / Math.Sqrt(400));
        Assert.All(Values(linear.bias!), v => Assert.InRange(Math.Abs(v), 0, 1 / Math.Sqrt(400)));
        using var conv = Conv2d(16, 64, 5);
        Uniform(conv.weight, 1 / Math.Sqrt(16 * 25));
        Assert.All(Values(conv.bias!), v => Assert.InRange(Math.Abs(v), 0, 1 / Math.Sqrt(16 * 25)));
        using var table = Embedding(500, 100);
        var values = Values(table.weight!);
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(1, Math.Sqrt(values.Average(v => v * v)), 0.02);
        Uniform(init.xavier_uniform_(empty(200, 300)), Math.Sqrt(6.0 / 500));
        Uniform(init.kaiming_uniform_(empty(200, 300), nonlinearity: init.NonlinearityType.ReLU), Math.Sqrt(6.0 / 300));
        var cut = Values(init.trunc_normal_(empty(100_000), std: 0.02, a: -0.03, b: 0.03));
        Assert.InRange(cut.Max(), 0.0299f, 0.03f);
        Assert.InRange(cut.Min(), -0.03f, -0.0299f);
        // The standard deviation of a normal number restricted to 1.5 deviations.
        Assert.Equal(0.02 * 0.7427, Math.Sqrt(cut.Average(v => (double)v * v)), 2e-4);
    }

    private static void Uniform(Tensor tensor, double bound)
    {
        var values = Values(tensor);
        Assert.All(values, v => Assert.InRange(v, -bound - 1e-6, bound + 1e-6));
        Assert.InRange(values.Max(), bound * 0.98, bound + 1e-6);
        Assert.Equal(bound / Math.Sqrt(3), Math.Sqrt(values.Average(v => (double)v * v)), bound * 0.05);
    }
}
