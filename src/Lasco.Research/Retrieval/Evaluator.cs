using Lasco.Research.Datasets;
using Lasco.Research.Metrics;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Retrieval;

/// <summary>What a model reaches on a split.</summary>
/// <param name="Split">The split's name.</param>
/// <param name="Queries">Number of queries.</param>
/// <param name="Gallery">Number of images that are ranked for a query.</param>
/// <param name="Recall">Recall@K by K, 0 to 1.</param>
/// <param name="SubsetRecall">Recall_subset@K by K, 0 to 1; empty where the dataset has no subsets.</param>
public sealed record Evaluation(
    string Split, int Queries, int Gallery, IReadOnlyDictionary<int, double> Recall, IReadOnlyDictionary<int, double> SubsetRecall)
{
    /// <summary>mAP@K by K, 0 to 1, over all right answers of a query; empty where queries have one.</summary>
    public IReadOnlyDictionary<int, double> MeanAveragePrecision { get; init; } = new Dictionary<int, double>();

    /// <summary>The target's rank for each query, from 1; empty for a row that is computed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<int> Ranks { get; init; } = [];
}

/// <summary>Recall@K, and mAP@K where queries have several right answers, of any split: its gallery, its exclusions and its subsets are the split's own (paper section 6).</summary>
public static class Evaluator
{
    /// <summary>Embeds the gallery and the queries, and ranks.</summary>
    /// <param name="model">The model, in evaluation mode.</param>
    /// <param name="split">A split with targets.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="InputException">An image is missing or damaged, or the split hides its targets.</exception>
    public static Evaluation Evaluate(CaseModel model, CoirSplit split, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        CheckTargets(split);
        using var scope = NewDisposeScope();
        var (queries, gallery) = new Embedder(model).Split(split, progress, cancellation);
        return Evaluate(queries, gallery, split);
    }

    /// <summary>Ranks embeddings.</summary>
    /// <param name="queries">[Q, D], a row for each triplet.</param>
    /// <param name="gallery">[N, D], a row for each image of the split's gallery.</param>
    /// <param name="split">A split with targets.</param>
    /// <exception cref="InputException">The split hides its targets.</exception>
    public static Evaluation Evaluate(Tensor queries, Tensor gallery, CoirSplit split)
    {
        CheckTargets(split);
        int[] positions = split.GalleryPositions();
        int[] targets = [.. split.Triplets.Select(triplet => positions[triplet.Target])];
        if (Array.IndexOf(targets, -1) is >= 0 and int missing)
            throw new InputException($"{split.Name}: the target of triplet {split.Triplets[missing].Id} is not in the gallery");
        int[] excluded = split.ExcludeQuery
            ? [.. split.Triplets.Select(triplet => triplet.Query == triplet.Target ? -1 : positions[triplet.Query])]
            : [];
        int[] ranks = Ranks.InGallery(queries, gallery, targets, excluded);

        int[] subsetRanks = split.SubsetKs.Count == 0 ? [] : Ranks.InSubset(queries, gallery, targets, split.SubsetCandidates());
        return new Evaluation(
            split.Name,
            split.Triplets.Count,
            split.Gallery.Count - (split.ExcludeQuery ? 1 : 0),
            split.Ks.ToDictionary(k => k, k => Recall.At(ranks, k)),
            split.SubsetKs.ToDictionary(k => k, k => Recall.At(subsetRanks, k)))
        {
            Ranks = ranks,
            MeanAveragePrecision = split.MapKs.Count == 0 ? new Dictionary<int, double>() : MeanAveragePrecision(queries, gallery, split, ranks, positions),
        };
    }

    /// <summary>The expectation of a uniformly random ranking, computed: the tables' first row.</summary>
    /// <param name="split">The split.</param>
    public static Evaluation Random(CoirSplit split)
    {
        int candidates = split.Gallery.Count - (split.ExcludeQuery ? 1 : 0);
        return new Evaluation(
            split.Name,
            split.Triplets.Count,
            candidates,
            split.Ks.ToDictionary(k => k, k => Recall.Random(candidates, k)),
            split.SubsetKs.ToDictionary(k => k, k => split.Triplets.Average(triplet => Recall.Random(triplet.Subset.Count(image => image != triplet.Query), k))))
        {
            MeanAveragePrecision = split.MapKs.ToDictionary(k => k, k => split.Triplets.Average(triplet => AveragePrecision.Random(candidates, 1 + triplet.FurtherTargets.Length, k))),
        };
    }

    // A query's row is repeated for each of its further right answers, whose ranks are then counted like the first's.
    private static Dictionary<int, double> MeanAveragePrecision(Tensor queries, Tensor gallery, CoirSplit split, int[] firstRanks, int[] positions)
    {
        var answers = split.Triplets.SelectMany((triplet, i) => triplet.FurtherTargets.Select(image => (Query: i, Triplet: triplet, Image: image))).ToArray();
        foreach (var answer in answers.Where(answer => positions[answer.Image] < 0))
            throw new InputException($"{split.Name}: a right answer of triplet {answer.Triplet.Id} is not in the gallery");
        using var rows = tensor(Array.ConvertAll(answers, answer => (long)answer.Query));
        using var onDevice = rows.to(queries.device);
        using var repeated = queries.index_select(0, onDevice);
        int[] excluded = split.ExcludeQuery
            ? Array.ConvertAll(answers, answer => answer.Triplet.Query == answer.Image ? -1 : positions[answer.Triplet.Query])
            : [];
        int[] ranks = Ranks.InGallery(repeated, gallery, Array.ConvertAll(answers, answer => positions[answer.Image]), excluded);

        var ofQuery = firstRanks.Select(rank => new List<int> { rank }).ToArray();
        for (int i = 0; i < answers.Length; i++)
            ofQuery[answers[i].Query].Add(ranks[i]);
        return split.MapKs.ToDictionary(k => k, k => ofQuery.Average(all => AveragePrecision.OfRanks([.. all], k)));
    }

    private static void CheckTargets(CoirSplit split)
    {
        if (split.Triplets.Count == 0)
            throw new InputException($"{split.Name} has no triplets");
        if (split.Triplets.Any(triplet => triplet.Target < 0))
            throw new InputException($"{split.Name} hides its targets: it can be submitted to the dataset's server, not evaluated here");
    }
}
