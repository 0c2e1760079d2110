using System.Runtime.InteropServices;

namespace Lasco.Research.Imaging;

/// <summary>
/// The TurboJPEG API of libjpeg-turbo 2. It keeps libjpeg's longjmp inside itself, takes only memory, and returns errors
/// as strings. One handle serves one thread at a time.
/// </summary>
internal sealed partial class TurboJpeg : SafeHandle
{
    public const int Rgb = 0;
    public const int Cmyk = 11;

    private const string Library = "libturbojpeg.so.0";
    private const int Subsampling444 = 0;
    private const int NoRealloc = 1024;
    private const int AccurateDct = 4096;

    // How libjpeg's warnings begin, but for the one of a truncated file.
    private static readonly string[] Warnings =
        ["Corrupt JPEG data", "Inconsistent progression sequence", "Unknown Adobe color transform", "Warning: unknown JFIF revision", "Invalid SOS parameters"];

    public TurboJpeg()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    public static TurboJpeg Decompressor() => Open(InitDecompress);

    public static TurboJpeg Compressor() => Open(InitCompress);

    /// <summary>Reads the header.</summary>
    /// <returns>Null, or why it cannot be read.</returns>
    public unsafe string? ReadSize(ReadOnlySpan<byte> jpeg, out int width, out int height)
    {
        (width, height) = (0, 0);
        fixed (byte* source = jpeg)
            _ = DecompressHeader(this, source, new CULong((nuint)jpeg.Length), ref width, ref height, out _, out _);
        return width == 0 ? Error() : null; // it fails, with the size known, also where only the chroma sampling is unusual
    }

    /// <summary>Decodes with the slow integer DCT and smooth chroma upsampling.</summary>
    /// <returns>Null, or why the image cannot be decoded.</returns>
    public unsafe string? Decompress(ReadOnlySpan<byte> jpeg, Span<byte> pixels, int width, int height, int format)
    {
        fixed (byte* source = jpeg, target = pixels)
        {
            int failed = Decompress(this, source, new CULong((nuint)jpeg.Length), target, width, 0, height, format, AccurateDct);
            return failed == 0 || IsTolerable(Error()) ? null : Error();
        }
    }

    public unsafe byte[] Compress(RgbImage image, int quality)
    {
        byte[] buffer = GC.AllocateUninitializedArray<byte>(checked((int)BufferSize(image.Width, image.Height, Subsampling444).Value));
        fixed (byte* source = image.Pixels, target = buffer)
        {
            byte* written = target;
            var size = new CULong((nuint)buffer.Length);
            if (Compress(this, source, image.Width, 0, image.Height, Rgb, ref written, ref size, Subsampling444, quality, NoRealloc | AccurateDct) != 0)
                throw new InvalidOperationException(Error());
            return buffer[..(int)size.Value];
        }
    }

    protected override bool ReleaseHandle() => Destroy(handle) == 0;

    private static TurboJpeg Open(Func<TurboJpeg> init)
    {
        try
        {
            var codec = init();
            return codec.IsInvalid ? throw new OutOfMemoryException("libjpeg-turbo has no memory for a codec") : codec;
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException($"{Library} of libjpeg-turbo is not installed (Debian's package libturbojpeg0)", e);
        }
    }

    /// <summary>
    /// Whether all rows were decoded in spite of a message. The library's error code cannot tell: it calls an error that
    /// comes after a warning a warning. Its last message can: the first warning, or the error.
    /// </summary>
    private static bool IsTolerable(string message) => Warnings.Any(w => message.StartsWith(w, StringComparison.Ordinal));

    private string Error() => Marshal.PtrToStringUTF8(ErrorText(this)) ?? "unknown error";

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    private static partial TurboJpeg InitDecompress();

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    private static partial TurboJpeg InitCompress();

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    private static unsafe partial int DecompressHeader(TurboJpeg handle, byte* jpeg, CULong size, ref int width, ref int height, out int subsampling, out int colorspace);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    private static unsafe partial int Decompress(TurboJpeg handle, byte* jpeg, CULong size, byte* pixels, int width, int pitch, int height, int format, int flags);

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    private static unsafe partial int Compress(TurboJpeg handle, byte* pixels, int width, int pitch, int height, int format, ref byte* jpeg, ref CULong size, int subsampling, int quality, int flags);

    [LibraryImport(Library, EntryPoint = "tjBufSize")]
    private static partial CULong BufferSize(int width, int height, int subsampling);

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    private static partial nint ErrorText(TurboJpeg handle);
}
