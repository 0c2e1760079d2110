using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Torch.Tests.Utils;

public class TensorAccessorTests
{
    [Fact]
    public void Elements_come_in_row_major_order_whatever_the_strides()
    {
        var x = arange(24, dtype: float32).reshape(2, 3, 4);
        foreach (var view in new[] { x.permute(2, 0, 1), x[.., 1.., TensorIndex.Slice(step: 2)], x.expand(2, 2, 3, 4), x[0, 1], x[1, 1, 1], x[.., ..0] })
        {
            var expected = view.contiguous().data<float>().ToArray();
            var data = view.data<float>();
            Assert.Equal(expected, data.ToArray());
            Assert.Equal(expected, data);
            Assert.Equal(expected.Length, data.Count);
            Assert.Equal(expected, data.ToNDArray().Cast<float>());
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], data[i]);
        }
        Assert.Equal(7f, x.permute(2, 0, 1).data<float>()[3, 0, 1]);
    }

    [Fact]
    public void Writing_changes_the_tensor()
    {
        var x = zeros(2, 3);
        var data = x.t().data<float>();
        data[2, 1] = 5;
        data.CopyFrom([1f, 2f], tensorIndex: 1);
        Same.Values([0f, 2, 0, 1, 0, 5], x);
    }

    [Fact]
    public void Copies_begin_where_told_and_end_where_either_does()
    {
        var target = new float[4];
        arange(6, dtype: float32).reshape(2, 3).t().data<float>().CopyTo(target, arrayIndex: 1, tensorIndex: 4);
        Assert.Equal([0f, 2, 5, 0], target);
    }

    [Fact]
    public void What_is_not_there_cannot_be_read()
    {
        var x = zeros(2, 3);
        var data = x.data<float>();
        Assert.Throws<IndexOutOfRangeException>(() => data[6]);
        Assert.Throws<IndexOutOfRangeException>(() => data[-1]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, 3]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, 0, 0]);
        Assert.Throws<ArgumentException>(() => x.data<int>());
        Assert.Throws<ArgumentException>(() => x.item<float>());
        x.Dispose();
        Assert.Throws<InvalidOperationException>(() => data[0]);
        Assert.Throws<InvalidOperationException>(() => data.ToArray());
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        var x = tensor(new[] { 1, 256 });
        Assert.Equal(new byte[] { 1, 0, 0, 0, 0, 1, 0, 0 }, x.bytes.ToArray());
        x.bytes[0] = 7;
        Same.Values([7, 256], x);
        x.bytes = new byte[8];
        Same.Values([0, 0], x);
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
        Assert.Equal(0, zeros(0).bytes.Length);
        var stream = new MemoryStream();
        arange(1000).WriteBytesToStream(stream);
        stream.Position = 0;
        var copy = zeros(1000, dtype: int64);
        copy.ReadBytesFromStream(stream);
        Assert.True(copy.Equals(arange(1000)));
        Assert.Throws<EndOfStreamException>(() => copy.ReadBytesFromStream(stream));
    }
}
