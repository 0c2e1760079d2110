namespace Lasco.Research.Datasets;

/// <summary>A query of CIRCO as its annotation has it, with what <see cref="Triplet"/> leaves out.</summary>
/// <param name="Id">The query's id, which the test server's file names it by.</param>
/// <param name="Reference">The COCO id of the query image.</param>
/// <param name="RelativeCaption">The transition text.</param>
/// <param name="SharedConcept">What query and target image have in common, in a few words.</param>
/// <param name="GroundTruths">The COCO ids of all right answers, the one that the caption was written for first; empty where the split hides them (<c>test</c>).</param>
/// <param name="SemanticAspects">The kinds of change that the caption asks for, such as <c>cardinality</c>; empty in <c>test</c>.</param>
public sealed record CircoQuery(
    long Id, long Reference, string RelativeCaption, string SharedConcept, IReadOnlyList<long> GroundTruths, IReadOnlyList<string> SemanticAspects);
