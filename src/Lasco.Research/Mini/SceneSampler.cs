namespace Lasco.Research.Mini;

/// <summary>Draws scenes, single edits of a scene, and families of similar scenes.</summary>
internal static class SceneSampler
{
    private const int MostSolids = 4;

    /// <summary>A scene of two to four solids.</summary>
    public static Scene Draw(SplitMix64 random)
    {
        int[] cells = [0, 1, 2, 3];
        random.Shuffle(cells.AsSpan());
        int count = random.Unit() switch { < 0.35 => 2, < 0.8 => 3, _ => 4 };
        var solids = new Solid[count];
        for (int i = 0; i < count; i++)
            solids[i] = DrawSolid(random, i, cells[i]);
        return new Scene(random.Pick<Ground>(), random.Pick<Wall>(), solids);
    }

    /// <summary>
    /// The scene with one thing changed: an attribute of an object, an object added or taken away, the colour of the
    /// ground or of the wall.
    /// </summary>
    /// <param name="scene">The scene to start from.</param>
    /// <param name="newId">The identity that an added object gets.</param>
    /// <param name="random">Draws the edit.</param>
    public static Scene Edit(Scene scene, int newId, SplitMix64 random)
    {
        while (true)
        {
            Solid solid = random.Pick(scene.Solids);
            Scene? edited = random.Below(16) switch
            {
                < 4 => scene.With(solid with { Hue = random.Other(solid.Hue) }),
                < 6 => scene.With(solid with { Shape = random.Other(solid.Shape) }),
                < 8 => scene.With(solid with { Texture = random.Other(solid.Texture) }),
                < 10 => scene.With(solid with { Scale = random.Other(solid.Scale) }),
                10 => Move(scene, solid with { Side = random.Other(solid.Side) }),
                11 => Move(scene, solid with { Depth = random.Other(solid.Depth) }),
                12 => Add(scene, newId, random),
                13 => Remove(scene, solid),
                14 => scene with { Ground = random.Other(scene.Ground) },
                _ => scene with { Wall = random.Other(scene.Wall) },
            };
            if (edited is not null)
                return edited;
        }
    }

    /// <summary>A scene and <paramref name="size"/> − 1 different scenes, each made from it by 1 to <paramref name="mostEdits"/> edits.</summary>
    public static Scene[] Family(int size, int mostEdits, SplitMix64 random)
    {
        var family = new List<Scene>(size) { Draw(random) };
        while (family.Count < size)
        {
            Scene scene = family[0];
            for (int edits = 1 + random.Below(mostEdits); edits > 0; edits--)
                scene = Edit(scene, MostSolids + family.Count * mostEdits + edits, random);
            if (family.All(other => scene.Distance(other) > 0 && !LooksLike(scene, other)))
                family.Add(scene);
        }

        return [.. family];
    }

    private static bool LooksLike(Scene a, Scene b) =>
        a.Ground == b.Ground && a.Wall == b.Wall && a.Solids.Count == b.Solids.Count
        && a.Solids.All(solid => b.Solids.Any(other => other with { Id = solid.Id } == solid));

    private static Solid DrawSolid(SplitMix64 random, int id, int cell) => new(
        id,
        random.Pick<Shape>(),
        random.Pick<Hue>(),
        random.Pick<Scale>(),
        random.Chance(0.4) ? Texture.Plain : random.Other(Texture.Plain),
        (Side)(cell % 2),
        (Depth)(cell / 2));

    private static Scene? Move(Scene scene, Solid moved) => scene.IsFree(moved.Cell) ? scene.With(moved) : null;

    private static Scene? Add(Scene scene, int id, SplitMix64 random)
    {
        if (scene.Solids.Count == MostSolids)
            return null;
        int cell = random.Below(4);
        while (!scene.IsFree(cell))
            cell = (cell + 1) % 4;
        return scene with { Solids = [.. scene.Solids, DrawSolid(random, id, cell)] };
    }

    private static Scene? Remove(Scene scene, Solid solid) =>
        scene.Solids.Count == 2 ? null : scene with { Solids = [.. scene.Solids.Where(other => other.Id != solid.Id)] };
}
