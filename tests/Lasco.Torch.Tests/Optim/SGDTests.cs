using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Optim;

public class SGDTests
{
    // Three steps of PyTorch 1.13 with lr = 0.1 and weight_decay = 0.01.
    [Theory]
    [InlineData(0.9, 0, false, false, 0.44609540700912476, -1.1838195323944092, 1.8826035261154175, -3.504200867610052e-05)]
    [InlineData(0.9, 0, true, false, 0.37995094060897827, -1.116701364517212, 1.8335685729980469, -3.141487832181156e-05)]
    [InlineData(0.9, 0.5, false, true, 0.5370121002197266, -1.3014771938323975, 2.0854272842407227, 3.107599695795216e-05)]
    [InlineData(0, 0, false, false, 0.42848145961761475, -1.176243782043457, 1.9390660524368286, 3.999020137257503e-08)]
    public void Agrees_with_PyTorch(double momentum, double dampening, bool nesterov, bool maximize, params double[] expected)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(tensor(new float[] { 0.5f, -1.25f, 2, 0 }));
        using var optimizer = optim.SGD([parameter], 0.1, momentum, dampening, 0.01, nesterov, maximize);
        foreach (var gradient in new float[][] { [0.1f, -0.2f, 0.3f, 1e-4f], [-0.4f, 0.5f, 0, 2e-4f], [1, -1, 0.25f, -3e-4f] })
        {
            parameter.grad = tensor(gradient);
            optimizer.step();
        }
        Assert.Equal(expected, parameter.detach().data<float>().ToArray().Select(v => (double)v), (a, b) => Math.Abs(a - b) < 2e-7);
        Assert.Equal(momentum != 0, ((SGD.State)optimizer.state_dict().State[0]).momentum_buffer is not null);
    }

    [Fact]
    public void Momentum_survives_saving_and_loading()
    {
        using var scope = NewDisposeScope();
        var (one, two) = (new Parameter(ones(3)), new Parameter(ones(3)));
        using var first = optim.SGD([one], 0.1, momentum: 0.9);
        using var second = optim.SGD([two], 0.1, momentum: 0.9);
        var stream = new MemoryStream();
        first.save_state_dict(new BinaryWriter(stream));
        one.grad = tensor(new float[] { 1, 2, 3 });
        first.step();
        second.load_state_dict(first.state_dict());
        Assert.True(second.state_dict().State[0].ApproximatelyEquals(first.state_dict().State[0]));
        stream.Position = 0;
        second.load_state_dict(new BinaryReader(stream));
        Assert.Null(((SGD.State)second.state_dict().State[0]).momentum_buffer);
    }

    [Fact]
    public void Nesterov_needs_a_momentum_without_dampening()
    {
        Assert.Throws<ArgumentException>(() => optim.SGD(new List<Parameter>(), 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.SGD(new List<Parameter>(), 0.1, momentum: 0.9, dampening: 0.1, nesterov: true));
    }
}
