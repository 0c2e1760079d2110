namespace Lasco.Research.Imaging;

/// <summary>Turns the stored samples of a row into RGB as Pillow does.</summary>
internal static class PngPixels
{
    public static void ToRgb(ReadOnlySpan<byte> row, PngHeader header, ReadOnlySpan<byte> palette, Span<byte> rgb)
    {
        switch (header.Color, header.BitDepth)
        {
            case (PngColor.Rgb, 8):
                row.CopyTo(rgb);
                break;
            case (PngColor.Palette, var depth):
                for (int x = 0; x < rgb.Length / 3; x++)
                    palette.Slice(Sample(row, x, depth) * 3, 3).CopyTo(rgb[(x * 3)..]);
                break;
            case (PngColor.Grey, 16):
                for (int x = 0; x < rgb.Length / 3; x++) // clipped, not scaled: Pillow's mode I
                    rgb.Slice(x * 3, 3).Fill(row[2 * x] == 0 ? row[(2 * x) + 1] : (byte)255);
                break;
            case (PngColor.Grey, var depth):
                for (int x = 0; x < rgb.Length / 3; x++)
                    rgb.Slice(x * 3, 3).Fill((byte)(Sample(row, x, depth) * 255 / ((1 << depth) - 1)));
                break;
            case (PngColor.GreyAlpha, _):
                for (int x = 0; x < rgb.Length / 3; x++)
                    rgb.Slice(x * 3, 3).Fill(row[x * header.BytesPerPixel]);
                break;
            default: // RGB of 16 bits, RGBA: the first byte of each of the first three samples
                int sample = header.BitDepth / 8;
                for (int from = 0, to = 0; to < rgb.Length; from += header.BytesPerPixel, to += 3)
                {
                    rgb[to] = row[from];
                    rgb[to + 1] = row[from + sample];
                    rgb[to + 2] = row[from + (2 * sample)];
                }

                break;
        }
    }

    /// <summary>Sample <paramref name="x"/> of a row of 1, 2, 4 or 8 bits each, the first in the highest bits.</summary>
    private static int Sample(ReadOnlySpan<byte> row, int x, int depth)
    {
        int bit = x * depth;
        return (row[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }
}
