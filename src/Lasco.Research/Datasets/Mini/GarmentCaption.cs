namespace Lasco.Research.Datasets.Mini;

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

    private static string Clause(Garment candidate, Garment target, Feature feature, SplitMix64 random)
    {
        switch (feature)
        {
            case Feature.Hue:
                return random.Pick<string>([$"is {target.Hue.Word()}", $"is {target.Hue.Word()} in color", $"is a {target.Hue.Word()} {Noun(target.Category)}"]).Replace("a orange", "an orange");
            case Feature.Texture when target.Texture == Texture.Plain:
                return random.Pick<string>(["is plain", $"is solid {target.Hue.Word()}", "has no pattern"]);
            case Feature.Texture:
                string noun = target.Texture switch { Texture.Striped => "stripes", Texture.Dotted => "dots", _ => "checks" };
                return random.Pick<string>([$"is {target.Texture.Word()}", $"has {noun}", $"has a {target.Texture.Word()} pattern"]);
            case Feature.Sleeve:
                return random.Pick<string>(target.Sleeve == Sleeve.Sleeveless
                    ? ["is sleeveless", "has no sleeves"]
                    : [$"has {Sleeves(target.Sleeve)}", target.Sleeve > candidate.Sleeve ? $"has longer, {Sleeves(target.Sleeve)}" : $"has {Sleeves(target.Sleeve)}"]);
            case Feature.Neck:
                return $"has {Neckline(target.Neck)}";
            default:
                bool extreme = target.Length != Length.Medium;
                return target.Length == candidate.Length ? $"is {LengthWord(target.Length)}"
                    : target.Length > candidate.Length ? random.Pick<string>(["is longer", extreme ? "is long" : "is longer"])
                    : random.Pick<string>(["is shorter", extreme ? "is short" : "is shorter"]);
        }
    }

    private static string Noun(Category category) => category == Category.Toptee ? "top" : category.Word();

    private static string Sleeves(Sleeve sleeve) => sleeve == Sleeve.Sleeveless ? "no sleeves" : $"{sleeve.Word()} sleeves";

    private static string Neckline(Neck neck) => neck switch { Neck.Round => "a round neck", Neck.V => "a v neck", _ => "a collar" };

    private static string LengthWord(Length length) => length == Length.Medium ? "of medium length" : length.Word();
}
