namespace Lasco.Research.Mini;

/// <summary>Colours as linear light (the square of the encoded value), and the patterns made of two of them.</summary>
internal static class Paint
{
    private static readonly Vec3 Light = Rgb(246, 243, 235), Dark = Rgb(46, 44, 52);

    public static Vec3 Of(Hue hue) => hue switch
    {
        Hue.Red => Rgb(205, 34, 38),
        Hue.Orange => Rgb(245, 132, 18),
        Hue.Yellow => Rgb(250, 220, 48),
        Hue.Green => Rgb(34, 146, 62),
        Hue.Blue => Rgb(36, 84, 206),
        Hue.Purple => Rgb(128, 50, 168),
        _ => Rgb(240, 240, 240),
    };

    public static Vec3 Of(Ground ground) => ground switch
    {
        Ground.Gray => Rgb(158, 158, 162),
        Ground.Green => Rgb(140, 184, 128),
        Ground.Brown => Rgb(168, 130, 96),
        _ => Rgb(128, 166, 206),
    };

    public static Vec3 Of(Wall wall) => wall switch
    {
        Wall.White => Rgb(236, 236, 234),
        Wall.Pink => Rgb(242, 178, 196),
        Wall.Yellow => Rgb(246, 224, 142),
        _ => Rgb(132, 178, 232),
    };

    public static Vec3 Of(GarmentHue hue) => hue switch
    {
        GarmentHue.Black => Rgb(44, 43, 48),
        GarmentHue.Pink => Rgb(244, 150, 184),
        _ => Of((Hue)hue),
    };

    /// <summary>How light a garment's colour looks.</summary>
    public static double Lightness(GarmentHue hue) => Of(hue).Dot(new Vec3(0.2126, 0.7152, 0.0722));

    /// <summary>The second colour of a pattern: dark on light paint, light on dark paint.</summary>
    public static Vec3 Accent(Vec3 paint) => paint.X + 2 * paint.Y > 1.1 ? Dark : Light;

    /// <summary>Whether a point of a surface has the pattern's second colour.</summary>
    /// <param name="texture">The pattern.</param>
    /// <param name="u">Along the bands, in cells of the pattern.</param>
    /// <param name="v">Across the bands, in cells of the pattern.</param>
    public static bool IsAccent(Texture texture, double u, double v)
    {
        switch (texture)
        {
            case Texture.Striped:
                return IsOdd(v);
            case Texture.Checkered:
                return IsOdd(u) != IsOdd(v);
            case Texture.Dotted:
                double row = Math.Floor(v / 1.5);
                double x = u / 1.5 + (((long)row & 1) == 0 ? 0 : 0.5), y = v / 1.5 - row - 0.5;
                x -= Math.Floor(x) + 0.5;
                return x * x + y * y < 0.1;
            default:
                return false;
        }
    }

    private static bool IsOdd(double x) => ((long)Math.Floor(x) & 1) != 0;

    private static Vec3 Rgb(int r, int g, int b) => new Vec3(r * r, g * g, b * b) * (1.0 / (255 * 255));
}
