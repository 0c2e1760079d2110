namespace Lasco.Research.Mini;

/// <summary>Where a ray meets a body, in the body's own coordinates.</summary>
/// <param name="T">How far along the ray.</param>
/// <param name="Normal">Outward, of unit length.</param>
/// <param name="U">Along the pattern's bands, in cells.</param>
/// <param name="V">Across the pattern's bands, in cells.</param>
internal readonly record struct Hit(double T, Vec3 Normal, double U, double V);

/// <summary>
/// The five forms as ray intersections: of about unit radius, standing on the plane y = 0 around the vertical axis.
/// Ray directions need not be of unit length.
/// </summary>
internal static class Body
{
    private const double CubeHalf = 0.74, CylinderRadius = 0.78, CylinderHeight = 1.6, ConeRadius = 0.95, ConeHeight = 1.9,
        RingMajor = 0.7, RingMinor = 0.38;

    /// <summary>The middle of a sphere that stands in for the body where shadows are cast.</summary>
    public static double Middle(Shape shape) => shape switch
    {
        Shape.Cube => CubeHalf,
        Shape.Cylinder => CylinderHeight / 2,
        Shape.Cone => 0.6,
        Shape.Ring => RingMinor,
        _ => 1,
    };

    /// <summary>The radius of that sphere.</summary>
    public static double Reach(Shape shape) => shape switch
    {
        Shape.Cube => 1.0,
        Shape.Cylinder => 0.95,
        Shape.Cone => 0.8,
        _ => 1,
    };

    /// <summary>The radius of the body's footprint on the ground.</summary>
    public static double Footprint(Shape shape) => shape switch
    {
        Shape.Cube => 0.88,
        Shape.Sphere => 0.45,
        Shape.Cylinder => CylinderRadius,
        Shape.Cone => ConeRadius,
        _ => RingMajor + 0.15,
    };

    /// <summary>The nearest intersection in front of <paramref name="origin"/>.</summary>
    public static bool Meet(Shape shape, Vec3 origin, Vec3 direction, out Hit hit) => shape switch
    {
        Shape.Cube => MeetCube(origin, direction, out hit),
        Shape.Sphere => MeetSphere(origin, direction, out hit),
        Shape.Cylinder => MeetCylinder(origin, direction, out hit),
        Shape.Cone => MeetCone(origin, direction, out hit),
        _ => MeetRing(origin, direction, out hit),
    };

    private static bool MeetCube(Vec3 o, Vec3 d, out Hit hit)
    {
        hit = default;
        double near = double.NegativeInfinity, far = double.PositiveInfinity;
        int face = 0;
        Span<double> origin = [o.X, o.Y - CubeHalf, o.Z], along = [d.X, d.Y, d.Z];
        for (int axis = 0; axis < 3; axis++)
        {
            double inverse = 1 / (along[axis] == 0 ? 1e-12 : along[axis]);
            double a = (-CubeHalf - origin[axis]) * inverse, b = (CubeHalf - origin[axis]) * inverse;
            if (Math.Min(a, b) > near)
                (near, face) = (Math.Min(a, b), axis);
            far = Math.Min(far, Math.Max(a, b));
        }

        if (near > far || near <= 0)
            return false;
        Vec3 p = o + d * near;
        double sign = along[face] > 0 ? -1 : 1;
        const double Cells = 4 / (2 * CubeHalf);
        double x = (p.X + CubeHalf) * Cells, y = p.Y * Cells, z = (p.Z + CubeHalf) * Cells;
        hit = face switch
        {
            0 => new Hit(near, new Vec3(sign, 0, 0), z, y),
            1 => new Hit(near, new Vec3(0, sign, 0), x, z),
            _ => new Hit(near, new Vec3(0, 0, sign), x, y),
        };
        return true;
    }

