namespace Lasco.Research.Imaging;

/// <summary>JPEG by libjpeg-turbo.</summary>
internal static class JpegCodec
{
    private const int MaxSide = 65_535;

    // A progressive file may ask for any number of passes over all pixels; encoders use about ten.
    private const int MaxScans = 100;

    public static RgbImage Decode(ReadOnlySpan<byte> data, string name)
    {
        var markers = JpegMarkers.Read(data);
        var (width, height) = markers.Size(name);
        if (markers.Scans > MaxScans)
            throw new InputException(name, $"the JPEG has {markers.Scans} scans; at most {MaxScans} are decoded");
        if (!markers.Complete)
            throw new InputException(name, $"truncated JPEG (no end of image within {data.Length:N0} bytes)");

        using var codec = TurboJpeg.Decompressor();
        if (codec.ReadSize(data, out int codecWidth, out int codecHeight) is string headerError)
            throw new InputException(name, $"damaged JPEG ({headerError})");
        if ((codecWidth, codecHeight) != (width, height))
            throw new InputException(name, "damaged JPEG (two frame headers)");

        byte[] pixels = GC.AllocateUninitializedArray<byte>(width * height * 3);
        string? error = markers.Components == 4
            ? DecodeCmyk(codec, data, pixels, width, height)
            : codec.Decompress(data, pixels, width, height, TurboJpeg.Rgb);
        return error is null ? new RgbImage(width, height, pixels) : throw new InputException(name, $"damaged JPEG ({error})");
    }

    public static byte[] Encode(RgbImage image, int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        if (Math.Max(image.Width, image.Height) > MaxSide)
            throw new ArgumentException($"JPEG holds at most {MaxSide} pixels a side, not {image.Width}×{image.Height}", nameof(image));
        using var codec = TurboJpeg.Compressor();
        return codec.Compress(image, quality);
    }

    private static string? DecodeCmyk(TurboJpeg codec, ReadOnlySpan<byte> data, Span<byte> pixels, int width, int height)
    {
        byte[] cmyk = GC.AllocateUninitializedArray<byte>(width * height * 4);
        if (codec.Decompress(data, cmyk, width, height, TurboJpeg.Cmyk) is string error)
            return error;
        for (int from = 0, to = 0; from < cmyk.Length; from += 4, to += 3)
        {
            // Adobe's files, and so all in practice, hold 255 minus each ink: the light that it lets through.
            int light = cmyk[from + 3];
            for (int c = 0; c < 3; c++)
                pixels[to + c] = (byte)Math.Clamp(light - MultiplyBytes(255 - cmyk[from + c], light), 0, 255);
        }

        return null;
    }

    /// <summary>a·b / 255, rounded to the nearest.</summary>
    private static int MultiplyBytes(int a, int b)
    {
        int product = (a * b) + 128;
        return ((product >> 8) + product) >> 8;
    }
}
