using System.Buffers.Binary;
using System.IO.Compression;
using Lasco.Research.Checkpoints;

namespace Lasco.Research.Tests.Checkpoints;

public class StoredZipTests : CheckpointTest
{
    private const int Local = 0x04034b50, Central = 0x02014b50, End = 0x06054b50, Locator = 0x07064b50, End64 = 0x06064b50;

    private static readonly byte[] Pickle = new PickleWriter().Storage("0", 2).Stopped();

    private static byte[] Small() => TorchArchive.WithFloats(Pickle, 2);

    private static byte[] Large() => File.ReadAllBytes(Fixture("pth", "linear.pth"));

    [Fact]
    public void An_archive_opens_whatever_its_folder_is_called_and_whatever_else_it_holds()
    {
        byte[] pickle = new PickleWriter().Op(PickleOpcode.NONE).Stopped();
        (string, byte[])[] extras =
        [
            ("archive/byteorder", "little"u8.ToArray()), ("archive/.data/serialization_id", "1"u8.ToArray()), ("archive/version", "3\n"u8.ToArray()),
            ("archive/sub/data.pkl", [1]),
        ];
        TorchCheckpoint.Open(Temporary("a", TorchArchive.Of(pickle, extras))).Dispose();
    }

    [Fact]
    public void Big_endian_two_roots_and_no_root_are_refused()
    {
        Assert.Contains("big-endian", Refusal(TorchArchive.Of(Pickle, ("archive/byteorder", "big"u8.ToArray()))));
        Assert.Contains("two checkpoints", Refusal(TorchArchive.Of(Pickle, ("other/data.pkl", Pickle))));

        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("readme.txt");
        Assert.Contains("data.pkl", Refusal(stream.ToArray()));
        Assert.Contains("twice", Refusal(TorchArchive.Of(Pickle, ("archive/data.pkl", Pickle))));
    }

    [Fact]
    public void A_compressed_storage_is_refused_and_never_inflated()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = zip.CreateEntry("archive/data.pkl", CompressionLevel.NoCompression).Open())
                entry.Write(Pickle);
            using (var entry = zip.CreateEntry("archive/data/0", CompressionLevel.Optimal).Open())
                entry.Write(new byte[1 << 20]);
        }

        Assert.Contains("'archive/data/0' is compressed", Refusal(stream.ToArray()));
    }

    [Theory]
    [InlineData(Central, 0, 2, 0, "entry 0 of the directory")]
    [InlineData(Central, 8, 2, 1, "encrypted")]
    [InlineData(Central, 10, 2, 8, "compressed")]
    [InlineData(Central, 20, 4, 0, "two lengths")]
    [InlineData(Central, 24, 4, 1000, "two lengths")]
    [InlineData(Central, 28, 2, 60000, "past its end")]
    [InlineData(Central, 28, 2, 5, "")]
    [InlineData(Central, 30, 2, 60000, "past its end")]
    [InlineData(Central, 42, 4, 1, "does not begin")]
    [InlineData(Central, 42, 4, uint.MaxValue - 1, "does not begin")]
    [InlineData(Local, 26, 2, 60000, "runs past")]
    [InlineData(Local, 28, 2, 60000, "runs past")]
    [InlineData(Local, 30, 1, 'X', "another name")]
    [InlineData(End, 10, 2, 60000, "cannot hold")]
    [InlineData(End, 12, 4, uint.MaxValue, "outside")]
    [InlineData(End, 16, 4, uint.MaxValue, "outside")]
    [InlineData(End, 20, 2, 1, "no end record")]
    public void A_header_that_lies_is_refused(int mark, int field, int size, long value, string reason) =>
        Assert.Contains(reason, Refusal(Patched(Small(), mark, field, size, value)));

    [Theory]
    [InlineData(Locator, 8, 8, -1, "zip64 end record")]
    [InlineData(Locator, 8, 8, 0, "zip64 end record")]
    [InlineData(End64, 32, 8, -1, "cannot hold")]
    [InlineData(End64, 32, 8, 1 << 20, "cannot hold")]
    [InlineData(End64, 40, 8, -1, "outside")]
    [InlineData(End64, 48, 8, -1, "outside")]
    [InlineData(End64, 48, 8, 1, "directory")]
    public void A_zip64_header_that_lies_is_refused(int mark, int field, int size, long value, string reason) =>
        Assert.Contains(reason, Refusal(Patched(Large(), mark, field, size, value)));

    [Fact]
    public void Entries_that_share_bytes_are_refused()
    {
        byte[] archive = Small();
        int first = Find(archive, Central);
        uint oneByteIntoTheNext = BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(first + 20)) + 1;
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(first + 20), oneByteIntoTheNext);
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(first + 24), oneByteIntoTheNext);
        Assert.Contains("overlap", Refusal(archive));
    }

    [Fact]
    public void Every_truncation_of_an_archive_is_refused()
    {
        foreach (byte[] whole in new[] { Small(), Large() })
        {
            for (int length = 0; length < whole.Length; length++)
                Assert.Throws<InputException>(() => TorchCheckpoint.Open(Temporary("cut.pth", whole[..length])));
        }
    }

    private static byte[] Patched(byte[] archive, int mark, int field, int size, long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        bytes.AsSpan(0, size).CopyTo(archive.AsSpan(Find(archive, mark) + field));
        return archive;
    }

    private static int Find(byte[] archive, int mark)
    {
        byte[] bytes = BitConverter.GetBytes(mark);
        int at = archive.AsSpan().IndexOf(bytes);
        Assert.True(at >= 0);
        return at;
    }

    private string Refusal(byte[] archive)
    {
        string path = Temporary("refused.pth", archive);
        string message = Assert.Throws<InputException>(() => TorchCheckpoint.Open(path)).Message;
        Assert.StartsWith(path, message);
        return message;
    }
}