    private static bool MeetSphere(Vec3 o, Vec3 d, out Hit hit)
    {
        hit = default;
        o = new Vec3(o.X, o.Y - 1, o.Z);
        double a = d.Dot(d), b = o.Dot(d), root = b * b - a * (o.Dot(o) - 1);
        if (root < 0)
            return false;
        double t = (-b - Math.Sqrt(root)) / a;
        if (t <= 0)
            return false;
        Vec3 n = o + d * t;
        double latitude = Curve.Turns(n.Y, Math.Sqrt(n.X * n.X + n.Z * n.Z));
        if (latitude > 0.5)
            latitude -= 1;
        hit = new Hit(t, n, Curve.Turns(n.X, n.Z) * 12, (latitude + 0.25) * 12);
        return true;
    }

    private static bool MeetCylinder(Vec3 o, Vec3 d, out Hit hit)
    {
        hit = default;
        double top = (CylinderHeight - o.Y) / d.Y;
        Vec3 cap = o + d * top;
        const double Square = CylinderRadius * CylinderRadius;
        if (top > 0 && cap.X * cap.X + cap.Z * cap.Z <= Square)
        {
            hit = new Hit(top, new Vec3(0, 1, 0), (cap.X + CylinderRadius) * 2.5, (cap.Z + CylinderRadius) * 2.5);
            return true;
        }

        double a = d.X * d.X + d.Z * d.Z, b = o.X * d.X + o.Z * d.Z, root = b * b - a * (o.X * o.X + o.Z * o.Z - Square);
        if (root < 0)
            return false;
        double t = (-b - Math.Sqrt(root)) / a;
        Vec3 p = o + d * t;
        if (t <= 0 || p.Y < 0 || p.Y > CylinderHeight)
            return false;
        hit = new Hit(t, new Vec3(p.X, 0, p.Z) * (1 / CylinderRadius), Curve.Turns(p.X, p.Z) * 12, p.Y * (4.5 / CylinderHeight));
        return true;
    }

    private static bool MeetCone(Vec3 o, Vec3 d, out Hit hit)
    {
        hit = default;
        const double Slope = ConeRadius / ConeHeight, Square = Slope * Slope;
        double h = o.Y - ConeHeight;
        double a = d.X * d.X + d.Z * d.Z - Square * d.Y * d.Y, b = o.X * d.X + o.Z * d.Z - Square * h * d.Y;
        double root = b * b - a * (o.X * o.X + o.Z * o.Z - Square * h * h);
        if (root < 0 || a == 0)
            return false;
        double t = (-b - Math.Sqrt(root)) / a;
        Vec3 p = o + d * t;
        if (t <= 0 || p.Y < 0 || p.Y > ConeHeight)
        {
            t = (-b + Math.Sqrt(root)) / a;
            p = o + d * t;
            if (t <= 0 || p.Y < 0 || p.Y > ConeHeight)
                return false;
        }

        hit = new Hit(t, new Vec3(p.X, Square * (ConeHeight - p.Y), p.Z).Unit(), Curve.Turns(p.X, p.Z) * 10, p.Y * (5.2 / ConeHeight));
        return true;
    }

    /// <summary>A torus that lies on the ground, by sphere tracing between the heights it fills.</summary>
    private static bool MeetRing(Vec3 o, Vec3 d, out Hit hit)
    {
        hit = default;
        double length = d.Length(), t = Math.Max(0, (2 * RingMinor - o.Y) / d.Y), end = -o.Y / d.Y;
        for (int step = 0; step < 48 && t < end; step++)
        {
            Vec3 p = o + d * t;
            double axis = Math.Sqrt(p.X * p.X + p.Z * p.Z), across = axis - RingMajor, up = p.Y - RingMinor;
            double around = Math.Sqrt(across * across + up * up), gap = around - RingMinor;
            if (gap < 2e-3)
            {
                double scale = across / (around * Math.Max(axis, 1e-9));
                hit = new Hit(t, new Vec3(p.X * scale, up / around, p.Z * scale), Curve.Turns(up, across) * 6, Curve.Turns(p.X, p.Z) * 12);
                return true;
            }

            if (axis > RingMajor + RingMinor + 1 && p.X * d.X + p.Z * d.Z > 0)
                return false;
            t += gap / length;
        }

        return false;
    }
}
