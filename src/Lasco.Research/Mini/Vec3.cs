namespace Lasco.Research.Mini;

/// <summary>
/// A point, direction or linear colour. Plain double arithmetic and square roots, which IEEE 754 fixes to the last bit;
/// the hardware's dot products and the C library's sines differ from machine to machine.
/// </summary>
internal readonly record struct Vec3(double X, double Y, double Z)
{
    public static Vec3 operator +(Vec3 a, Vec3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vec3 operator -(Vec3 a, Vec3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vec3 operator *(Vec3 a, double s) => new(a.X * s, a.Y * s, a.Z * s);

    public static Vec3 operator *(Vec3 a, Vec3 b) => new(a.X * b.X, a.Y * b.Y, a.Z * b.Z);

    public double Dot(Vec3 b) => X * b.X + Y * b.Y + Z * b.Z;

    public Vec3 Cross(Vec3 b) => new(Y * b.Z - Z * b.Y, Z * b.X - X * b.Z, X * b.Y - Y * b.X);

    public double Length() => Math.Sqrt(Dot(this));

    public Vec3 Unit() => this * (1 / Length());

    /// <summary>Between this (0) and <paramref name="b"/> (1).</summary>
    public Vec3 Mix(Vec3 b, double t) => this + (b - this) * t;

    /// <summary>Turned about the vertical axis.</summary>
    public Vec3 Turn(Rotation r) => new(r.Cos * X - r.Sin * Z, Y, r.Sin * X + r.Cos * Z);

    /// <summary>Turned back about the vertical axis.</summary>
    public Vec3 TurnBack(Rotation r) => new(r.Cos * X + r.Sin * Z, Y, r.Cos * Z - r.Sin * X);
}

/// <summary>A rotation given by the tangent of half its angle, so that no sine is needed.</summary>
internal readonly struct Rotation(double tanHalf)
{
    public double Cos { get; } = (1 - tanHalf * tanHalf) / (1 + tanHalf * tanHalf);

    public double Sin { get; } = 2 * tanHalf / (1 + tanHalf * tanHalf);
}

/// <summary>Small functions of one number, the same to the last bit on every machine.</summary>
internal static class Curve
{
    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, smooth between.</summary>
    public static double Smooth(double from, double to, double x)
    {
        double t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <summary>The direction of (x, y) as a fraction of a full turn, in [0, 1), within 1e-3 of a turn.</summary>
    public static double Turns(double y, double x)
    {
        double ax = Math.Abs(x), ay = Math.Abs(y);
        double small = Math.Min(ax, ay) / Math.Max(Math.Max(ax, ay), 1e-12);
        double turns = small * (0.125 + 0.0433 * (1 - small));
        if (ay > ax)
            turns = 0.25 - turns;
        if (x < 0)
            turns = 0.5 - turns;
        return y < 0 ? 1 - turns : turns;
    }

    /// <summary>A smooth wave of period 1 through 0 between −1 and 1: what a sine is good for in a picture.</summary>
    public static double Wave(double x)
    {
        double t = x - Math.Floor(x);
        return t < 0.5 ? 16 * t * (0.5 - t) : -16 * (t - 0.5) * (1 - t);
    }
}
