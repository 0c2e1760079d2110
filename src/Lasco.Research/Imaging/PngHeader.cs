using System.Buffers.Binary;

namespace Lasco.Research.Imaging;

/// <summary>PNG's colour types, by their numbers in the file.</summary>
internal enum PngColor
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}

/// <summary>The IHDR chunk: how the pixels are stored.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColor Color, bool Interlaced)
{
    private const int Length = 13;

    // Bounds a row at 8 MB; libpng has the same default.
    private const int MaxSide = 1_000_000;

    public (int Width, int Height) Size => (Width, Height);

    public int Channels => Color switch
    {
        PngColor.Rgb => 3,
        PngColor.GreyAlpha => 2,
        PngColor.Rgba => 4,
        _ => 1,
    };

    /// <summary>The distance from a byte to the same byte of the pixel before it.</summary>
    public int BytesPerPixel => Math.Max(1, Channels * BitDepth / 8);

    public int BytesPerRow(int width) => (int)((((long)width * Channels * BitDepth) + 7) / 8);

    /// <exception cref="InputException">The header is not one, or its size is refused.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> data, string name)
    {
        var chunks = new PngChunks(data, name);
        if (!chunks.MoveNext() || !chunks.Is("IHDR"u8) || chunks.Data.Length != Length)
            throw new InputException(name, "damaged PNG (the header chunk is missing)");

        var header = chunks.Data;
        uint width = BinaryPrimitives.ReadUInt32BigEndian(header);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        ImageFile.CheckSize(width, height, name);
        if (Math.Max(width, height) > MaxSide)
            throw new InputException(name, $"the header says {width}×{height} pixels; at most {MaxSide:N0} a side are decoded");

        var (depth, color) = (header[8], (PngColor)header[9]);
        bool valid = color switch
        {
            PngColor.Grey => depth is 1 or 2 or 4 or 8 or 16,
            PngColor.Palette => depth is 1 or 2 or 4 or 8,
            PngColor.Rgb or PngColor.GreyAlpha or PngColor.Rgba => depth is 8 or 16,
            _ => false,
        };
        if (!valid || header[10] != 0 || header[11] != 0 || header[12] > 1)
            throw new InputException(name, $"damaged PNG (bit depth {depth}, colour type {header[9]}, compression {header[10]}, filter {header[11]}, interlace {header[12]})");
        return new PngHeader((int)width, (int)height, depth, color, header[12] == 1);
    }
}
