namespace Lasco.Research.Mini;

internal enum Ground { Gray, Green, Brown, Blue }

internal enum Wall { White, Pink, Yellow, Blue }

/// <summary>What an image of solids shows, without the accidents of light, angle and noise.</summary>
/// <param name="Ground">The ground's colour.</param>
/// <param name="Wall">The colour of the wall behind.</param>
/// <param name="Solids">Two to four objects, each in a cell of its own.</param>
internal sealed record Scene(Ground Ground, Wall Wall, IReadOnlyList<Solid> Solids)
{
    /// <summary>In how many single edits two scenes of a family differ: attributes changed, objects added or removed.</summary>
    public int Distance(Scene other)
    {
        int distance = (Ground != other.Ground ? 1 : 0) + (Wall != other.Wall ? 1 : 0);
        foreach (Solid solid in Solids)
            distance += other.Find(solid.Id) is { } twin ? solid.Distance(twin) : 1;
        foreach (Solid solid in other.Solids)
            distance += Find(solid.Id) is null ? 1 : 0;
        return distance;
    }

    /// <summary>The object of this identity, or null.</summary>
    public Solid? Find(int id)
    {
        foreach (Solid solid in Solids)
        {
            if (solid.Id == id)
                return solid;
        }

        return null;
    }

    /// <summary>Whether nothing stands in the cell.</summary>
    public bool IsFree(int cell) => Solids.All(solid => solid.Cell != cell);

    /// <summary>The scene with one object in another state.</summary>
    public Scene With(Solid changed) =>
        this with { Solids = [.. Solids.Select(solid => solid.Id == changed.Id ? changed : solid)] };
}
