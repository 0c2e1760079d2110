namespace Lasco.Research.Mini;

/// <summary>Describes scenes in words.</summary>
internal static class SceneCaption
{
    /// <summary>What a description says of one object.</summary>
    /// <param name="Solid">The object.</param>
    /// <param name="Scale">Its size is said.</param>
    /// <param name="Hue">Its colour is said.</param>
    /// <param name="Texture">Its pattern is said.</param>
    /// <param name="Place">Its place is said.</param>
    public readonly record struct Mention(Solid Solid, bool Scale = true, bool Hue = true, bool Texture = true, bool Place = true)
    {
        /// <summary>Whether the description is as true of the object's state in another scene.</summary>
        public bool Fits(Solid other) =>
            other.Shape == Solid.Shape && (!Scale || other.Scale == Solid.Scale) && (!Hue || other.Hue == Solid.Hue)
            && (!Texture || other.Texture == Solid.Texture) && (!Place || other.Cell == Solid.Cell);

        /// <summary>The noun phrase, without an article.</summary>
        public string Noun => Words.Join(
            Scale ? Solid.Scale.Word() : null,
            Texture ? Solid.Texture.Word() : null,
            Hue ? Solid.Hue.Word() : null,
            Solid.Shape.Word());
    }

    /// <summary>Everything of the scene, in one of several forms.</summary>
    public static string Full(Scene scene, SplitMix64 random)
    {
        string surroundings = random.Below(3) switch
        {
            0 => $"on {scene.Ground.Word()} ground before a {scene.Wall.Word()} wall",
            1 => $"on a {scene.Ground.Word()} ground with a {scene.Wall.Word()} wall",
            _ => $"the ground is {scene.Ground.Word()} and the wall is {scene.Wall.Word()}",
        };
        string things = Things([.. scene.Solids.Select(solid => new Mention(solid))], random);
        return Words.Capital(surroundings.StartsWith("the", StringComparison.Ordinal) ? $"{things}, {surroundings}." : $"{things} {surroundings}.");
    }

    /// <summary>Two or three different captions, as an image of COCO has five.</summary>
    public static IReadOnlyList<string> Several(Scene scene, SplitMix64 random)
    {
        string[] captions = random.Chance(0.5)
            ? [Full(scene, random), Full(scene, random), Counted(scene, random)]
            : [Full(scene, random), Full(scene, random)];
        return [.. captions.Distinct()];
    }

    /// <summary>How many of each shape there are, and some of the surroundings: <c>Two cubes and a red ring on green ground.</c></summary>
    public static string Counted(Scene scene, SplitMix64 random)
    {
        IEnumerable<string> groups = scene.Solids.GroupBy(solid => solid.Shape).Select(group => group.Count() == 1
            ? Words.A(new Mention(group.First(), Scale: random.Chance(0.5), Texture: random.Chance(0.5)).Noun)
            : $"{Words.Number(group.Count())} {group.Key.Word()}s");
        string start = random.Chance(0.5) ? "there are " : random.Chance(0.5) ? $"{Words.Number(scene.Solids.Count)} objects: " : "";
        string where = random.Chance(0.6) ? $" on {scene.Ground.Word()} ground" : $" before a {scene.Wall.Word()} wall";
        return Words.Capital(start + Words.List([.. groups]) + where + ".");
    }

    /// <summary>The objects as a list, each with its place; or, of two, one beside the other.</summary>
    public static string Things(IReadOnlyList<Mention> mentions, SplitMix64 random)
    {
        var order = mentions.ToArray();
        random.Shuffle(order.AsSpan());
        bool beside = order.Length == 2 && order[0].Place && order[1].Place && random.Chance(0.25);
        if (beside && Relation(order[0].Solid, order[1].Solid) is { } relation)
            return $"{Words.A(order[0].Noun)} {relation} {Words.A(order[1].Noun)}";
        return Words.List([.. order.Select(mention => mention.Place
            ? $"{Words.A(mention.Noun)} {Place(mention.Solid, random)}"
            : Words.A(mention.Noun))]);
    }

    private static string Place(Solid solid, SplitMix64 random) => random.Below(3) switch
    {
        0 => $"in the {solid.Depth.Word()} {solid.Side.Word()}",
        1 => $"on the {solid.Side.Word()} in the {solid.Depth.Word()}",
        _ => $"{solid.Depth.Word()} {solid.Side.Word()}",
    };

    private static string? Relation(Solid a, Solid b) => (a.Side == b.Side, a.Depth == b.Depth) switch
    {
        (false, true) => $"{a.Side.Word()} of",
        (true, false) => a.Depth == Depth.Front ? "in front of" : "behind",
        _ => null,
    };
}
