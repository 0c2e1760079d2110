using Lasco.Research.Datasets;
using Lasco.Research.Metrics;
using Lasco.Research.Models;
using static TorchSharp.torch;

namespace Lasco.Research.Retrieval;

/// <summary>Ranks a split whose targets are hidden, and writes the files that the dataset's test server takes.</summary>
public static class Submission
{
    /// <summary>The datasets that have a test server.</summary>
    public static IReadOnlyList<string> Datasets { get; } = ["cirr", "circo"];

    /// <summary>The split that a dataset's server scores.</summary>
    /// <param name="dataset">One of <see cref="Datasets"/>.</param>
    public static string TestSplit(string dataset) => dataset == "cirr" ? "test1" : "test";

    /// <summary>Embeds, ranks and writes.</summary>
    /// <param name="dataset">One of <see cref="Datasets"/>.</param>
    /// <param name="split">Its test split; another is ranked just so, to compare with one's own scoring.</param>
    /// <param name="model">The model, in evaluation mode.</param>
    /// <param name="folder">Where to write <c>recall.json</c> and <c>recall_subset.json</c> for CIRR (<see cref="CirrSubmission"/>), <c>circo.json</c> for CIRCO (<see cref="CircoSubmission"/>).</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="InputException">An image is missing or damaged, or the gallery holds fewer images than a query needs.</exception>
    public static IReadOnlyList<string> Write(
        string dataset, CoirSplit split, CaseModel model, string folder, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        int depth = dataset == "cirr" ? CirrSubmission.RecallDepth : CircoSubmission.Depth;
        if (split.Gallery.Count <= depth)
            throw new InputException($"{split.Name} has a gallery of {split.Gallery.Count} images; the server wants the best {depth} of each query");
        using var scope = NewDisposeScope();
        var (queries, gallery) = new Embedder(model).Split(split, progress, cancellation);
        int[] positions = split.GalleryPositions();
        int[]? excluded = split.ExcludeQuery ? [.. split.Triplets.Select(triplet => positions[triplet.Query])] : null;
        int[][] rankings = Images(Ranking.InGallery(queries, gallery, depth, excluded));
        if (dataset == "circo")
        {
            string file = Path.Combine(folder, "circo.json");
            CircoSubmission.Write(file, split, rankings);
            return [file];
        }

        string recall = Path.Combine(folder, "recall.json"), recallSubset = Path.Combine(folder, "recall_subset.json");
        CirrSubmission.WriteRecall(recall, split, rankings);
        CirrSubmission.WriteRecallSubset(recallSubset, split, Images(Ranking.InSubset(queries, gallery, split.SubsetCandidates())));
        return [recall, recallSubset];

        int[][] Images(int[][] ranked) => Array.ConvertAll(ranked, row => Array.ConvertAll(row, position => split.Gallery[position]));
    }
}
