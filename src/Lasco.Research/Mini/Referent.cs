namespace Lasco.Research.Mini;

/// <summary>What a noun phrase says of an object: the attributes that it names.</summary>
internal sealed record Referent(
    Shape? Shape = null, Hue? Hue = null, Scale? Scale = null, Texture? Texture = null, Side? Side = null, Depth? Depth = null)
{
    /// <summary>The phrases that may name an object, the plainest first.</summary>
    public static IEnumerable<Referent> For(Solid solid)
    {
        yield return new Referent(solid.Shape);
        yield return new Referent(solid.Shape, solid.Hue);
        yield return new Referent(Hue: solid.Hue);
        yield return new Referent(solid.Shape, Scale: solid.Scale);
        yield return new Referent(solid.Shape, Texture: solid.Texture);
        yield return new Referent(solid.Shape, Side: solid.Side);
        yield return new Referent(solid.Shape, Depth: solid.Depth);
        yield return new Referent(Hue: solid.Hue, Scale: solid.Scale);
        yield return new Referent(Hue: solid.Hue, Side: solid.Side);
        yield return new Referent(Hue: solid.Hue, Depth: solid.Depth);
    }

    /// <summary>Whether the phrase is true of the object.</summary>
    public bool Fits(Solid solid) =>
        (Shape ?? solid.Shape) == solid.Shape && (Hue ?? solid.Hue) == solid.Hue && (Scale ?? solid.Scale) == solid.Scale
        && (Texture ?? solid.Texture) == solid.Texture && (Side ?? solid.Side) == solid.Side && (Depth ?? solid.Depth) == solid.Depth;

    /// <summary>The only object that the phrase fits, or null.</summary>
    public Solid? Only(Scene scene)
    {
        Solid? found = null;
        foreach (Solid solid in scene.Solids)
        {
            if (!Fits(solid))
                continue;
            if (found is not null)
                return null;
            found = solid;
        }

        return found;
    }

    /// <summary>The phrase without an article: <c>small red cube on the left</c>.</summary>
    public override string ToString()
    {
        string noun = Words.Join(Scale?.Word(), Texture?.Word(), Hue?.Word(), Shape?.Word() ?? "object");
        return (Side, Depth) switch
        {
            ({ } side, _) => $"{noun} on the {side.Word()}",
            (_, { } depth) => $"{noun} in the {depth.Word()}",
            _ => noun,
        };
    }
}
