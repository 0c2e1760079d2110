using System.Buffers.Binary;
using System.Diagnostics;
using Lasco.Research.Imaging;

namespace Lasco.Research.Tests.Imaging;

/// <summary>Damaged files give pixels or an <see cref="InputException"/>: no other exception, no crash, no leak of native memory.</summary>
public class ImageFuzzTests
{
    public static TheoryData<string> Files => [.. ExpectedPixels.ImageFiles];

    [Theory]
    [MemberData(nameof(Files))]
    public void SomeDamageGivesPixelsOrInputException(string file) => Fuzz(file, rounds: 100);

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Speed", "Slow")]
    public void MuchDamageGivesPixelsOrInputException(string file) => Fuzz(file, rounds: 3000);

    [Fact]
    [Trait("Speed", "Slow")]
    public void NativeMemoryIsReturned()
    {
        byte[][] images = [.. new[] { "cmyk.jpg", "progressive.jpg", "exif_rotated.jpg" }.Select(f => File.ReadAllBytes(Path.Combine(ExpectedPixels.Folder, f)))];
        var random = new Random(1);
        void Round(int count)
        {
            for (int i = 0; i < count; i++)
            {
                _ = Decodes(images[i % images.Length]);
                _ = Decodes(Damage(images[i % images.Length], random, isPng: false));
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Round(300);
        long before = Process.GetCurrentProcess().WorkingSet64;
        Round(1000); // a progressive image's coefficients alone take 100 KB
        Assert.InRange(Process.GetCurrentProcess().WorkingSet64 - before, long.MinValue, 40 << 20);
    }

    private static void Fuzz(string file, int rounds)
    {
        byte[] original = File.ReadAllBytes(Path.Combine(ExpectedPixels.Folder, file));
        var random = new Random(original.Length);
        for (int round = 0; round < rounds; round++)
            _ = Decodes(Damage(original, random, isPng: file.EndsWith(".png", StringComparison.Ordinal)));
    }

    private static bool Decodes(byte[] data)
    {
        try
        {
            var image = ImageFile.Decode(data, "damaged");
            Assert.Equal(image.Width * image.Height * 3, image.Pixels.Length);
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>Flips, cuts out, repeats or zeroes some bytes; in a PNG, checksums are mended half of the time, so that more than the checksum is tested.</summary>
    private static byte[] Damage(byte[] original, Random random, bool isPng)
    {
        byte[] data = [.. original];
        int position = random.Next(2, data.Length), end = Math.Min(data.Length, position + random.Next(1, 40));
        switch (random.Next(6))
        {
            case 0:
                data = data[..position];
                break;
            case 1:
                data = [.. data[..position], .. data[end..]];
                break;
            case 2:
                data = [.. data[..end], .. data[position..]];
                break;
            case 3:
                data.AsSpan(position, end - position).Clear();
                break;
            default:
                for (int flips = random.Next(1, 10); flips > 0; flips--)
                    data[random.Next(2, random.Next(2) == 0 ? data.Length : Math.Min(data.Length, 700))] ^= (byte)(1 << random.Next(8));
                break;
        }

        if (isPng && random.Next(2) == 0)
            MendChecksums(data);
        return data;
    }

    private static void MendChecksums(byte[] png)
    {
        for (int at = 8; at + 12 <= png.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
                return;
            var content = png.AsSpan(at + 4, 4 + (int)length);
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(at + 8 + (int)length), Crc32.Of(content));
            at += 12 + (int)length;
        }
    }
}
