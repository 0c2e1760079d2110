namespace Lasco.Research.Imaging;

/// <summary>
/// Reads and writes JPEG and PNG files. Pixels are those of Pillow's <c>Image.open(file).convert("RGB")</c>: alpha is
/// dropped, not blended; EXIF rotation, gamma and colour profiles are ignored. The content tells the format, never the name.
/// </summary>
public static class ImageFile
{
    /// <summary>Images of more pixels are refused before memory is taken for them: Pillow's limit.</summary>
    public const long MaxPixels = 178_956_970;

    /// <summary>Larger files are refused, in bytes.</summary>
    public const long MaxFileSize = 1L << 29;

    private const int HeaderPrefix = 1 << 16;

    /// <summary>Reads an image.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <returns>Its pixels.</returns>
    /// <exception cref="InputException">The file is absent, unreadable, damaged, truncated, too large, or neither JPEG nor PNG.</exception>
    public static RgbImage Read(string path) => Decode(ReadBytes(path, MaxFileSize), path);

    /// <summary>Decodes the content of an image file.</summary>
    /// <param name="data">The whole content of a JPEG or PNG file.</param>
    /// <param name="name">What error messages call it.</param>
    /// <returns>Its pixels.</returns>
    /// <exception cref="InputException">The content is damaged, truncated, too large, or neither JPEG nor PNG.</exception>
    public static RgbImage Decode(ReadOnlySpan<byte> data, string name) => ImageFormat.Of(data) switch
    {
        ImageFormat.Jpeg => JpegCodec.Decode(data, name),
        ImageFormat.Png => PngDecoder.Decode(data, name),
        var other => throw Unsupported(name, other),
    };

    /// <summary>Reads the size of an image from its header, without decoding it.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <returns>Its size in pixels.</returns>
    /// <exception cref="InputException">The file is absent, unreadable, too large, neither JPEG nor PNG, or its header is damaged.</exception>
    public static (int Width, int Height) ReadSize(string path)
    {
        byte[] data = ReadBytes(path, MaxFileSize, HeaderPrefix);
        if (ImageFormat.Of(data) == ImageFormat.Jpeg && data.Length == HeaderPrefix && JpegMarkers.Read(data).Components == 0)
            data = ReadBytes(path, MaxFileSize); // long metadata comes before the frame header
        return ImageFormat.Of(data) switch
        {
            ImageFormat.Jpeg => JpegMarkers.Read(data).Size(path),
            ImageFormat.Png => PngHeader.Read(data, path).Size,
            var other => throw Unsupported(path, other),
        };
    }

    /// <summary>Encodes an image as baseline JPEG with full chroma resolution (4:4:4).</summary>
    /// <param name="image">The image; no side may exceed 65,535 pixels.</param>
    /// <param name="quality">1 to 100.</param>
    /// <returns>The content of a JPEG file.</returns>
    /// <exception cref="ArgumentException">The image is too large for JPEG, or the quality is out of range.</exception>
    public static byte[] EncodeJpeg(RgbImage image, int quality = 92) => JpegCodec.Encode(image, quality);

    /// <summary>Encodes an image as 8-bit RGB PNG, without loss.</summary>
    /// <param name="image">The image.</param>
    /// <returns>The content of a PNG file.</returns>
    public static byte[] EncodePng(RgbImage image) => PngEncoder.Encode(image);

    /// <summary>Writes a JPEG file in one step.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="image">The image; no side may exceed 65,535 pixels.</param>
    /// <param name="quality">1 to 100.</param>
    /// <exception cref="ArgumentException">The image is too large for JPEG, or the quality is out of range.</exception>
    public static void WriteJpeg(string path, RgbImage image, int quality = 92)
    {
        byte[] data = EncodeJpeg(image, quality);
        AtomicFile.Write(path, stream => stream.Write(data));
    }

    /// <summary>Writes a PNG file in one step.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="image">The image.</param>
    public static void WritePng(string path, RgbImage image)
    {
        byte[] data = EncodePng(image);
        AtomicFile.Write(path, stream => stream.Write(data));
    }

    /// <exception cref="InputException">The size is zero or beyond <see cref="MaxPixels"/>.</exception>
    internal static void CheckSize(long width, long height, string name)
    {
        if (width < 1 || height < 1)
            throw new InputException(name, $"the header says {width}×{height} pixels; expected at least 1×1");
        if (width * height > MaxPixels)
            throw new InputException(name, $"the header says {width}×{height} pixels; at most {MaxPixels:N0} are decoded");
    }

    private static InputException Unsupported(string name, string? format) =>
        new(name, $"expected a JPEG or PNG image, found {format ?? "something else"}");

    private static byte[] ReadBytes(string path, long maxSize, int prefix = int.MaxValue)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InputException(path, "is a folder; expected a JPEG or PNG image");
            long length = FileLength.Of(path);
            if (length == 0)
                throw new InputException(path, "is empty; expected a JPEG or PNG image");
            if (length > maxSize)
                throw new InputException(path, $"has {length:N0} bytes; images of at most {maxSize:N0} are read");

            using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            byte[] data = new byte[Math.Min(length, prefix)];
            int count = 0;
            while (count < data.Length && RandomAccess.Read(handle, data.AsSpan(count), count) is > 0 and int read)
                count += read;
            return count == data.Length ? data : data[..count];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, "no such file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, $"cannot be read ({e.Message})", e);
        }
    }
}
