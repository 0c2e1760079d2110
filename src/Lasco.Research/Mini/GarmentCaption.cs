namespace Lasco.Research.Mini;

/// <summary>Describes garments, and differences between two of them, in words.</summary>
internal static class GarmentCaption
{
    /// <summary>The attributes in which FashionIQ's captions compare two garments.</summary>
    public enum Feature { Hue, Texture, Sleeve, Neck, Length }

    /// <summary>Everything of the garment, in one of several forms.</summary>
    public static string Full(Garment garment, SplitMix64 random)
    {
        string look = Words.Join(garment.Length == Length.Medium ? null : garment.Length.Word(), garment.Texture.Word(), garment.Hue.Word());
        return Words.Capital(random.Below(3) switch
        {
            0 => $"{Words.A($"{look} {Noun(garment.Category)}")} with {Sleeves(garment.Sleeve)} and {Neckline(garment.Neck)}.",
            1 => $"{Words.A($"{look} {Noun(garment.Category)}")} with {Neckline(garment.Neck)} and {Sleeves(garment.Sleeve)}.",
            _ => $"the {Noun(garment.Category)} is {Words.Join(garment.Texture.Word(), garment.Hue.Word())}, has {Sleeves(garment.Sleeve)} and {Neckline(garment.Neck)} and is {LengthWord(garment.Length)}.",
        });
    }

    /// <summary>Two or three different captions, as an image of COCO has five.</summary>
    public static IReadOnlyList<string> Several(Garment garment, SplitMix64 random) =>
        [.. new[] { Full(garment, random), Full(garment, random), Full(garment, random) }.Distinct()];

    /// <summary>The features in which two garments differ.</summary>
    public static List<Feature> Differences(Garment a, Garment b)
    {
        var features = new List<Feature>();
        if (a.Hue != b.Hue)
            features.Add(Feature.Hue);
        if (a.Texture != b.Texture)
            features.Add(Feature.Texture);
        if (a.Sleeve != b.Sleeve)
            features.Add(Feature.Sleeve);
        if (a.Neck != b.Neck)
            features.Add(Feature.Neck);
        if (a.Length != b.Length)
            features.Add(Feature.Length);
        return features;
    }

    /// <summary>What the target is like beside the candidate: <c>is red and has long sleeves</c>.</summary>
    public static string Relative(Garment candidate, Garment target, IReadOnlyList<Feature> features, SplitMix64 random) =>
        string.Join(" and ", features.Select(feature => Clause(candidate, target, feature, random)));

    private static string Clause(Garment candidate, Garment target, Feature feature, SplitMix64 random) => random.Pick(feature switch
    {
        Feature.Hue => HueClauses(candidate, target),
        Feature.Texture => TextureClauses(target),
        Feature.Sleeve => SleeveClauses(candidate, target),
        Feature.Neck => NeckClauses(target),
        _ => LengthClauses(candidate, target),
    });

    private static string[] HueClauses(Garment candidate, Garment target)
    {
        string hue = target.Hue.Word(), noun = Noun(target.Category);
        double change = Paint.Lightness(target.Hue) - Paint.Lightness(candidate.Hue);
        string compared = change == 0 ? $"is still {hue}" : change > 0 ? $"is lighter and {hue}" : $"is darker and {hue}";
        return [$"is {hue}", $"is {hue} in color", $"is {Words.A($"{hue} {noun}")}", compared];
    }

    private static string[] TextureClauses(Garment target) => target.Texture switch
    {
        Texture.Plain => ["is plain", $"is solid {target.Hue.Word()}", "has no pattern"],
        Texture.Striped => ["is striped", "has stripes", "has a striped pattern"],
        Texture.Dotted => ["is dotted", "has dots", "has a dotted pattern"],
        _ => ["is checkered", "has checks", "has a checkered pattern"],
    };

    private static string[] SleeveClauses(Garment candidate, Garment target) => target.Sleeve switch
    {
        Sleeve.Sleeveless => ["is sleeveless", "has no sleeves"],
        Sleeve.Short => ["has short sleeves", "is short sleeved"],
        _ => ["has long sleeves", candidate.Sleeve == Sleeve.Long ? "is long sleeved" : "has longer sleeves"],
    };

    private static string[] NeckClauses(Garment target) => target.Neck switch
    {
        Neck.Round => ["has a round neck", "has a round neckline"],
        Neck.V => ["has a v neck", "has a v shaped neckline"],
        _ => ["has a collar", "is collared"],
    };

    private static string[] LengthClauses(Garment candidate, Garment target)
    {
        string length = $"is {LengthWord(target.Length)}";
        return target.Length.CompareTo(candidate.Length) switch
        {
            0 => [length],
            > 0 => ["is longer", length],
            _ => ["is shorter", length],
        };
    }

    private static string Noun(Category category) => category == Category.Toptee ? "top" : category.Word();

    private static string Sleeves(Sleeve sleeve) => sleeve == Sleeve.Sleeveless ? "no sleeves" : $"{sleeve.Word()} sleeves";

    private static string Neckline(Neck neck) => neck switch { Neck.Round => "a round neck", Neck.V => "a v neck", _ => "a collar" };

    private static string LengthWord(Length length) => length == Length.Medium ? "of medium length" : length.Word();
}
