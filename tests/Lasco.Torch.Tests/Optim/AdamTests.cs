using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Optim;

public class AdamTests
{
    private static readonly float[] Start = [0.5f, -1.25f, 2, 0];
    private static readonly float[][] Gradients = [[0.1f, -0.2f, 0.3f, 1e-4f], [-0.4f, 0.5f, 0, 2e-4f], [1, -1, 0.25f, -3e-4f]];

    // Three steps of PyTorch 1.13 with lr = 0.01.
    [Theory]
    [InlineData(true, 0.05, false, false, 0.49059414863586426, -1.2385506629943848, 1.9722446203231812, -0.018969427794218063)]
    [InlineData(true, 0.05, true, false, 0.49059414863586426, -1.2385506629943848, 1.9722480773925781, -0.018969427794218063)]
    [InlineData(true, 0, false, true, 0.5086634159088135, -1.2595828771591187, 2.0247700214385986, 0.018984250724315643)]
    [InlineData(false, 0.05, false, false, 0.49036234617233276, -1.2381666898727417, 1.972676157951355, 0.0023836432956159115)]
    [InlineData(false, 0.05, true, false, 0.49036234617233276, -1.2381666898727417, 1.972676157951355, 0.0023836432956159115)]
    [InlineData(false, 0, false, true, 0.5086634159088135, -1.2595828771591187, 2.0247700214385986, 0.018984250724315643)]
    public void Agrees_with_PyTorch(bool decoupled, double decay, bool amsgrad, bool maximize, params double[] expected)
    {
        using var scope = NewDisposeScope();
        foreach (var transposed in new[] { false, true })
        {
            // A tensor with gaps in memory goes another way through the native code.
            var parameter = transposed ? new Parameter(Spread(Start)) : new Parameter(tensor(Start));
            using OptimizerHelper optimizer = decoupled
                ? optim.AdamW([parameter], lr: 0.01, weight_decay: decay, amsgrad: amsgrad, maximize: maximize)
                : optim.Adam([parameter], lr: 0.01, weight_decay: decay, amsgrad: amsgrad, maximize: maximize);
            foreach (var gradient in Gradients)
            {
                parameter.grad = tensor(gradient);
                optimizer.step();
            }
            Assert.Equal(expected, parameter.detach().contiguous().data<float>().ToArray().Select(v => (double)v), (a, b) => Math.Abs(a - b) < 2e-7);
        }
    }

