using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming;

/// <summary>A triplet of LaSCo.</summary>
/// <param name="Id">The <c>qid</c>: VQA2.0's id of the question about the query image.</param>
/// <param name="QueryImage">The COCO id of the query image.</param>
/// <param name="TargetImage">The COCO id of the target image.</param>
/// <param name="Text">The transition text.</param>
public readonly record struct RoamedTriplet(long Id, long QueryImage, long TargetImage, string Text);

/// <summary>Where a triplet was given up.</summary>
public enum RejectStage
{
    /// <summary>VQA2.0's files lack something that it needs.</summary>
    Input,

    /// <summary>The rephraser made no text.</summary>
    Rephraser,

    /// <summary>A rule of the quality control applied.</summary>
    Quality,
}

/// <summary>A triplet that was given up.</summary>
/// <param name="Query">(I, Q, A).</param>
/// <param name="Target">(I_c, Q, A_c).</param>
/// <param name="Text">The transition text, where there is one.</param>
/// <param name="Stage">Where.</param>
/// <param name="Reason">Why: a rule's name, or what the rephraser said.</param>
public readonly record struct RoamingReject(VqaQuestion Query, VqaQuestion Target, string? Text, RejectStage Stage, string Reason);

/// <summary>What data roaming made of a split of VQA2.0.</summary>
public sealed record RoamedSet
{
    /// <summary>The triplets, in the order of the pairs, (I, S_c, I_c) before (I_c, S, I).</summary>
    public required IReadOnlyList<RoamedTriplet> Triplets { get; init; }

    /// <summary>The triplets that were given up, in the order of the pairs.</summary>
    public required IReadOnlyList<RoamingReject> Rejects { get; init; }

    /// <summary>The captions that were not to take the place of a text (LaSCo.Ca).</summary>
    public IReadOnlyList<CaptionReject> CaptionRejects { get; init; } = [];

    /// <summary>The images of every complementary pair, by their COCO id in ascending order.</summary>
    public required IReadOnlyList<long> Corpus { get; init; }
}
