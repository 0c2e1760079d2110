using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Lasco.Torch.Tests.Optim;

public class LRSchedulerTests
{
    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> Schedules = new()
    {
        ["exponential"] = o => lr_scheduler.ExponentialLR(o, 0.93),
        ["step"] = o => lr_scheduler.StepLR(o, 2, 0.5),
        ["cosine"] = o => lr_scheduler.CosineAnnealingLR(o, 4, 0.01),
        ["lambda"] = o => lr_scheduler.LambdaLR(o, epoch => 1.0 / (1 + epoch)),
    };

    // From PyTorch 1.13.
    [Theory]
    [InlineData("exponential", 0.1, 0.09300000000000001, 0.08649000000000001, 0.08043570000000001, 0.07480520100000002, 0.06956883693000002)]
    [InlineData("step", 0.1, 0.1, 0.05, 0.05, 0.025, 0.025)]
    [InlineData("cosine", 0.1, 0.08681980515339464, 0.05500000000000001, 0.023180194846605363, 0.01, 0.023180194846605363)]
    [InlineData("lambda", 0.1, 0.05, 0.03333333333333333, 0.025, 0.020000000000000004, 0.016666666666666666)]
    public void Agree_with_PyTorch(string schedule, params double[] expected)
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.SGD([new Parameter(zeros(1))], 0.1);
        var scheduler = Schedules[schedule](optimizer);
        foreach (var rate in expected)
        {
            Assert.Equal(rate, Assert.Single(scheduler.get_last_lr()), 1e-15);
            Assert.Equal(rate, Assert.Single(optimizer.ParamGroups).LearningRate, 1e-15);
            scheduler.step();
        }
        if (schedule == "lambda") return;
        scheduler.step(3);
        Assert.Equal(expected[3], Assert.Single(scheduler.get_last_lr()), 1e-12);
    }

    [Fact]
    public void Every_group_has_its_own_rate()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.AdamW([new AdamW.ParamGroup([new Parameter(zeros(1))], lr: 1), new AdamW.ParamGroup([new Parameter(zeros(1))], lr: 8)]);
        var scheduler = lr_scheduler.ExponentialLR(optimizer, 0.5);
        scheduler.step();
        Assert.Equal([0.5, 4], scheduler.get_last_lr());
        Assert.Throws<ArgumentNullException>(() => lr_scheduler.ExponentialLR(null!));
    }
}
