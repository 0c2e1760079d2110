using Lasco.Torch.Tests.NN;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Torch.Tests.Optim;

public class ResumeTests
{
    private sealed class Run : IDisposable
    {
        private readonly optim.lr_scheduler.LRScheduler _schedule;

        public Run(double learningRate = 0.01)
        {
            Model = Sequential(Linear(5, 8), GELU(), LayerNorm(8), Linear(8, 1));
            Optimizer = optim.AdamW(Model.parameters(), lr: learningRate, weight_decay: 0.05, amsgrad: true);
            _schedule = optim.lr_scheduler.ExponentialLR(Optimizer, 0.93);
        }

        public Sequential Model { get; }

        public AdamW Optimizer { get; }

        public void Train(int from, int to)
        {
            for (var step = from; step < to; step++)
            {
                using var scope = NewDisposeScope();
                // Not libtorch's random numbers, which tests that run at the same time share.
                var numbers = new Random(step);
                Model.zero_grad();
                Model.call(tensor(Enumerable.Range(0, 20).Select(_ => numbers.NextSingle() - 0.5f).ToArray()).reshape(4, 5)).square().mean().backward();
                Optimizer.step();
                _schedule.step();
            }
        }

        public byte[] Weights() => [.. Model.parameters().SelectMany(p => p.detach().data<float>().ToArray()).SelectMany(BitConverter.GetBytes)];

        public void Dispose()
        {
            Optimizer.Dispose();
            Model.Dispose();
        }
    }

    [Fact]
    public void Public_members_of_the_state_are_enough_to_go_on_bit_for_bit()
    {
        using var scope = NewDisposeScope();
        using var unbroken = new Run();
        unbroken.Train(0, 5);

        // What a checkpoint would hold.
        var weights = unbroken.Model.state_dict().ToDictionary(e => e.Key, e => e.Value.clone());
        var saved = unbroken.Optimizer.state_dict();
        var rates = unbroken.Optimizer.ParamGroups.Select(g => (g.LearningRate, g.InitialLearningRate)).ToList();
        var moments = saved.State.Cast<AdamW.State>().Select(s => (s.step, m: s.exp_avg.clone(), v: s.exp_avg_sq.clone(), max: s.max_exp_avg_sq!.clone())).ToList();
        unbroken.Train(5, 10);

        using var resumed = new Run(rates[0].LearningRate);
        resumed.Model.load_state_dict(weights);
        foreach (var (group, rate) in resumed.Optimizer.ParamGroups.Zip(rates)) (group.LearningRate, group.InitialLearningRate) = rate;
        using (no_grad())
            foreach (var (state, (step, m, v, max)) in resumed.Optimizer.state_dict().State.Cast<AdamW.State>().Zip(moments))
            {
                state.step = step;
                state.exp_avg.copy_(m);
                state.exp_avg_sq.copy_(v);
                state.max_exp_avg_sq!.copy_(max);
            }
        resumed.Train(5, 10);
        Assert.Equal(unbroken.Weights(), resumed.Weights());
    }

    [Fact]
    public void A_state_file_is_enough_to_go_on_bit_for_bit()
    {
        using var scope = NewDisposeScope();
        var file = Path.GetTempFileName();
        try
        {
            using var unbroken = new Run();
            unbroken.Train(0, 5);
            var weights = unbroken.Model.state_dict().ToDictionary(e => e.Key, e => e.Value.clone());
            unbroken.Optimizer.save_state_dict(file);
            unbroken.Train(5, 10);

            using var resumed = new Run(0.5);
            resumed.Model.load_state_dict(weights);
            resumed.Optimizer.load_state_dict(file);
            resumed.Train(5, 10);
            Assert.Equal(unbroken.Weights(), resumed.Weights());

            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^8]);
            Assert.Throws<EndOfStreamException>(() => resumed.Optimizer.load_state_dict(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void States_of_other_optimizers_counts_and_shapes_are_refused()
    {
        using var scope = NewDisposeScope();
        using var small = optim.AdamW([new Parameter(zeros(2))]);
        using var large = optim.AdamW([new Parameter(zeros(3))]);
        using var two = optim.AdamW([new Parameter(zeros(2)), new Parameter(zeros(2))]);
        using var other = optim.Adam([new Parameter(zeros(2))]);
        Assert.Throws<ArgumentException>(() => large.load_state_dict(small.state_dict()));
        Assert.Throws<ArgumentException>(() => two.load_state_dict(small.state_dict()));
        var stream = new MemoryStream();
        small.save_state_dict(new BinaryWriter(stream));
        void Load(OptimizerHelper optimizer)
        {
            stream.Position = 0;
            optimizer.load_state_dict(new BinaryReader(stream));
        }
        Load(small);
        Assert.Throws<InvalidDataException>(() => Load(other));
        Assert.Throws<ArgumentException>(() => Load(two));
        Assert.Throws<ArgumentException>(() => Load(large));
    }
}

[Collection(nameof(Alone))]
public class TrainingMemoryTests
{
    [Fact]
    public void A_thousand_steps_leave_no_tensor_behind()
    {
        Alone.Settle();
        var before = Tensor.TotalCount;
        var model = Sequential(Linear(8, 16), GELU(), Dropout(0.1), Linear(16, 4));
        var adam = optim.AdamW(model.parameters(), weight_decay: 0.01);
        var sgd = optim.SGD(model.parameters(), 1e-3, momentum: 0.9);
        void Step()
        {
            using var scope = NewDisposeScope();
            sgd.zero_grad();
            model.zero_grad();
            model.call(randn(4, 8)).square().mean().backward();
            utils.clip_grad_norm_(model.parameters(), 1);
            adam.step();
            sgd.step();
        }
        Step();
        var during = Tensor.TotalCount;
        for (var i = 0; i < 1000; i++) Step();
        Assert.Equal(during, Tensor.TotalCount);
        adam.Dispose();
        sgd.Dispose();
        model.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }
}
