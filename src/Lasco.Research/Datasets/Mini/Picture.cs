using Lasco.Research.Imaging;

namespace Lasco.Research.Datasets.Mini;

/// <summary>From linear light to the pixels of an image.</summary>
internal static class Picture
{
    /// <summary>Averages samples of linear light over each pixel, encodes them, and adds the grain of a camera.</summary>
    /// <param name="resolution">Height and width in pixels.</param>
    /// <param name="samples">Samples a pixel has along each axis.</param>
    /// <param name="random">Draws the grain.</param>
    /// <param name="light">The light at a point of the image: (0, 0) is the upper left corner, (1, 1) the lower right.</param>
    public static RgbImage Develop(int resolution, int samples, SplitMix64 random, Func<double, double, Vec3> light)
    {
        var pixels = new byte[resolution * resolution * 3];
        double step = 1.0 / (resolution * samples), share = 1.0 / (samples * samples);
        for (int y = 0, at = 0; y < resolution; y++)
        {
            for (int x = 0; x < resolution; x++)
            {
                var sum = new Vec3(0, 0, 0);
                for (int j = 0; j < samples; j++)
                {
                    for (int i = 0; i < samples; i++)
                        sum += light((x * samples + i + 0.5) * step, (y * samples + j + 0.5) * step);
                }

                sum *= share;
                double grain = random.Around(2) + random.Around(2);
                pixels[at++] = Encode(sum.X, grain + random.Around(1.5));
                pixels[at++] = Encode(sum.Y, grain + random.Around(1.5));
                pixels[at++] = Encode(sum.Z, grain + random.Around(1.5));
            }
        }

        return new RgbImage(resolution, resolution, pixels);
    }

    private static byte Encode(double light, double grain) =>
        (byte)Math.Clamp(255 * Math.Sqrt(Math.Clamp(light, 0, 1)) + grain + 0.5, 0, 255);
}
