using System.Buffers.Binary;
using System.IO.Compression;

namespace Lasco.Research.Imaging;

/// <summary>Encodes 8-bit RGB PNG files.</summary>
internal static class PngEncoder
{
    private const int Filters = 5;

    public static byte[] Encode(RgbImage image)
    {
        var file = new MemoryStream();
        file.Write(ImageFormat.PngSignature);

        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = (byte)PngColor.Rgb;
        WriteChunk(file, "IHDR"u8, header);

        var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            WriteRows(deflate, image);
        WriteChunk(file, "IDAT"u8, compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Filters each row in the way whose differences sum to the least magnitude, as the PNG specification suggests.</summary>
    private static void WriteRows(Stream deflate, RgbImage image)
    {
        int length = image.Width * 3;
        byte[] above = new byte[length];
        byte[][] candidates = [.. Enumerable.Range(0, Filters).Select(_ => new byte[1 + length])];
        for (int y = 0; y < image.Height; y++)
        {
            var row = image.Pixels.AsSpan(y * length, length);
            byte[] best = candidates[0];
            long least = long.MaxValue;
            for (int filter = 0; filter < Filters; filter++)
            {
                candidates[filter][0] = (byte)filter;
                long magnitude = PngFilter.Apply(filter, row, above, pixel: 3, candidates[filter].AsSpan(1));
                if (magnitude < least)
                    (least, best) = (magnitude, candidates[filter]);
            }

            deflate.Write(best);
            row.CopyTo(above);
        }
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        int start = (int)file.Position;
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(file.GetBuffer().AsSpan(start, (int)file.Position - start)));
        file.Write(number);
    }
}
