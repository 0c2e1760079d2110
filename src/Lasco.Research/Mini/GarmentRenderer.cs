using Lasco.Research.Imaging;

namespace Lasco.Research.Mini;

/// <summary>
/// Photographs a garment as shops do: spread out before a light studio background, lit from one side, with folds and a
/// soft shadow. Place, scale, tilt, tone of the background and grain differ from photograph to photograph.
/// </summary>
internal sealed class GarmentRenderer
{
    private const double Shoulder = 0.10, Armpit = 0.30;
    private readonly Garment garment;
    private readonly Vec3 paint, accent, studio;
    private readonly double shoulderWidth, chestWidth, waist, waistWidth, hem, hemWidth, offsetX, offsetY, zoom, tilt, folds, side;

    private GarmentRenderer(Garment garment, SplitMix64 random)
    {
        this.garment = garment;
        paint = Paint.Of(garment.Hue);
        accent = Paint.Accent(paint);
        studio = new Vec3(0.80 + random.Around(0.04), 0.80 + random.Around(0.03), 0.80 + random.Around(0.05));
        (chestWidth, waist, waistWidth, hemWidth) = garment.Category switch
        {
            Category.Dress => (0.205, 0.45, 0.150, 0.23 + 0.06 * (int)garment.Length),
            Category.Shirt => (0.235, 0.50, 0.225, 0.24),
            _ => (0.215, 0.42, 0.195, 0.27),
        };
        shoulderWidth = garment.Sleeve == Sleeve.Sleeveless ? chestWidth - 0.055 : chestWidth + 0.01;
        hem = garment.Category == Category.Dress
            ? garment.Length switch { Length.Short => 0.63, Length.Medium => 0.78, _ => 0.94 }
            : garment.Length switch { Length.Short => 0.50, Length.Medium => 0.67, _ => 0.85 };
        waist = Math.Min(waist, hem - 0.08);
        offsetX = random.Around(0.02);
        offsetY = random.Around(0.015) + (0.94 - hem) * 0.35;
        zoom = 1 + random.Around(0.04);
        tilt = random.Around(0.05);
        folds = random.Unit();
        side = random.Chance(0.8) ? -1 : 1;
    }

    /// <summary>Renders one photograph.</summary>
    /// <param name="garment">What it shows.</param>
    /// <param name="resolution">Height and width in pixels.</param>
    /// <param name="random">Draws what the garment leaves open.</param>
    public static RgbImage Render(Garment garment, int resolution, SplitMix64 random) =>
        Picture.Develop(resolution, random, new GarmentRenderer(garment, random).Light);

    private Vec3 Light(double px, double py)
    {
        double x = (px - 0.5 - offsetX) * zoom, y = (py - 0.5) * zoom + 0.5 - offsetY;
        (x, y) = (x + tilt * (y - 0.5), y - tilt * x);
        if (Cloth(x, y) is { } cloth)
            return cloth;
        double shade = 1 - 0.13 * Covers(x + side * 0.022, y - 0.015) - 0.10 * Covers(x + side * 0.038, y - 0.026);
        return studio * ((1.08 - 0.22 * py) * shade);
    }

    private int Covers(double x, double y) => OnTorso(x, y) || OnSleeve(x, y, out _, out _) ? 1 : 0;

    private Vec3? Cloth(double x, double y)
    {
        bool torso = OnTorso(x, y);
        double depth;
        Vec3 colour;
        if (garment.Neck == Neck.Collar && OnCollar(x, y, 0))
            return accent * (OnCollar(x, y, 0.011) ? 0.95 : 0.55);
        if (torso)
        {
            double s = x / Width(y);
            depth = Roundness(s);
            double skirt = Curve.Smooth(waist, hem, y);
            depth *= 1 + (0.05 + 0.11 * skirt) * Curve.Wave(s * (garment.Category == Category.Shirt ? 2 : 3) + folds) * (0.3 + skirt);
            if (garment.Category == Category.Dress && Math.Abs(y - waist) < 0.012)
                depth *= 0.72;
            colour = Pattern(x, y);
            if (garment.Category == Category.Shirt)
                colour = Placket(x, y, colour);
        }
        else if (OnSleeve(x, y, out double across, out double along))
        {
            depth = 0.93 * Roundness(across) * (1 + 0.05 * Curve.Wave(along * 5 + folds)) * (0.85 + 0.15 * Curve.Smooth(0, 0.25, along));
            colour = Pattern(x + 0.03 * along, y + 0.02);
        }
        else
        {
            return InsideNeck(x, y) ? paint * 0.30 : null;
        }

        return colour * depth + new Vec3(1, 1, 1) * (0.012 * depth);
    }

