namespace Lasco.Research.Mini;

internal enum Shape { Cube, Sphere, Cylinder, Cone, Ring }

internal enum Hue { Red, Orange, Yellow, Green, Blue, Purple, White }

internal enum Scale { Small, Large }

internal enum Texture { Plain, Striped, Dotted, Checkered }

internal enum Side { Left, Right }

internal enum Depth { Front, Back }

/// <summary>One object of a scene: what a caption can say of it.</summary>
/// <param name="Id">Which object it is: the same in all scenes of a family, whatever else changes.</param>
/// <param name="Shape">Its form.</param>
/// <param name="Hue">Its colour.</param>
/// <param name="Scale">Its size.</param>
/// <param name="Texture">The pattern on its surface.</param>
/// <param name="Side">Left or right half of the ground.</param>
/// <param name="Depth">Front or back half of the ground.</param>
internal readonly record struct Solid(int Id, Shape Shape, Hue Hue, Scale Scale, Texture Texture, Side Side, Depth Depth)
{
    /// <summary>The quarter of the ground it stands on, 0 to 3; no two solids share one.</summary>
    public int Cell => 2 * (int)Depth + (int)Side;

    /// <summary>In how many single edits two states of one object differ.</summary>
    public int Distance(Solid other) =>
        (Shape != other.Shape ? 1 : 0) + (Hue != other.Hue ? 1 : 0) + (Scale != other.Scale ? 1 : 0)
        + (Texture != other.Texture ? 1 : 0) + (Side != other.Side ? 1 : 0) + (Depth != other.Depth ? 1 : 0);
}
