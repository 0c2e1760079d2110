using TorchSharp;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Runtime;

[Collection(nameof(Alone))]
public class ThreadsTests
{
    [Fact]
    public void The_number_of_threads_is_libtorchs()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }
        Assert.Equal(before, get_num_threads());
        Assert.ThrowsAny<Exception>(() => set_num_threads(0));
    }

    [Fact]
    public void All_cores_are_used_unless_told_otherwise()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is not null, "OMP_NUM_THREADS says otherwise");
        Assert.Equal(Loader.Cores(), get_num_threads());
        Assert.InRange(get_num_threads(), 1, Environment.ProcessorCount);
        var other = 0;
        var thread = new Thread(() => other = get_num_threads());
        thread.Start();
        thread.Join();
        Assert.Equal(Loader.Cores(), other);
    }

    [Fact]
    public void Threads_may_work_at_the_same_time()
    {
        var expected = arange(1000, dtype: float64).square().sum().ToDouble();
        Parallel.For(0, 64, _ =>
        {
            using var scope = NewDisposeScope();
            var x = arange(1000, dtype: float64).requires_grad_();
            x.square().sum().backward();
            Assert.Equal(2 * expected, (x.grad! * x).sum().ToDouble(), 3);
        });
    }
}
