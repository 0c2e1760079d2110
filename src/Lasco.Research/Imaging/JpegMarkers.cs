using System.Buffers.Binary;

namespace Lasco.Research.Imaging;

/// <summary>What the segments of a JPEG file say, found without decoding.</summary>
/// <param name="Width">Of the frame header; 0 where none was found.</param>
/// <param name="Height">Of the frame header; 0 where none was found.</param>
/// <param name="Components">Colour channels.</param>
/// <param name="Scans">Passes over the pixels.</param>
/// <param name="Complete">Whether the end-of-image marker was found.</param>
internal readonly record struct JpegMarkers(int Width, int Height, int Components, int Scans, bool Complete)
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const int FrameHeaderLength = 8;

    /// <summary>Walks from segment to segment, and through entropy-coded data to the next marker.</summary>
    public static JpegMarkers Read(ReadOnlySpan<byte> data)
    {
        var found = default(JpegMarkers);
        int position = 2;
        while (true)
        {
            int next = data[position..].IndexOf((byte)0xFF);
            if (next < 0)
                return found;
            position += next + 1;
            while (position < data.Length && data[position] == 0xFF)
                position++;
            if (position == data.Length)
                return found;

            byte marker = data[position++];
            if (marker == EndOfImage)
                return found with { Complete = true };
            if (!HasSegment(marker))
                continue;
            if (marker == StartOfScan)
                found = found with { Scans = found.Scans + 1 };

            var segment = data[position..];
            if (segment.Length < 2)
                return found;
            int length = Math.Max(BinaryPrimitives.ReadUInt16BigEndian(segment), (ushort)2);
            if (length > segment.Length)
                return found;
            if (IsFrameHeader(marker) && length >= FrameHeaderLength && found.Components == 0)
            {
                found = found with
                {
                    Height = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]),
                    Width = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]),
                    Components = segment[7],
                };
            }

            position += length;
        }
    }

    /// <exception cref="InputException">There is no frame header, or its size is refused.</exception>
    public (int Width, int Height) Size(string name)
    {
        if (Components == 0)
            throw new InputException(name, "damaged or truncated JPEG (no frame header)");
        ImageFile.CheckSize(Width, Height, name);
        return (Width, Height);
    }

    // The others are escaped data, restart markers, and what damage makes, which libjpeg skips or refuses.
    private static bool HasSegment(byte marker) => marker is (>= 0xC0 and <= 0xCF) or (>= StartOfScan and <= 0xEF) or 0xFE;

    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
