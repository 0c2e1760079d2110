using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Optim;

public class ClipGradNormTests
{
    // From PyTorch 1.13.
    [Theory]
    [InlineData(2.0, 85.0058822631836, 0.17645838856697083)]
    [InlineData(1.0, 104.0, 0.14423076808452606)]
    [InlineData(double.PositiveInfinity, 84.0, 0.1785714328289032)]
    [InlineData(3.0, 84.0859146118164, 0.17838896811008453)]
    public void Scales_all_gradients_to_the_norm(double p, double norm, double first)
    {
        using var scope = NewDisposeScope();
        var (one, two, still) = (new Parameter(zeros(3)), new Parameter(zeros(2)), new Parameter(zeros(1)));
        one.grad = tensor(new float[] { 3, -4, 12 });
        two.grad = tensor(new float[] { 84, 1 });
        Assert.Equal(norm, nn.utils.clip_grad_norm_([one, two, still], 5, p), 1e-5);
        Assert.Equal(first, one.grad!.data<float>()[0], 1e-6);
        Assert.Equal(28 * first, two.grad!.data<float>()[0], 1e-5);
        Assert.Null(still.grad);
    }

    [Fact]
    public void Leaves_smaller_gradients_alone()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(2));
        Assert.Equal(0, nn.utils.clip_grad_norm_([parameter], 1));
        parameter.grad = tensor(new float[] { 0.3f, 0.4f });
        Assert.Equal(0.5, nn.utils.clip_grad_norm_([parameter], 1), 1e-6);
        Assert.Equal([0.3f, 0.4f], parameter.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_norm_that_is_no_number_reaches_the_gradients()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(2));
        parameter.grad = tensor(new float[] { float.NaN, 1 });
        Assert.True(double.IsNaN(nn.utils.clip_grad_norm_([parameter], 1)));
        Assert.True(float.IsNaN(parameter.grad!.data<float>()[1]));
    }
}
