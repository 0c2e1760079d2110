using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Tensors;

public class IndexingTests
{
    private readonly Tensor _grid = arange(24).reshape(2, 3, 4);

    [Fact]
    public void Numbers_select()
    {
        Same.Values([23L], _grid[1, 2, 3]);
        Same.Values([23L], _grid[-1, -1, -1]);
        Same.Values([20L, 21, 22, 23], _grid[1, 2]);
        Assert.Equal([3, 4], _grid[1].shape);
    }

    [Fact]
    public void Ranges_slice()
    {
        Assert.Equal([2, 2, 2], _grid[.., 1.., 1..^1].shape);
        Same.Values([5L, 6, 9, 10, 17, 18, 21, 22], _grid[.., 1.., 1..^1].contiguous());
        Same.Values([3L, 7, 11], _grid[0, .., ^1]);
        Same.Values([0L, 2, 4, 6, 8, 10], _grid[0, TensorIndex.Colon, TensorIndex.Slice(step: 2)].contiguous());
        Same.Values([13L, 14], _grid[TensorIndex.Single(1), TensorIndex.Single(0), (1, 3)]);
    }

    [Fact]
    public void Ellipses_and_new_dimensions()
    {
        Assert.Equal([2, 3], _grid[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([2, 1, 3, 4], _grid[TensorIndex.Colon, TensorIndex.None].shape);
    }

    [Fact]
    public void Tensors_gather_and_mask()
    {
        Same.Values([12L, 13, 14, 15, 0, 1, 2, 3], _grid[tensor(new long[] { 1, 0 }), tensor(0L)].contiguous());
        Same.Values([22L, 23], _grid[_grid > 21]);
    }

    [Fact]
    public void Assigning_writes_through()
    {
        var target = zeros(3, 4);
        target[1] = ones(4);
        target[TensorIndex.Colon, TensorIndex.Slice(2, 3)] = tensor(5f);
        target[0, 0] = 7f;
        target[target == 0] = tensor(-1f);
        Same.Values([7f, -1, 5, -1, 1, 1, 5, 1, -1, -1, 5, -1], target);
    }

    [Fact]
    public void Accumulating_counts_repeated_positions()
    {
        var target = zeros(3);
        target.index_put_(ones(4), [tensor(new long[] { 0, 2, 2, 2 })], accumulate: true);
        Same.Values([1f, 0, 3], target);
    }

    [Fact]
    public void Gather_scatter_and_select_agree()
    {
        var values = randn(5, 7);
        var index = randint(7, [5, 3]);
        var picked = values.gather(1, index);
        Same.Close(picked, values.take_along_dim(index, 1), 0);
        Same.Close(zeros(5, 7).scatter(1, values.argsort(1), values.sort(1).Values), values, 0);
        Same.Close(values.index_select(1, tensor(new long[] { 6, 0 })), cat([values[.., 6..], values[.., ..1]], 1), 0);
        Same.Close(zeros(4).index_add(0, tensor(new long[] { 1, 1 }), tensor(new[] { 2f, 3f }), 2), tensor(new[] { 0f, 10f, 0f, 0f }), 0);
    }

    [Fact]
    public void Parts_join_to_the_whole()
    {
        var values = randn(7, 3);
        Same.Close(values, cat(values.split(3)), 0);
        Same.Close(values, cat(values.split([2L, 4, 1], 0)), 0);
        Same.Close(values, cat(values.chunk(3)), 0);
        Same.Close(values, stack(values.unbind()), 0);
        Assert.Equal([3, 3, 1], values.split(3).Select(part => part.size(0)));
        Assert.Throws<ArgumentException>(() => cat([]));
    }
}
