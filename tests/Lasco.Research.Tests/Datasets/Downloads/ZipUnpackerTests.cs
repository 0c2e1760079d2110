using System.IO.Compression;
using System.Text;
using Lasco.Research.Datasets.Downloads;

namespace Lasco.Research.Tests.Datasets.Downloads;

public sealed class ZipUnpackerTests : IDisposable
{
    private readonly AnnotationFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Unpacks_the_members_that_are_wanted()
    {
        Zip(("annotations/a.json", "aa"), ("annotations/b.json", "bb"), ("train2014/", ""), ("train2014/1.jpg", "one"), ("train2014/deep/2.jpg", "two"));
        Unpack("annotations/b.json", "train2014/");
        Assert.Equal(["annotations/b.json", "train2014/1.jpg", "train2014/deep/2.jpg"], Unpacked());
        Assert.Equal("two", File.ReadAllText(folder.PathOf("out/train2014/deep/2.jpg")));
    }

    [Fact]
    public void Goes_on_where_it_was_stopped()
    {
        Zip(("a/1", "one"), ("a/2", "two"), ("a/3", "three"));
        folder.Write("out/a/1", "ONE"); // the same length: taken for what it is called
        folder.Write("out/a/2", "t");
        Unpack("a/");
        Assert.Equal(["ONE", "two", "three"], new[] { "1", "2", "3" }.Select(name => File.ReadAllText(folder.PathOf($"out/a/{name}"))));

        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        File.Delete(folder.PathOf("out/a/3"));
        Assert.Throws<OperationCanceledException>(() => Unpack(stopped.Token, "a/"));
        Assert.Equal(["a/1", "a/2"], Unpacked());
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("/etc/evil")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("..\\evil")]
    [InlineData("C:\\evil")]
    [InlineData("C:/evil")]
    [InlineData("a/\0b")]
    public void A_name_that_may_leave_the_folder_is_refused_before_anything_is_written(string name)
    {
        Zip(("a/fine", "x"), (name, "evil"));
        Assert.Contains("below the folder", Assert.Throws<InputException>(() => Unpack("a/")).Message);
        Assert.Empty(Unpacked());
    }

    [Theory]
    [InlineData(0xA1FF)]
    [InlineData(0x21FF)]
    [InlineData(0x11FF)]
    public void Links_and_devices_are_refused(int mode)
    {
        using (var zip = ZipFile.Open(folder.PathOf("x.zip"), ZipArchiveMode.Create))
        {
            ZipArchiveEntry entry = zip.CreateEntry("a/link");
            entry.ExternalAttributes = mode << 16;
            using Stream target = entry.Open();
            target.Write("/etc/passwd"u8);
        }

        Assert.Contains("a link or a device", Assert.Throws<InputException>(() => Unpack("a/")).Message);
        Assert.Empty(Unpacked());
    }

    [Fact]
    public void A_bomb_is_refused_by_what_it_says()
    {
        Zip(("a/zeros", new string('\0', 3_000_000)), CompressionLevel.SmallestSize);
        Assert.Contains("more than 200 times", Assert.Throws<InputException>(() => Unpack("a/")).Message);
        Assert.Empty(Unpacked());
    }

    [Fact]
    public void A_bomb_that_lies_is_stopped_at_what_it_says()
    {
        Zip(("a/zeros", new string('\0', 3_000_000)));
        byte[] zip = File.ReadAllBytes(folder.PathOf("x.zip"));
        Assert.True(Replace(zip, BitConverter.GetBytes(3_000_000), BitConverter.GetBytes(1000)) >= 1);
        folder.Write("x.zip", zip);
        Assert.Throws<InputException>(() => Unpack("a/"));
        Assert.Empty(Unpacked());
    }

    [Fact]
    public void Members_that_occur_twice_are_absent_or_damaged_are_refused()
    {
        Zip(("a/x", "1"), ("a/X", "2"));
        Assert.Contains("twice", Assert.Throws<InputException>(() => Unpack("a/")).Message);
        Zip(("a/x", "1"));
        Assert.Contains("has no member \"b/\"", Assert.Throws<InputException>(() => Unpack("a/", "b/")).Message);
        Zip(("a/x", "some text that is stored"), level: CompressionLevel.NoCompression);
        byte[] zip = File.ReadAllBytes(folder.PathOf("x.zip"));
        Replace(zip, Encoding.ASCII.GetBytes("some text"), Encoding.ASCII.GetBytes("SOME text"));
        folder.Write("x.zip", zip);
        Assert.Contains("is damaged", Assert.Throws<InputException>(() => Unpack("a/")).Message);
        Assert.Empty(Unpacked());
    }

    [Fact]
    public void What_is_no_archive_or_is_cut_short_is_said()
    {
        folder.Write("x.zip", "<html>not here</html>");
        Assert.Contains("is not a zip archive", Assert.Throws<InputException>(() => Unpack("a/")).Message);
        Zip(("a/x", "1"));
        byte[] zip = File.ReadAllBytes(folder.PathOf("x.zip"));
        for (int length = 0; length < zip.Length; length++)
        {
            folder.Write("x.zip", zip[..length]);
            Assert.Throws<InputException>(() => Unpack("a/"));
        }

        var random = new Random(1);
        for (int i = 0; i < 300; i++)
        {
            byte[] broken = [.. zip];
            broken[random.Next(zip.Length)] ^= (byte)(1 << random.Next(8));
            folder.Write("x.zip", broken);
            Assert.True(Record.Exception(() => Unpack("a/")) is null or InputException);
        }
    }

    [Fact]
    public void Asks_for_room_first()
    {
        Zip(("a/x", "1"));
        Assert.Throws<DownloadException>(() => ZipUnpacker.Unpack(folder.PathOf("x.zip"), folder.PathOf("out"), ["a/"], _ => 10, null, default));
        Assert.Empty(Unpacked());
    }

    private void Unpack(params string[] members) => Unpack(default, members);

    private void Unpack(CancellationToken cancellation, params string[] members) =>
        ZipUnpacker.Unpack(folder.PathOf("x.zip"), folder.PathOf("out"), members, _ => long.MaxValue, null, cancellation);

    private string[] Unpacked() => Directory.Exists(folder.PathOf("out"))
        ? [.. Directory.GetFiles(folder.PathOf("out"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.PathOf("out"), file)).Order(StringComparer.Ordinal)]
        : [];

    private void Zip(params (string Name, string Text)[] entries) => Zip(CompressionLevel.Fastest, entries);

    private void Zip((string Name, string Text) entry, CompressionLevel level) => Zip(level, entry);

    private void Zip(CompressionLevel level, params (string Name, string Text)[] entries)
    {
        File.Delete(folder.PathOf("x.zip"));
        using ZipArchive zip = ZipFile.Open(folder.PathOf("x.zip"), ZipArchiveMode.Create);
        foreach ((string name, string text) in entries)
        {
            using Stream stream = zip.CreateEntry(name, level).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    private static int Replace(byte[] data, byte[] old, byte[] by)
    {
        int count = 0;
        for (int at; (at = data.AsSpan().IndexOf(old)) >= 0; count++)
            by.CopyTo(data, at);
        return count;
    }
}
