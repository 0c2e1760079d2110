using Lasco.Notebooks.Protocol;

namespace Lasco.Notebooks.Tests.Protocol;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("😀.Length")]
    [InlineData("a😀b𝄞c")]
    [InlineData("half \ud83d of a pair, then the other \ude00")]
    public void Positions_agree_with_runes(string text)
    {
        int unit = 0, point = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            Assert.Equal(unit, CodePoints.ToUnits(text, point));
            Assert.Equal(point, CodePoints.FromUnits(text, unit));
            unit += rune.Utf16SequenceLength;
            point++;
        }

        Assert.Equal(text.Length, CodePoints.ToUnits(text, point));
        Assert.Equal(point, CodePoints.FromUnits(text, text.Length));
    }

    [Fact]
    public void Positions_outside_are_moved_to_the_ends()
    {
        Assert.Equal(0, CodePoints.ToUnits("😀", -3));
        Assert.Equal(2, CodePoints.ToUnits("😀", int.MaxValue));
        Assert.Equal(0, CodePoints.FromUnits("😀", -3));
        Assert.Equal(1, CodePoints.FromUnits("😀", int.MaxValue));
    }
}
