using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using Lasco.Research.Imaging;

namespace Lasco.Research.Tests.Imaging;

public sealed class ImageFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lasco-images-").FullName;

    public static TheoryData<string> Files => [.. ExpectedPixels.ImageFiles];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 300)]
    [InlineData(300, 5)]
    [InlineData(131, 97)]
    public void PngRoundTripsExactly(int width, int height)
    {
        var image = Picture(width, height, noise: 256);
        Assert.Equal(image.Pixels, ImageFile.Decode(ImageFile.EncodePng(image), "image").Pixels);
        image = Picture(width, height, noise: 1);
        Assert.Equal(image.Pixels, ImageFile.Decode(ImageFile.EncodePng(image), "image").Pixels);
    }

    [Fact]
    public void JpegRoundTripsClosely()
    {
        var image = Picture(131, 97, noise: 4);
        var decoded = ImageFile.Decode(ImageFile.EncodeJpeg(image), "image");
        Assert.InRange(ExpectedPixels.MaxDifference(image, decoded), 0, 16);
        Assert.True(ImageFile.EncodeJpeg(image, 50).Length < ImageFile.EncodeJpeg(image).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageFile.EncodeJpeg(image, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageFile.EncodeJpeg(image, 101));
        Assert.Throws<ArgumentException>(() => ImageFile.EncodeJpeg(Picture(65_536, 1, 1)));
    }

    [Fact]
    public void WrittenFilesAreReadWhateverTheirNames()
    {
        var image = Picture(40, 30, noise: 1);
        string png = Path.Combine(folder, "new", "picture.jpg"), jpeg = Path.Combine(folder, "picture.png");
        ImageFile.WritePng(png, image);
        ImageFile.WriteJpeg(jpeg, image);
        Assert.Equal(image.Pixels, ImageFile.Read(png).Pixels);
        Assert.Equal((40, 30), ImageFile.ReadSize(png));
        Assert.Equal((40, 30), ImageFile.ReadSize(jpeg));
        Assert.InRange(ExpectedPixels.MaxDifference(image, ImageFile.Read(jpeg)), 0, 16);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("GIF89a", "found GIF")]
    [InlineData("<html>", "found HTML")]
    [InlineData("RIFF....WEBPVP8 ", "found WebP")]
    [InlineData("plain text", "found something else")]
    public void OtherContentIsNamed(string content, string problem)
    {
        string path = Path.Combine(folder, "picture.png");
        File.WriteAllText(path, content);
        AssertRefused(path, path, problem);
    }

    [Fact]
    public void ALinkIsThePictureThatItLeadsTo()
    {
        string picture = Path.Combine(folder, "picture.png"), link = Path.Combine(folder, "link.jpg"), further = Path.Combine(folder, "further.png"), broken = Path.Combine(folder, "broken.png");
        var pixels = new RgbImage(40, 30, new byte[40 * 30 * 3]);
        new Random(1).NextBytes(pixels.Pixels);
        File.WriteAllBytes(picture, PngEncoder.Encode(pixels));
        File.CreateSymbolicLink(link, "picture.png");
        File.CreateSymbolicLink(further, link);
        File.CreateSymbolicLink(broken, "absent.png");
        Assert.Equal(pixels.Pixels, ImageFile.Read(link).Pixels);
        Assert.Equal(pixels.Pixels, ImageFile.Read(further).Pixels);
        AssertRefused(broken, broken, "no such file");
    }

    [Fact]
    public void WhatIsNoFileIsRefused()
    {
        string absent = Path.Combine(folder, "absent.png");
        AssertRefused(absent, absent, "no such file");
        AssertRefused(folder, folder, "is a folder");
        AssertRefused("/dev/zero", "/dev/zero", "is empty");
        AssertRefused("a\0b", "a\0b", "cannot be read");
        string huge = Path.Combine(folder, "huge.png");
        using (var file = File.Create(huge))
            file.SetLength(ImageFile.MaxFileSize + 1);
        AssertRefused(huge, huge, "bytes");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryTruncationIsRefused(string file)
    {
        byte[] data = File.ReadAllBytes(Path.Combine(ExpectedPixels.Folder, file));
        int step = Math.Max(1, data.Length / 50);
        int[] lengths = [.. Enumerable.Range(0, data.Length).Where(n => n % step == 0 || n > data.Length - 12)];
        foreach (int length in lengths)
        {
            var e = Assert.Throws<InputException>(() => ImageFile.Decode(data.AsSpan(0, length), file));
            Assert.StartsWith(file + ": ", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void BytesBetweenSegmentsAreNoError()
    {
        byte[] jpeg = ImageFile.EncodeJpeg(Picture(20, 10, noise: 1));
        int frame = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        byte[] padded = [.. jpeg[..frame], 1, 2, 3, .. jpeg[frame..], 4, 5, 6];
        Assert.Equal(ImageFile.Decode(jpeg, "a").Pixels, ImageFile.Decode(padded, "b").Pixels);
    }

    [Fact]
    public void AnErrorAfterAWarningIsAnError()
    {
        byte[] jpeg = ImageFile.EncodeJpeg(Picture(20, 10, noise: 1));
        int tables = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xDB }), frame = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        AssertRefused([.. jpeg[..tables], 0xFF, 0xFE, 0, 2, 1, 2, 3, .. jpeg[frame..]], "Quantization table");
    }

    [Fact]
    public void ImagesAreDecodedInParallel()
    {
        byte[] jpeg = File.ReadAllBytes(Path.Combine(ExpectedPixels.Folder, "progressive.jpg"));
        byte[] expected = ImageFile.Decode(jpeg, "image").Pixels;
        Parallel.For(0, 100, i =>
        {
            if (i % 2 == 0)
                Assert.Equal(expected, ImageFile.Decode(jpeg, "image").Pixels);
            else
                Assert.Throws<InputException>(() => ImageFile.Decode(jpeg.AsSpan(0, jpeg.Length / 2), "image"));
        });
    }

    [Fact]
    public void TheSizeIsFoundBehindLongMetadata()
    {
        byte[] jpeg = ImageFile.EncodeJpeg(Picture(20, 10, noise: 1));
        byte[] comment = new byte[60_002];
        (comment[0], comment[1]) = (0xFF, 0xFE);
        BinaryPrimitives.WriteUInt16BigEndian(comment.AsSpan(2), 60_000);
        string path = Path.Combine(folder, "long.jpg");
        File.WriteAllBytes(path, [.. jpeg[..2], .. comment, .. comment, .. comment, .. jpeg[2..]]);
        Assert.Equal((20, 10), ImageFile.ReadSize(path));
    }

    [Fact]
    public void BombsAreRefusedAtOnce()
    {
        var clock = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();

        byte[] png = ImageFile.EncodePng(Picture(4, 4, noise: 1));
        foreach (var (width, height) in new[] { (50_000, 50_000), (int.MaxValue, 1), (-1, -1), (0, 4), (1_000_001, 1), (10_000, 10_000) })
            AssertRefused(WithPngSize(png, width, height), "pixels");

        byte[] jpeg = ImageFile.EncodeJpeg(Picture(4, 4, noise: 1));
        int frame = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        BinaryPrimitives.WriteUInt32BigEndian(jpeg.AsSpan(frame + 5), 0xFFFF_FFFF);
        AssertRefused(jpeg, "65535×65535 pixels");

        byte[] progressive = File.ReadAllBytes(Path.Combine(ExpectedPixels.Folder, "progressive.jpg"));
        int scan = progressive.AsSpan().IndexOf(new byte[] { 0xFF, 0xDA });
        byte[] scans = [.. Enumerable.Repeat(progressive[scan..(scan + 14)], 101).SelectMany(s => s)];
        AssertRefused([.. progressive[..scan], .. scans, .. progressive[scan..]], "scans");

        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void DamagedPngIsRefused()
    {
        byte[] png = ImageFile.EncodePng(Picture(9, 9, noise: 200));
        int pixels = png.AsSpan().IndexOf("IDAT"u8);
        byte[] checksum = [.. png];
        checksum[pixels + 10] ^= 1;
        AssertRefused(checksum, "checksum");
        AssertRefused([.. png[..8], .. png[33..]], "header");
        AssertRefused(PngWith(3, 8, [0, 0]), "palette");
        AssertRefused(PngWith(0, 8, [5, 0]), "filter 5");
        AssertRefused(PngWith(0, 8, [0]), "truncated");
        AssertRefused(PngWith(2, 4, [0, 0, 0]), "bit depth 4");
        AssertRefused(PngWith(7, 8, [0, 0]), "colour type 7");
        Assert.Equal([9, 9, 9], ImageFile.Decode(PngWith(0, 8, [0, 9, 1, 2, 3]), "longer").Pixels);
    }

    /// <summary>A 1×1 PNG of a colour type, bit depth and row.</summary>
    private static byte[] PngWith(byte color, byte depth, byte[] row)
    {
        var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal))
            deflate.Write(row);
        return [.. ImageFormat.PngSignature, .. Chunk("IHDR"u8, [0, 0, 0, 1, 0, 0, 0, 1, depth, color, 0, 0, 0]),
            .. Chunk("IDAT"u8, compressed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] WithPngSize(byte[] png, int width, int height)
    {
        byte[] header = png[16..29];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [.. png[..8], .. Chunk("IHDR"u8, header), .. png[33..]];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(chunk.AsSpan(4, chunk.Length - 8)));
        return chunk;
    }

    private static void AssertRefused(byte[] data, string problem) =>
        Assert.Contains(problem, Assert.Throws<InputException>(() => ImageFile.Decode(data, "image")).Message, StringComparison.Ordinal);

    private static void AssertRefused(string path, string name, string problem)
    {
        foreach (var e in new[] { Assert.Throws<InputException>(() => ImageFile.Read(path)), Assert.Throws<InputException>(() => ImageFile.ReadSize(path)) })
        {
            Assert.Equal(name, e.File);
            Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        }
    }

    private static RgbImage Picture(int width, int height, int noise)
    {
        var random = new Random(width);
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)((((i / 3 % width) + (i / 3 / width)) / 2) + (i % 3 * 20) + random.Next(noise));
        return new RgbImage(width, height, pixels);
    }
}
