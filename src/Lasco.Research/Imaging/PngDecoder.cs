using System.IO.Compression;

namespace Lasco.Research.Imaging;

/// <summary>
/// Decodes PNG files of every colour type and bit depth, interlaced or not. Stricter than Pillow with damaged files:
/// every checksum must be right and the end chunk there.
/// </summary>
internal static class PngDecoder
{
    // Deflate expands at most 1032 to 1: what promises more is truncated, and is refused before memory is taken for it.
    private const long MaxExpansion = 1032;

    // Adam7: first column and row, distance between columns and rows.
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly (int X, int Y, int StepX, int StepY)[] OnePass = [(0, 0, 1, 1)];

    public static RgbImage Decode(ReadOnlySpan<byte> data, string name)
    {
        var header = PngHeader.Read(data, name);
        var (compressed, palette) = ReadChunks(data, header, name);
        if ((compressed.Length + 1) * MaxExpansion < (long)header.BytesPerRow(header.Width) * header.Height)
            throw new InputException(name, $"truncated PNG ({compressed.Length:N0} bytes of compressed pixels for {header.Width}×{header.Height})");

        byte[] pixels = GC.AllocateUninitializedArray<byte>(header.Width * header.Height * 3);
        try
        {
            compressed.Position = 0;
            using var inflated = new ZLibStream(compressed, CompressionMode.Decompress);
            foreach (var pass in header.Interlaced ? Adam7 : OnePass)
                ReadPass(inflated, header, pass, palette, pixels);
            _ = inflated.ReadByte(); // the stream's checksum follows its last pixel
        }
        catch (EndOfStreamException e)
        {
            throw new InputException(name, "truncated PNG (pixels are missing)", e);
        }
        catch (InvalidDataException e)
        {
            throw new InputException(name, $"damaged PNG ({e.Message})", e);
        }

        return new RgbImage(header.Width, header.Height, pixels);
    }

    private static (MemoryStream Compressed, byte[] Palette) ReadChunks(ReadOnlySpan<byte> data, PngHeader header, string name)
    {
        var compressed = new MemoryStream();
        byte[]? palette = null;
        var chunks = new PngChunks(data, name);
        while (chunks.MoveNext())
        {
            if (chunks.Is("IDAT"u8))
            {
                compressed.Write(chunks.Data);
            }
            else if (chunks.Is("PLTE"u8))
            {
                palette ??= FullPalette(chunks.Data);
            }
            else if (chunks.Is("IEND"u8))
            {
                if (header.Color == PngColor.Palette && palette is null)
                    throw new InputException(name, "damaged PNG (the palette is missing)");
                return (compressed, palette ?? []);
            }
        }

        throw new InputException(name, "truncated PNG (the end chunk is missing)");
    }

    /// <summary>256 colours: those of the file, then the greys that Pillow shows for numbers beyond them.</summary>
    private static byte[] FullPalette(ReadOnlySpan<byte> colors)
    {
        byte[] palette = new byte[256 * 3];
        for (int i = 0; i < palette.Length; i++)
            palette[i] = (byte)(i / 3);
        int stored = Math.Min(colors.Length / 3, 256) * 3;
        colors[..stored].CopyTo(palette);
        return palette;
    }

    private static void ReadPass(Stream inflated, PngHeader header, (int X, int Y, int StepX, int StepY) pass, byte[] palette, byte[] pixels)
    {
        int width = (header.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (width < 1)
            return;
        int length = header.BytesPerRow(width);
        byte[] row = new byte[1 + length], above = new byte[1 + length];
        byte[] rgb = pass.StepX == 1 ? [] : new byte[width * 3];
        for (int y = pass.Y; y < header.Height; y += pass.StepY)
        {
            inflated.ReadExactly(row);
            PngFilter.Undo(row[0], row.AsSpan(1), above.AsSpan(1), header.BytesPerPixel);
            var target = pixels.AsSpan(y * header.Width * 3, header.Width * 3);
            if (pass.StepX == 1)
            {
                PngPixels.ToRgb(row.AsSpan(1), header, palette, target);
            }
            else
            {
                PngPixels.ToRgb(row.AsSpan(1), header, palette, rgb);
                for (int x = 0; x < width; x++)
                    rgb.AsSpan(x * 3, 3).CopyTo(target[((pass.X + (x * pass.StepX)) * 3)..]);
            }

            (row, above) = (above, row);
        }
    }
}
