using TorchSharp;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Scopes;

[Collection(nameof(Alone))]
public class LeakTests
{
    [Fact]
    public void A_thousand_training_steps_leave_no_tensor()
    {
        using var outer = NewDisposeScope();
        var weight = randn(8, 8, requires_grad: true);
        var data = randn(4, 8);
        Alone.Settle();
        long before = Tensor.TotalCount, memory = 0;
        for (var step = 0; step < 1000; step++)
        {
            if (step == 10) memory = NativeMemory.InUse;
            using (NewDisposeScope())
            {
                nn.functional.cross_entropy(data.matmul(weight), data.argmax(1)).backward();
                var (values, _) = data.topk(2);
                foreach (var part in values.split(2)) _ = part[0, 0] + part[TensorIndex.Ellipsis, 1];
                using (no_grad())
                {
                    weight.sub_(weight.grad! * 0.1);
                    weight.grad!.zero_();
                }
            }
        }
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Equal(memory, NativeMemory.InUse);
    }

    [Fact]
    public void Failures_leave_no_tensor()
    {
        using var outer = NewDisposeScope();
        var (a, b) = (zeros(2, 3), zeros(4, 5));
        Alone.Settle();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 100; i++)
        {
            Assert.ThrowsAny<Exception>(() => a.matmul(b));
            Assert.ThrowsAny<Exception>(() => a.topk(7));
            Assert.ThrowsAny<Exception>(() => cat([a, b]));
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void The_garbage_collector_releases_what_nobody_disposed_of()
    {
        Alone.Settle();
        var before = Tensor.TotalCount;
        Litter();
        Alone.Settle();
        Assert.Equal(before, Tensor.TotalCount);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Litter()
        {
            for (var i = 0; i < 100; i++) _ = zeros(10) + 1;
        }
    }

    [Fact]
    public void Large_litter_cannot_fill_the_machine()
    {
        const long each = 32L << 20;
        for (var i = 0; i < 200; i++)
        {
            _ = empty(each, dtype: uint8);
            Assert.True(NativeMemory.InUse < 4L << 30, $"{NativeMemory.InUse >> 20} MiB in use");
        }
        Alone.Settle();
    }
}