    private static Tensor Spread(float[] values) => tensor(values.SelectMany(v => new[] { v, 0 }).ToArray()).reshape(-1, 2).select(1, 0);

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100_003)]
    public void Many_steps_agree_with_double_precision(int size)
    {
        using var scope = NewDisposeScope();
        var numbers = new Random(size);
        double Draw() => numbers.NextDouble() * 2 - 1;
        var sizes = new[] { size, 3, 0, 40_000 };
        var weights = sizes.Select(n => Enumerable.Range(0, n).Select(_ => (double)(float)Draw()).ToArray()).ToArray();
        var parameters = weights.Select(w => new Parameter(tensor(w, ScalarType.Float32))).ToArray();
        using var optimizer = optim.AdamW(parameters, lr: 1e-2, beta1: 0.85, beta2: 0.99, eps: 1e-6, weight_decay: 0.1);
        var (means, squares) = (sizes.Select(n => new double[n]).ToArray(), sizes.Select(n => new double[n]).ToArray());
        for (var step = 1; step <= 10; step++)
        {
            for (var k = 0; k < sizes.Length; k++)
            {
                var gradient = weights[k].Select(_ => (double)(float)Draw()).ToArray();
                parameters[k].grad = tensor(gradient, ScalarType.Float32);
                for (var i = 0; i < gradient.Length; i++)
                {
                    weights[k][i] *= 1 - 1e-2 * 0.1;
                    means[k][i] = 0.85 * means[k][i] + 0.15 * gradient[i];
                    squares[k][i] = 0.99 * squares[k][i] + 0.01 * gradient[i] * gradient[i];
                    weights[k][i] -= 1e-2 * means[k][i] / (1 - Math.Pow(0.85, step)) / (Math.Sqrt(squares[k][i] / (1 - Math.Pow(0.99, step))) + 1e-6);
                }
            }
            optimizer.step();
        }
        for (var k = 0; k < sizes.Length; k++)
        {
            var actual = parameters[k].detach().data<float>().ToArray();
            for (var i = 0; i < actual.Length; i++) Assert.Equal(weights[k][i], actual[i], 2e-6);
        }
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        using var scope = NewDisposeScope();
        var threads = get_num_threads();
        try
        {
            float[] Run(int count)
            {
                set_num_threads(count);
                var numbers = new Random(3);
                Tensor Draw() => tensor(Enumerable.Range(0, 100_001).Select(_ => numbers.NextSingle() - 0.5f).ToArray());
                var parameter = new Parameter(Draw());
                using var optimizer = optim.AdamW([parameter], weight_decay: 0.1);
                for (var i = 0; i < 3; i++)
                {
                    parameter.grad = Draw();
                    optimizer.step();
                }
                return parameter.detach().data<float>().ToArray();
            }
            Assert.Equal(Run(1), Run(3));
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void Parameters_without_a_gradient_stay_and_do_not_count_steps()
    {
        using var scope = NewDisposeScope();
        var (still, moving) = (new Parameter(ones(2)), new Parameter(ones(2)));
        using var optimizer = optim.AdamW([still, moving], weight_decay: 0.5);
        moving.grad = ones(2);
        optimizer.step();
        Assert.Equal([1f, 1f], still.detach().data<float>().ToArray());
        Assert.NotEqual([1f, 1f], moving.detach().data<float>().ToArray());
        Assert.Equal([0L, 1L], optimizer.state_dict().State.Select(s => ((AdamW.State)s).step));
    }

    [Fact]
    public void Double_precision_is_kept()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(tensor(new double[] { 1 }));
        using var optimizer = optim.AdamW([parameter], lr: 1e-10);
        parameter.grad = tensor(new double[] { 1 });
        optimizer.step();
        Assert.Equal(1 - 1e-10, parameter.item<double>(), 1e-16);
    }

    [Fact]
    public void Backward_through_weights_that_a_step_changed_is_an_error()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(2));
        var loss = (parameter * parameter).sum();
        parameter.grad = ones(2);
        using var optimizer = optim.AdamW([parameter]);
        optimizer.step();
        var failure = Assert.ThrowsAny<Exception>(() => loss.backward());
        Assert.Contains("modified by an inplace operation", failure.Message);
    }

    [Fact]
    public void Groups_have_settings_of_their_own()
    {
        using var scope = NewDisposeScope();
        var (decayed, plain, later) = (new Parameter(ones(1)), new Parameter(ones(1)), new Parameter(ones(1)));
        using var optimizer = optim.AdamW(
            [new AdamW.ParamGroup { Parameters = [decayed] }, new AdamW.ParamGroup([plain], new AdamW.Options { weight_decay = 0, LearningRate = 0.5 })],
            lr: 0.25, weight_decay: 1);
        optimizer.add_param_group(new AdamW.ParamGroup([later], lr: 0.125));
        Assert.Equal([0.25, 0.5, 0.125], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal([0.25, 0.5, 0.125], optimizer.ParamGroups.Select(g => g.InitialLearningRate));
        Assert.Equal([decayed, plain, later], optimizer.parameters());
        foreach (var parameter in optimizer.parameters()) parameter.grad = ones(1);
        optimizer.step();
        Assert.Equal(0.75 - 0.25, decayed.item<float>(), 1e-6);
        Assert.Equal(1 - 0.5, plain.item<float>(), 1e-6);
        Assert.Equal(1 - 0.125, later.item<float>(), 1e-6);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new AdamW.ParamGroup([plain])));
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup([new Parameter(ones(1))])));
    }

    [Fact]
    public void Defaults_are_TorchSharps()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.AdamW([new Parameter(ones(1))]);
        var options = Assert.IsType<AdamW.Options>(Assert.Single(optimizer.state_dict().Options));
        Assert.Equal((1e-3, 0.9, 0.999, 1e-8, 0.0, false, false),
            (options.LearningRate, options.beta1, options.beta2, options.eps, options.weight_decay, options.amsgrad, options.maximize));
        Assert.Throws<ArgumentException>(() => optim.AdamW(new List<Parameter>(), lr: -1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(new List<Parameter>(), beta2: 1));
    }

    [Fact]
    public void A_closure_computes_the_loss_first()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(1));
        using var optimizer = optim.AdamW([parameter], lr: 0.1);
        using var noGrad = no_grad();
        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var square = (parameter * parameter).sum();
            square.backward();
            return square;
        });
        Assert.Equal(1, loss!.item<float>());
        Assert.Equal(0.9, parameter.item<float>(), 1e-6);
        Assert.Null(optimizer.step());
    }
}
