namespace Lasco.Research.Imaging;

/// <summary>How an image becomes a square.</summary>
public enum SquareFit
{
    /// <summary>Both sides are scaled to the size, whatever the aspect ratio: BLIP's.</summary>
    Squash,

    /// <summary>The shorter side is scaled to the size and the middle of the longer is kept: CLIP's.</summary>
    CenterCrop,
}

/// <summary>What an image encoder expects of an image.</summary>
public sealed record Preprocessing
{
    /// <summary>BLIP's: 384 × 384 pixels, squashed.</summary>
    public static Preprocessing Blip { get; } = new() { Size = 384, Fitting = SquareFit.Squash };

    /// <summary>CLIP's: 224 × 224 pixels from the middle.</summary>
    public static Preprocessing Clip { get; } = new() { Size = 224, Fitting = SquareFit.CenterCrop };

    /// <summary>Width and height in pixels.</summary>
    public required int Size { get; init; }

    /// <summary>How an image becomes a square.</summary>
    public required SquareFit Fitting { get; init; }

    /// <summary>CLIP4Cir's padding towards this aspect ratio comes first (its paper uses 1.25); none where null.</summary>
    public double? TargetPad { get; init; }

    /// <summary>Subtracted from channels in [0, 1].</summary>
    public (float Red, float Green, float Blue) Mean { get; init; } = (.48145466f, .4578275f, .40821073f);

    /// <summary>Divides channels after <see cref="Mean"/> is subtracted.</summary>
    public (float Red, float Green, float Blue) Std { get; init; } = (.26862954f, .26130258f, .27577711f);

    /// <summary>Makes an image the size that the encoder takes.</summary>
    /// <param name="image">The image.</param>
    /// <returns>The Size × Size pixels; <paramref name="image"/> itself where it has that size.</returns>
    /// <exception cref="InputException">The image is so elongated that a step has more than <see cref="ImageFile.MaxPixels"/>.</exception>
    public RgbImage Fit(RgbImage image)
    {
        if (TargetPad is double ratio)
            image = Resize.TargetPad(image, ratio);
        return Fitting switch
        {
            SquareFit.Squash => Resize.Bicubic(image, Size, Size),
            _ => Resize.CenterCrop(Resize.ShorterSide(image, Size), Size),
        };
    }
}
