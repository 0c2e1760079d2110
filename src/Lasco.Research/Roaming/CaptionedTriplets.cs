namespace Lasco.Research.Roaming;

/// <summary>Triplets some of whose texts are captions (LaSCo.Ca).</summary>
/// <param name="Triplets">The triplets.</param>
/// <param name="Replaced">How many have a caption.</param>
public sealed record CaptionedTriplets(IReadOnlyList<RoamedTriplet> Triplets, int Replaced)
{
    /// <summary>The captions of target images that were not to be taken, in the order of the file.</summary>
    public IReadOnlyList<CaptionReject> Rejects { get; init; } = [];
}

/// <summary>A caption that a rule of the quality control rejected.</summary>
/// <param name="Image">The image, by its COCO id.</param>
/// <param name="Caption">The caption, on one line.</param>
/// <param name="Reason">The rule's name.</param>
public readonly record struct CaptionReject(long Image, string Caption, string Reason);
