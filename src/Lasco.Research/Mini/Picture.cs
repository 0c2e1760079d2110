using Lasco.Research.Imaging;

namespace Lasco.Research.Mini;

/// <summary>From linear light to the pixels of an image.</summary>
internal static class Picture
{
    private const int Samples = 3;
    private const double Even = 0.03;

    /// <summary>
    /// Averages linear light over each pixel, encodes it, and adds the grain of a camera. A pixel whose corners agree
    /// is their mean; only where they do not, at edges and patterns, are nine samples taken.
    /// </summary>
    /// <param name="resolution">Height and width in pixels.</param>
    /// <param name="random">Draws the grain.</param>
    /// <param name="light">The light at a point of the image: (0, 0) is the upper left corner, (1, 1) the lower right.</param>
    public static RgbImage Develop(int resolution, SplitMix64 random, Func<double, double, Vec3> light)
    {
        var pixels = new byte[resolution * resolution * 3];
        double step = 1.0 / resolution;
        Vec3[] above = Corners(0), below;
        for (int y = 0, at = 0; y < resolution; y++, above = below)
        {
            below = Corners(y + 1);
            for (int x = 0; x < resolution; x++)
            {
                Vec3 mean = (above[x] + above[x + 1] + below[x] + below[x + 1]) * 0.25;
                if (Differs(above[x], mean) || Differs(above[x + 1], mean) || Differs(below[x], mean) || Differs(below[x + 1], mean))
                    mean = Inside(x, y);
                double grain = random.Around(2) + random.Around(2);
                pixels[at++] = Encode(mean.X, grain + random.Around(1.5));
                pixels[at++] = Encode(mean.Y, grain + random.Around(1.5));
                pixels[at++] = Encode(mean.Z, grain + random.Around(1.5));
            }
        }

        return new RgbImage(resolution, resolution, pixels);

        Vec3[] Corners(int y)
        {
            var row = new Vec3[resolution + 1];
            for (int x = 0; x <= resolution; x++)
                row[x] = light(x * step, y * step);
            return row;
        }

        Vec3 Inside(int x, int y)
        {
            var sum = new Vec3(0, 0, 0);
            for (int j = 0; j < Samples; j++)
            {
                for (int i = 0; i < Samples; i++)
                    sum += light((x + (i + 0.5) / Samples) * step, (y + (j + 0.5) / Samples) * step);
            }

            return sum * (1.0 / (Samples * Samples));
        }
    }

    private static bool Differs(Vec3 a, Vec3 b) =>
        Math.Abs(a.X - b.X) > Even || Math.Abs(a.Y - b.Y) > Even || Math.Abs(a.Z - b.Z) > Even;

    private static byte Encode(double light, double grain) =>
        (byte)Math.Clamp(255 * Math.Sqrt(Math.Clamp(light, 0, 1)) + grain + 0.5, 0, 255);
}
