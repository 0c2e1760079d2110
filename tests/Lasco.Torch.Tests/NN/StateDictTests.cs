using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Torch.Tests.NN;

public class StateDictTests
{
    [Fact]
    public void Loading_copies_values_and_converts_their_type()
    {
        using var scope = NewDisposeScope();
        using var module = Linear(2, 1);
        var (missing, unexpected) = module.load_state_dict(new()
        {
            ["weight"] = tensor(new double[,] { { 1, 2 } }),
            ["bias"] = tensor(new float[] { 3 }),
        });
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Equal([1f, 2f], module.weight.data<float>().ToArray());
        Assert.Equal(3, module.bias!.item<float>());
        Assert.True(module.weight.requires_grad && module.weight.is_leaf);
    }

    [Fact]
    public void Strict_loading_names_missing_and_unexpected_keys_and_copies_nothing()
    {
        using var scope = NewDisposeScope();
        using var module = Linear(2, 1);
        var before = module.weight.data<float>().ToArray();
        var failure = Assert.Throws<InvalidOperationException>(() => module.load_state_dict(new()
        {
            ["weight"] = ones(1, 2), ["gamma"] = ones(1),
        }));
        Assert.Equal("The loaded state_dict is not identical to the target dictionary. Missing keys: bias. Unexpected keys: gamma.", failure.Message);
        Assert.Equal(before, module.weight.data<float>().ToArray());
    }

    [Fact]
    public void Loose_loading_tells_what_differs_and_skip_leaves_keys_alone()
    {
        using var scope = NewDisposeScope();
        using var module = Linear(2, 1);
        var (missing, unexpected) = module.load_state_dict(new() { ["weight"] = ones(1, 2), ["gamma"] = ones(1) }, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["gamma"], unexpected);
        Assert.Equal([1f, 1f], module.weight.data<float>().ToArray());
        module.load_state_dict(new() { ["weight"] = zeros(7), ["bias"] = ones(1) }, skip: ["weight"]);
        Assert.Equal([1f, 1f], module.weight.data<float>().ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_shape_is_an_error_even_where_it_could_be_broadcast(bool strict)
    {
        using var scope = NewDisposeScope();
        using var module = Linear(2, 3);
        var failure = Assert.Throws<InvalidOperationException>(() => module.load_state_dict(
            new() { ["weight"] = ones(1, 2), ["bias"] = ones(3) }, strict));
        Assert.Equal("The loaded state_dict does not fit the module: weight has shape [1, 2] in the source and [3, 2] in the module.", failure.Message);
        Assert.NotEqual([1f, 1f, 1f], module.bias!.data<float>().ToArray());
    }

    [Fact]
    public void A_state_dict_goes_from_one_module_to_its_twin()
    {
        using var scope = NewDisposeScope();
        using var one = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2));
        using var two = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2));
        one.call(randn(4, 1, 5, 5));
        two.load_state_dict(one.state_dict());
        var x = randn(2, 1, 5, 5);
        one.eval();
        two.eval();
        Assert.Equal(one.call(x).data<float>().ToArray(), two.call(x).data<float>().ToArray());
        Assert.Equal(1, two.get_buffer("1.num_batches_tracked")!.item<long>());
    }

    [Fact]
    public void A_file_holds_a_state_dict()
    {
        using var scope = NewDisposeScope();
        var file = Path.GetTempFileName();
        try
        {
            using var one = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2));
            using var two = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2));
            one.save(file);
            two.load(file);
            Assert.Equal(one.get_parameter("0.weight")!.data<float>().ToArray(), two.get_parameter("0.weight")!.data<float>().ToArray());

            using var half = Sequential(Conv2d(1, 2, 3));
            Assert.Throws<ArgumentException>(() => half.load(file));
            var loaded = new Dictionary<string, bool>();
            half.load(file, strict: false, skip: ["0.weight"], loadedParameters: loaded);
            Assert.Equal(7, loaded.Count);
            Assert.Equal(["0.weight", "0.bias"], loaded.Where(e => e.Value).Select(e => e.Key));
            Assert.Equal(one.get_parameter("0.bias")!.data<float>().ToArray(), half.get_parameter("0.bias")!.data<float>().ToArray());
            Assert.NotEqual(one.get_parameter("0.weight")!.data<float>().ToArray(), half.get_parameter("0.weight")!.data<float>().ToArray());

            using var other = Sequential(Conv2d(1, 2, 5), BatchNorm2d(2));
            Assert.Throws<ArgumentException>(() => other.load(file));
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
            Assert.Throws<EndOfStreamException>(() => two.load(file));
            Assert.Throws<EndOfStreamException>(() => half.load(file, strict: false));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
