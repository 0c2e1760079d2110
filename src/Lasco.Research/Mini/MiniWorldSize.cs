namespace Lasco.Research.Mini;

/// <summary>How much of the mini world to write.</summary>
public sealed record MiniWorldSize
{
    /// <summary>Height and width of every image, in pixels.</summary>
    public int Resolution { get; init; } = 64;

    /// <summary>Images in a family of the LaSCo-like set: one scene and single edits of it.</summary>
    public int LascoFamily { get; init; } = 56;

    /// <summary>Families of the LaSCo-like training split.</summary>
    public required int LascoTrainFamilies { get; init; }

    /// <summary>Complementary pairs drawn from a training family; each gives two triplets.</summary>
    public int LascoTrainPairs { get; init; } = 12;

    /// <summary>Families of the LaSCo-like validation split.</summary>
    public required int LascoValFamilies { get; init; }

    /// <summary>Complementary pairs drawn from a validation family; each gives two triplets.</summary>
    public int LascoValPairs { get; init; } = 21;

    /// <summary>Subsets of six images of the CIRR-like training split.</summary>
    public required int CirrTrainSubsets { get; init; }

    /// <summary>Triplets drawn from a training subset.</summary>
    public int CirrTrainQueries { get; init; } = 9;

    /// <summary>Subsets of six images of the CIRR-like validation split.</summary>
    public required int CirrValSubsets { get; init; }

    /// <summary>Triplets drawn from a validation subset.</summary>
    public int CirrValQueries { get; init; } = 6;

    /// <summary>Groups of eight similar garments in a FashionIQ-like category's training split.</summary>
    public required int FashionTrainGroups { get; init; }

    /// <summary>Triplets drawn from a training group.</summary>
    public int FashionTrainQueries { get; init; } = 12;

    /// <summary>Groups of eight similar garments in a FashionIQ-like category's validation split.</summary>
    public required int FashionValGroups { get; init; }

    /// <summary>Triplets drawn from a validation group.</summary>
    public int FashionValQueries { get; init; } = 6;

    /// <summary>Images with captions for image-text pre-training.</summary>
    public required int PretrainingTrainImages { get; init; }

    /// <summary>Images with captions on which pre-training is validated.</summary>
    public required int PretrainingValImages { get; init; }

    /// <summary>About 25,000 images: seconds to write, minutes to train on with two cores.</summary>
    public static MiniWorldSize Quick { get; } = new()
    {
        LascoTrainFamilies = 300,
        LascoValFamilies = 36,
        CirrTrainSubsets = 334,
        CirrValSubsets = 150,
        FashionTrainGroups = 100,
        FashionValGroups = 50,
        PretrainingTrainImages = 8000,
        PretrainingValImages = 500,
    };

    /// <summary>Four times as much to train on, and larger galleries.</summary>
    public static MiniWorldSize Full { get; } = new()
    {
        LascoTrainFamilies = 1200,
        LascoValFamilies = 144,
        CirrTrainSubsets = 1336,
        CirrValSubsets = 375,
        FashionTrainGroups = 400,
        FashionValGroups = 75,
        PretrainingTrainImages = 32000,
        PretrainingValImages = 1000,
    };
}
