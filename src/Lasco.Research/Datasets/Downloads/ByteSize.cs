using System.Globalization;

namespace Lasco.Research.Datasets.Downloads;

/// <summary>Numbers of bytes as people read them.</summary>
public static class ByteSize
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>Three digits and a decimal unit: 13.5 GB, 253 MB, 42 bytes.</summary>
    /// <param name="bytes">The number.</param>
    public static string Format(double bytes)
    {
        int unit = 0;
        for (; bytes >= 999.5 && unit < Units.Length - 1; unit++)
            bytes /= 1000;
        string digits = unit == 0 || bytes >= 99.95 ? "F0" : bytes >= 9.995 ? "F1" : "F2";
        return $"{bytes.ToString(digits, CultureInfo.InvariantCulture)} {Units[unit]}";
    }
}
