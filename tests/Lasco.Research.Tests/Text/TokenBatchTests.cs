using Lasco.Research.Text;

namespace Lasco.Research.Tests.Text;

public class TokenBatchTests
{
    [Fact]
    public void Pads_to_the_longest()
    {
        TokenBatch batch = TokenBatch.Pad([[1, 2, 3], [], [4]], 9);
        Assert.Equal((3, 3), (batch.Rows, batch.Columns));
        Assert.Equal([1, 2, 3, 9, 9, 9, 4, 9, 9], batch.Ids);
        Assert.Equal([1, 1, 1, 0, 0, 0, 1, 0, 0], batch.Mask);
    }

    [Fact]
    public void Pads_to_a_given_length()
    {
        TokenBatch batch = TokenBatch.Pad([[1, 2]], 0, 4);
        Assert.Equal([1, 2, 0, 0], batch.Ids);
        Assert.Throws<ArgumentException>(() => TokenBatch.Pad([[1, 2]], 0, 1));
        Assert.Equal((0, 0), (TokenBatch.Pad([], 0).Rows, TokenBatch.Pad([], 0).Columns));
    }
}
