using Lasco.Research.Imaging;

namespace Lasco.Research.Mini;

/// <summary>
/// Photographs a scene: solids on a ground before a wall, one soft key light, sky light and soft shadows. Where exactly
/// the solids stand in their cells, how they are turned, where the light and the camera are and the grain differ from
/// photograph to photograph, as between two photographs of the world.
/// </summary>
internal sealed class SceneRenderer
{
    private const double WallDistance = 2.75;
    private readonly Placed[] bodies;
    private readonly Vec3 eye, right, up, forward, key, ground, wall;
    private readonly double brightness, warmth;

    private SceneRenderer(Scene scene, SplitMix64 random)
    {
        eye = new Vec3(0, 6.6, -5.9).Turn(new Rotation(random.Around(0.035)));
        forward = (new Vec3(random.Around(0.05), 0.50 + random.Around(0.04), 0.16) - eye).Unit();
        right = new Vec3(0, 1, 0).Cross(forward).Unit();
        up = forward.Cross(right);
        key = new Vec3(-0.55 + random.Around(0.3), 1.25, -0.62 + random.Around(0.2)).Unit();
        bodies = [.. scene.Solids.Select(solid => new Placed(solid, eye, random))];
        brightness = 1 + random.Around(0.08);
        warmth = random.Around(0.03);
        ground = Paint.Of(scene.Ground);
        wall = Paint.Of(scene.Wall);
    }

    /// <summary>Renders one photograph.</summary>
    /// <param name="scene">What it shows.</param>
    /// <param name="resolution">Height and width in pixels.</param>
    /// <param name="random">Draws what the scene leaves open.</param>
    public static RgbImage Render(Scene scene, int resolution, SplitMix64 random) =>
        Picture.Develop(resolution, random, new SceneRenderer(scene, random).Light);

    private Vec3 Light(double x, double y)
    {
        const double FieldOfView = 0.272;
        Vec3 ray = forward + right * ((2 * x - 1) * FieldOfView) + up * ((1 - 2 * y) * FieldOfView);
        Placed? nearest = null;
        Hit hit = default;
        foreach (Placed body in bodies)
        {
            if (body.Meet(ray, out Hit met) && (nearest is null || met.T < hit.T))
                (nearest, hit) = (body, met);
        }

        Vec3 light = nearest is null ? Backdrop(ray) : Surface(nearest, hit, ray);
        return new Vec3(light.X * (1 + warmth), light.Y, light.Z * (1 - warmth)) * brightness;
    }

    private Vec3 Surface(Placed body, Hit hit, Vec3 ray)
    {
        Vec3 point = eye + ray * hit.T, normal = hit.Normal.Turn(body.Turn), view = ray.Unit() * -1;
        Vec3 paint = Paint.IsAccent(body.Solid.Texture, hit.U * body.Cells, hit.V * body.Cells) ? body.Accent : body.Paint;
        double diffuse = Math.Max(0, (normal.Dot(key) + 0.15) / 1.15) * Lit(point, body);
        double sky = (0.30 + 0.16 * normal.Y) * (0.55 + 0.45 * Curve.Smooth(0, 0.5, point.Y));
        double gloss = Math.Max(0, normal.Dot((key + view).Unit()));
        gloss *= gloss;
        gloss *= gloss;
        gloss *= gloss;
        gloss *= gloss;
        gloss *= gloss;
        Vec3 bounce = ground * (0.10 * (1 - normal.Y));
        return paint * (0.86 * diffuse + sky) + paint * bounce + new Vec3(1, 1, 1) * (0.32 * gloss * diffuse);
    }

    private Vec3 Backdrop(Vec3 ray)
    {
        double toWall = (WallDistance - eye.Z) / ray.Z, height = eye.Y + ray.Y * toWall;
        if (height > 0)
            return wall * ((0.80 + 0.10 * height) * (0.72 + 0.28 * Curve.Smooth(0, 0.35, height)));
        Vec3 point = eye + ray * (-eye.Y / ray.Y);
        double corner = 0.72 + 0.28 * Curve.Smooth(0, 0.5, WallDistance - point.Z);
        double contact = 1;
        foreach (Placed body in bodies)
            contact *= body.ContactShade(point);
        return ground * ((0.62 * Lit(point, null) + 0.40) * corner * contact);
    }

    /// <summary>How much of the key light reaches a point: a body stands in the way as a soft sphere.</summary>
    private double Lit(Vec3 point, Placed? self)
    {
        double lit = 1;
        foreach (Placed body in bodies)
        {
            if (body != self)
                lit *= body.Lets(point, key);
        }

        return lit;
    }

    /// <summary>A solid at its place on the ground.</summary>
    private sealed class Placed
    {
        private readonly Vec3 position, middle, eye, toMiddle;
        private readonly double radius, reach, footprint;

        public Placed(Solid solid, Vec3 eye, SplitMix64 random)
        {
            Solid = solid;
            Paint = Mini.Paint.Of(solid.Hue);
            Accent = Mini.Paint.Accent(Paint);
            radius = (solid.Scale == Scale.Large ? 0.84 : 0.54) * (1 + random.Around(0.04));
            position = new Vec3(
                (solid.Side == Side.Left ? -1.0 : 1.0) + random.Around(0.12),
                0,
                (solid.Depth == Depth.Front ? -1.08 : 1.2) + random.Around(0.12));
            Turn = new Rotation(0.28 + random.Around(0.16));
            reach = radius * Body.Reach(solid.Shape);
            middle = position + new Vec3(0, radius * Body.Middle(solid.Shape), 0);
            footprint = radius * Body.Footprint(solid.Shape);
            this.eye = (eye - position).TurnBack(Turn) * (1 / radius);
            toMiddle = middle - eye;
        }

        public Solid Solid { get; }

        public Vec3 Paint { get; }

        public Vec3 Accent { get; }

        public Rotation Turn { get; }

        /// <summary>How fine the pattern is: coarser on a small body, to be seen at a few pixels.</summary>
        public double Cells => Solid.Scale == Scale.Large ? 0.85 : 0.65;

        /// <summary>Where a ray from the camera meets the body, if it does.</summary>
        public bool Meet(Vec3 ray, out Hit hit)
        {
            double along = toMiddle.Dot(ray) / ray.Dot(ray);
            Vec3 gap = toMiddle - ray * along;
            if (gap.Dot(gap) > 2.1 * radius * radius)
            {
                hit = default;
                return false;
            }

            return Body.Meet(Solid.Shape, eye, ray.TurnBack(Turn) * (1 / radius), out hit);
        }

        /// <summary>The share of the key light that passes the body on its way to a point.</summary>
        public double Lets(Vec3 point, Vec3 toLight)
        {
            Vec3 toMiddle = middle - point;
            double along = toMiddle.Dot(toLight);
            if (along < 0)
                return 1;
            Vec3 aside = toMiddle - toLight * along;
            double square = aside.Dot(aside), edge = 1.12 * reach;
            if (square > edge * edge)
                return 1;
            double gap = Math.Sqrt(square);
            return 0.12 + 0.88 * Curve.Smooth(0.72 * reach, 1.12 * reach, gap);
        }

        /// <summary>The share of the sky light that the body leaves to a point of the ground.</summary>
        public double ContactShade(Vec3 point)
        {
            double x = point.X - position.X, z = point.Z - position.Z, square = x * x + z * z, edge = 1.5 * footprint;
            return square > edge * edge ? 1 : 0.45 + 0.55 * Curve.Smooth(0.6 * footprint, edge, Math.Sqrt(square));
        }
    }
}
