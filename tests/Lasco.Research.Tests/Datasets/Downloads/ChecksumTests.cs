using Lasco.Research.Datasets.Downloads;

namespace Lasco.Research.Tests.Datasets.Downloads;

public class ChecksumTests
{
    [Theory]
    [InlineData(ChecksumKind.Sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(ChecksumKind.Md5, "abc", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData(ChecksumKind.GitBlob, "hello world\n", "3b18e512dba79e4c8300dd08aeb37f8e728b8dad")]
    [InlineData(ChecksumKind.GitBlob, "", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")]
    public void Known_values(ChecksumKind kind, string content, string value)
    {
        using var folder = new AnnotationFolder();
        string file = folder.Write("x", content);
        Assert.True(new Checksum(kind, value).Matches(file));
        folder.Write("x", content + "!");
        Assert.False(new Checksum(kind, value).Matches(file));
    }

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1000, "1.00 kB")]
    [InlineData(999_600, "1.00 MB")]
    [InlineData(13_510_573_713, "13.5 GB")]
    [InlineData(252_872_794, "253 MB")]
    [InlineData(5e15, "5000 TB")]
    public void Sizes_as_people_read_them(double bytes, string text) => Assert.Equal(text, ByteSize.Format(bytes));
}
