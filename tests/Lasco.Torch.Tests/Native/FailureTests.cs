using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Native;

public class FailureTests
{
    [Fact]
    public void A_product_of_shapes_that_do_not_fit_names_both()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => zeros(2, 3).matmul(zeros(4, 5)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", failure.Message);
    }

    [Fact]
    public void Messages_have_no_backtrace()
    {
        using var scope = NewDisposeScope();
        foreach (var act in new Action[]
        {
            () => zeros(2).reshape(3),
            () => zeros(2, 2).transpose(0, 5),
            () => _ = zeros(2)[7],
            () => zeros(2, requires_grad: true).add_(1),
            () => zeros(2).backward(),
            () => einsum("ij,jk", zeros(2, 2)),
            () => zeros(2).ToDouble(),
        })
        {
            var failure = Assert.Throws<ExternalException>(act);
            Assert.NotEmpty(failure.Message);
            Assert.DoesNotContain("Exception raised from", failure.Message);
            Assert.DoesNotContain("frame #", failure.Message);
        }
    }

    [Fact]
    public void A_caught_failure_is_forgotten()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => zeros(2).reshape(3));
        CheckForErrors();
    }

    [Fact]
    public void Failures_belong_to_the_thread_that_met_them()
    {
        Parallel.For(0, 200, i =>
        {
            using var scope = NewDisposeScope();
            var failure = Assert.Throws<ExternalException>(() => zeros(i + 1).reshape(i + 2));
            Assert.Contains($"size {i + 1}", failure.Message);
        });
    }

    [Fact]
    public void Null_and_disposed_tensors_are_refused()
    {
        var gone = zeros(1);
        gone.Dispose();
        gone.Dispose();
        Assert.Throws<InvalidOperationException>(() => gone.add(1));
        Assert.Throws<InvalidOperationException>(() => gone.shape);
        Assert.Equal("", gone.ToString());
        using var tensor = zeros(1);
        Assert.Throws<ArgumentNullException>(() => tensor.add((Tensor)null!));
        Assert.Throws<ArgumentNullException>(() => tensor.add((Scalar)null!));
    }

    [Fact]
    public void Devices_that_are_not_there_are_refused()
    {
        Assert.SkipWhen(cuda.is_available(), "there is a CUDA device");
        Assert.Equal(0, cuda.device_count());
        using var tensor = zeros(1);
        Assert.Throws<InvalidOperationException>(() => tensor.cuda());
        Assert.Throws<InvalidOperationException>(() => device("cuda:0"));
        Assert.Throws<InvalidOperationException>(() => zeros(1, device: new Device("cuda")));
        Assert.Equal("cpu", device("cpu").ToString());
    }
}