    private double Roundness(double across) =>
        0.42 + 0.62 * Math.Sqrt(Math.Max(0, 1 - across * across * 0.92)) + 0.20 * side * across;

    private Vec3 Pattern(double x, double y) =>
        Paint.IsAccent(garment.Texture, (x + 1) * 15, (y + 1) * 15) ? accent : paint;

    private Vec3 Placket(double x, double y, Vec3 colour)
    {
        double button = (y - 0.24) / 0.09;
        double dy = (button - Math.Round(button)) * 0.09;
        if (button > 0 && y < hem - 0.03 && x * x + dy * dy < 0.014 * 0.014)
            return accent;
        return Math.Abs(Math.Abs(x) - 0.026) < 0.004 ? colour * 0.6 : colour;
    }

    /// <summary>Half the garment's width at a height.</summary>
    private double Width(double y)
    {
        if (y < Armpit)
            return shoulderWidth + (chestWidth - shoulderWidth) * Curve.Smooth(Shoulder + 0.08, Armpit, y);
        return y < waist
            ? chestWidth + (waistWidth - chestWidth) * Curve.Smooth(Armpit, waist, y)
            : waistWidth + (hemWidth - waistWidth) * ((y - waist) / (hem - waist));
    }

    private bool OnTorso(double x, double y)
    {
        double ax = Math.Abs(x);
        double curve = 0.02 * (1 - Math.Min(1, ax / 0.3));
        return y < hem + curve && y > Shoulder + 0.22 * Math.Max(0, ax - 0.08) && ax < Width(y) && !Opening(x, y);
    }

    private bool Opening(double x, double y)
    {
        double ax = Math.Abs(x);
        if (garment.Neck == Neck.V)
            return ax < 0.105 * (1 - (y - Shoulder) / 0.20);
        double dy = (y - Shoulder) / 0.085, dx = ax / 0.105;
        return dx * dx + dy * dy < 1;
    }

    private static bool InsideNeck(double x, double y)
    {
        double dx = x / 0.105, dy = (y - Shoulder) / 0.035;
        return y > Shoulder && dx * dx + dy * dy < 1;
    }

    /// <summary>Two pointed flaps on either side of the neck.</summary>
    /// <param name="x">Where.</param>
    /// <param name="y">Where.</param>
    /// <param name="inset">At least this far from the flap's edge.</param>
    private static bool OnCollar(double x, double y, double inset)
    {
        double ax = Math.Abs(x);
        double inner = 0.10 - (y - Shoulder + 0.02) * 0.85, outer = 0.155 - 0.25 * (y - Shoulder);
        return y > Shoulder - 0.025 + inset && ax > Math.Max(0.004, inner + 1.3 * inset) && ax < outer - inset
            && y < Shoulder + 0.055 + 0.45 * ax - inset;
    }

    /// <summary>A sleeve is a tapered tube from the shoulder.</summary>
    /// <param name="x">Where.</param>
    /// <param name="y">Where.</param>
    /// <param name="across">From −1 to 1 across the sleeve.</param>
    /// <param name="along">Distance from the shoulder.</param>
    private bool OnSleeve(double x, double y, out double across, out double along)
    {
        across = along = 0;
        if (garment.Sleeve == Sleeve.Sleeveless)
            return false;
        double sign = x < 0 ? -1 : 1, dx = Math.Abs(x) - (shoulderWidth - 0.06), dy = y - (Shoulder + 0.10);
        (double ux, double uy, double length) = garment.Sleeve == Sleeve.Short ? (0.74, 0.6726, 0.20) : (0.36, 0.933, 0.54);
        along = dx * ux + dy * uy;
        double off = dx * uy - dy * ux, radius = 0.084 - 0.045 * along;
        across = sign * off / radius;
        return along > -0.05 && along < length && Math.Abs(off) < radius;
    }
}
