namespace Lasco.Research.Imaging;

/// <summary>An image of 8-bit RGB pixels.</summary>
[TypeFormatterSource(typeof(RgbImageFormatterSource), PreferredMimeTypes = ["image/png"])]
public sealed class RgbImage
{
    /// <summary>Wraps pixels without copying them.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">height × width × 3 bytes, rows from the top, red first.</param>
    /// <exception cref="ArgumentException">The sizes do not agree.</exception>
    public RgbImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != 3L * width * height)
            throw new ArgumentException($"{width}×{height} RGB pixels take {3L * width * height} bytes, not {pixels.Length}", nameof(pixels));
        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The pixels: height × width × 3 bytes, rows from the top, red first.</summary>
    public byte[] Pixels { get; }
}
