using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Runtime;

[Collection(nameof(Alone))]
public class RandomTests
{
    [Fact]
    public void A_seed_repeats_the_numbers()
    {
        manual_seed(7);
        var first = randn(5);
        random.manual_seed(7);
        Assert.True(first.Equals(randn(5)));
        Assert.Equal(7, initial_seed());
        Assert.False(first.Equals(randn(5)));
    }

    [Fact]
    public void A_state_resumes_in_the_middle()
    {
        manual_seed(1);
        rand(3);
        randn(1);
        var state = get_rng_state();
        var expected = cat([randn(4), rand(4), randperm(4).@float()]);
        rand(100);
        set_rng_state(state);
        Assert.True(expected.Equals(cat([randn(4), rand(4), randperm(4).@float()])));
    }

    [Fact]
    public void The_numbers_are_PyTorchs()
    {
        // torch.manual_seed(0); torch.randn(3)
        manual_seed(0);
        Same.Close(tensor(new[] { 1.5410f, -0.2934f, -2.1788f }), randn(3), 5e-5);
    }

    [Fact]
    public void Generators_do_not_disturb_each_other()
    {
        using var one = new Generator(3);
        using var two = new Generator(3);
        var first = rand([4], generator: one);
        rand(10);
        Assert.True(first.Equals(rand([4], generator: two)));
        var state = one.get_state();
        var next = zeros(3).normal_(generator: one);
        one.set_state(state);
        Assert.True(next.Equals(zeros(3).normal_(generator: one)));
    }

    [Fact]
    public void Permutations_are_permutations()
    {
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), randperm(50).sort().Values.data<long>());
        var whole = randint(3, 5, [100]);
        Assert.InRange(whole.min().ToInt64(), 3, 4);
        Assert.InRange(whole.max().ToInt64(), 3, 4);
    }
}
