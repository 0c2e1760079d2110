namespace Lasco.Research.Datasets;

/// <summary>
/// The further answers that CIRR's annotators gave on a pair (Liu et al. 2021, supplementary section C). Null where they
/// said that there is nothing, nothing worth a mention, or nothing that the caption does not say.
/// </summary>
/// <param name="PairId">The triplet's <c>pairid</c>.</param>
/// <param name="Reference">The query image.</param>
/// <param name="Target">The target image; null in <c>test1</c>.</param>
/// <param name="Kept">What both images show.</param>
/// <param name="Changed">What is different about the main object.</param>
/// <param name="Viewpoint">How the view differs: angle, distance, focus.</param>
/// <param name="Background">How the background differs.</param>
public sealed record CirrExtendedCaption(
    long PairId, string Reference, string? Target, string? Kept, string? Changed, string? Viewpoint, string? Background);
