using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Tensors;

public class FactoriesTests
{
    [Fact]
    public void Element_types_follow_the_values()
    {
        Assert.Equal(float32, tensor(1f).dtype);
        Assert.Equal(float64, tensor(1.0).dtype);
        Assert.Equal(int64, tensor(1L).dtype);
        Assert.Equal(int32, tensor(1).dtype);
        Assert.Equal(torch.@bool, tensor(true).dtype);
        Assert.Equal(float16, tensor(new[] { (Half)1 }).dtype);
        Assert.Equal(bfloat16, tensor(new[] { new BFloat16(1) }).dtype);
        Assert.Equal(uint8, tensor(new byte[] { 1 }).dtype);
        Assert.Equal(int64, arange(3).dtype);
        Assert.Equal(float32, arange(0, 1, 0.5).dtype);
        Assert.Equal(int64, full([2], 3).dtype);
        Assert.Equal(float32, full([2], 3.0).dtype);
        Assert.Equal(int64, randperm(3).dtype);
        Assert.Equal(float32, zeros(2).dtype);
        Assert.Equal(int64, tensor(new float[] { 1 }, dtype: int64).dtype);
    }

    [Fact]
    public void Arrays_of_every_rank_keep_their_shape()
    {
        Assert.Equal([2], tensor(new[] { 1f, 2 }).shape);
        Assert.Equal([2, 1], tensor(new float[,] { { 1 }, { 2 } }).shape);
        Assert.Equal([1, 2, 1], tensor(new float[,,] { { { 1 }, { 2 } } }).shape);
        Assert.Equal([1, 1, 2, 1], tensor(new float[,,,] { { { { 1 }, { 2 } } } }).shape);
        Assert.Equal([2, 3], tensor(new List<float> { 1, 2, 3, 4, 5, 6 }, 2, 3).shape);
        Assert.Equal([1, 1, 1, 1, 2], from_array(new long[1, 1, 1, 1, 2]).shape);
        Assert.Equal([0, 3], tensor(new float[0, 3]).shape);
        Same.Values([1L, 2, 3, 4], from_array(new long[,] { { 1, 2 }, { 3, 4 } }));
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2 }, [3L]));
        Assert.Throws<NotSupportedException>(() => from_array(new[] { "text" }));
    }

    [Fact]
    public void Tensors_do_not_share_the_arrays_memory()
    {
        var array = new[] { 1f, 2 };
        var values = tensor(array);
        array[0] = 9;
        Same.Values([1f, 2], values);
    }

    [Fact]
    public void Gradients_are_wanted_where_asked_for()
    {
        Assert.True(zeros(2, requires_grad: true).requires_grad);
        Assert.True(randn([2], requires_grad: true).requires_grad);
        Assert.True(tensor(new[] { 1f }, requires_grad: true).requires_grad);
        Assert.True(tensor(new[] { 1f }, requires_grad: true).is_leaf);
        Assert.True(zeros_like(zeros(2), requires_grad: true).requires_grad);
        Assert.False(ones(2).requires_grad);
    }

    [Fact]
    public void Sequences_and_fills()
    {
        Same.Values([1f, 1.5f, 2f], linspace(1, 2, 3));
        Same.Values([2L, 4], arange(2, 6, 2));
        Same.Values([1f, 0, 0, 1], eye(2));
        Same.Values([7f, 7], full_like(zeros(2), 7));
        Same.Values([0.5f], zeros(1).fill_(0.5));
        Assert.Equal([3, 2], zeros(2).new_ones(3, 2).shape);
    }
}
