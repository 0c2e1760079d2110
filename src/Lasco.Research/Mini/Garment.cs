namespace Lasco.Research.Mini;

internal enum Category { Dress, Shirt, Toptee }

/// <summary>The solids' colours, in their order, and two more.</summary>
internal enum GarmentHue { Red, Orange, Yellow, Green, Blue, Purple, White, Black, Pink }

internal enum Sleeve { Sleeveless, Short, Long }

internal enum Neck { Round, V, Collar }

internal enum Length { Short, Medium, Long }

/// <summary>What a photograph of a garment shows.</summary>
internal sealed record Garment(Category Category, GarmentHue Hue, Texture Texture, Sleeve Sleeve, Neck Neck, Length Length)
{
    /// <summary>In how many attributes two garments differ.</summary>
    public int Distance(Garment other) =>
        (Category != other.Category ? 1 : 0) + (Hue != other.Hue ? 1 : 0) + (Texture != other.Texture ? 1 : 0)
        + (Sleeve != other.Sleeve ? 1 : 0) + (Neck != other.Neck ? 1 : 0) + (Length != other.Length ? 1 : 0);

    /// <summary>Draws a garment of the category.</summary>
    public static Garment Draw(Category category, SplitMix64 random) => new(
        category,
        random.Pick<GarmentHue>(),
        random.Chance(0.4) ? Texture.Plain : random.Other(Texture.Plain),
        random.Pick<Sleeve>(),
        random.Pick<Neck>(),
        random.Pick<Length>());

    /// <summary>The garment with one attribute changed, never its category.</summary>
    public Garment Edit(SplitMix64 random) => random.Below(6) switch
    {
        0 or 1 => this with { Hue = random.Other(Hue) },
        2 => this with { Texture = random.Other(Texture) },
        3 => this with { Sleeve = random.Other(Sleeve) },
        4 => this with { Neck = random.Other(Neck) },
        _ => this with { Length = random.Other(Length) },
    };
}
