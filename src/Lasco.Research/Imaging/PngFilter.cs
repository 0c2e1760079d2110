using System.Numerics;

namespace Lasco.Research.Imaging;

/// <summary>PNG's row filters: each byte is stored as its difference from a prediction by the bytes left, above and above left.</summary>
internal static class PngFilter
{
    /// <summary>Replaces differences by values.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 their average, 4 Paeth's choice.</param>
    /// <param name="row">The row, in place.</param>
    /// <param name="above">The row above, or zeros.</param>
    /// <param name="pixel">Bytes of a pixel.</param>
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        above = above[..row.Length];
        int first = Math.Min(pixel, row.Length);
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (int i = pixel; i < row.Length; i++)
                    row[i] += row[i - pixel];
                break;
            case 2:
                Add(row, above);
                break;
            case 3:
                for (int i = 0; i < first; i++)
                    row[i] += (byte)(above[i] >> 1);
                for (int i = pixel; i < row.Length; i++)
                    row[i] += (byte)((row[i - pixel] + above[i]) >> 1);
                break;
            case 4:
                Add(row[..first], above);
                for (int i = pixel; i < row.Length; i++)
                    row[i] += Paeth(row[i - pixel], above[i], above[i - pixel]);
                break;
            default:
                throw new InvalidDataException($"row filter {filter}");
        }
    }

    /// <summary>Writes the differences of a row.</summary>
    /// <returns>The sum of their magnitudes as signed bytes.</returns>
    public static long Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int pixel, Span<byte> differences)
    {
        long magnitude = 0;
        for (int i = 0; i < row.Length; i++)
        {
            var (left, aboveLeft) = i < pixel ? (0, 0) : (row[i - pixel], above[i - pixel]);
            int prediction = filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) >> 1,
                _ => Paeth(left, above[i], aboveLeft),
            };
            byte difference = (byte)(row[i] - prediction);
            differences[i] = difference;
            magnitude += Math.Abs((int)(sbyte)difference);
        }

        return magnitude;
    }

    /// <summary>Whichever of left, above and above left is nearest to left + above − above left; the earlier where equal.</summary>
    public static byte Paeth(int left, int above, int aboveLeft)
    {
        int toLeft = Math.Abs(above - aboveLeft);
        int toAbove = Math.Abs(left - aboveLeft);
        int toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));
        return (byte)(toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft);
    }

    private static void Add(Span<byte> row, ReadOnlySpan<byte> above)
    {
        int i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            (new Vector<byte>(row[i..]) + new Vector<byte>(above[i..])).CopyTo(row[i..]);
        for (; i < row.Length; i++)
            row[i] += above[i];
    }
}
