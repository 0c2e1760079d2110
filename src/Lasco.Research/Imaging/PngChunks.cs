using System.Buffers.Binary;

namespace Lasco.Research.Imaging;

/// <summary>Walks over the chunks of a PNG file (length, type, data, CRC), checking each.</summary>
internal ref struct PngChunks(ReadOnlySpan<byte> file, string name)
{
    private const int Overhead = 12;

    private ReadOnlySpan<byte> rest = file[ImageFormat.PngSignature.Length..];

    public ReadOnlySpan<byte> Data { get; private set; }

    private ReadOnlySpan<byte> Type { get; set; }

    public readonly bool Is(ReadOnlySpan<byte> type) => Type.SequenceEqual(type);

    /// <returns>False at the end of the file.</returns>
    /// <exception cref="InputException">The next chunk is truncated, or its CRC is wrong.</exception>
    public bool MoveNext()
    {
        if (rest.IsEmpty)
            return false;
        if (rest.Length < Overhead)
            throw new InputException(name, "truncated PNG (it ends within a chunk)");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Overhead)
            throw new InputException(name, $"truncated PNG (a chunk of {length:N0} bytes, {rest.Length - Overhead:N0} left)");

        Type = rest.Slice(4, 4);
        Data = rest.Slice(8, (int)length);
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]);
        if (Crc32.Of(rest.Slice(4, 4 + (int)length)) != expected)
            throw new InputException(name, "damaged PNG (wrong checksum of a chunk)");
        rest = rest[(Overhead + (int)length)..];
        return true;
    }
}
