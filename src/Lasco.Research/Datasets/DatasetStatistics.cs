using Lasco.Research.Datasets.Statistics;

namespace Lasco.Research.Datasets;

/// <summary>Counts what the paper's Table 1 shows of a dataset; <see cref="DatasetAnalysis"/> counts more.</summary>
public static class DatasetStatistics
{
    /// <summary>The statistics of each split and, last, of all splits together.</summary>
    /// <param name="splits">The splits with their parts (one, or FashionIQ's categories), read one after another. An image or token that several have counts once.</param>
    /// <param name="tokenize">The BERT ids of a text, with [CLS] and [SEP].</param>
    /// <returns>A row for each split, then the row <c>all</c>.</returns>
    public static IReadOnlyList<SplitStatistics> Compute(
        IEnumerable<(string Split, IEnumerable<CoirSplit> Parts)> splits, Func<string, int[]> tokenize) =>
        Rows(DatasetAnalysis.Compute(splits, tokenize));

    /// <summary>The statistics of a dataset on disk: of those of its splits whose annotations are there.</summary>
    /// <param name="dataset"><c>fashioniq</c>, <c>cirr</c> or <c>lasco</c>.</param>
    /// <param name="root">The dataset's folder.</param>
    /// <param name="tokenize">The BERT ids of a text, with [CLS] and [SEP].</param>
    /// <returns>A row for each split, then the row <c>all</c>.</returns>
    /// <exception cref="InputException">There is no such dataset, none of its splits is there, or a file of a split is missing or malformed.</exception>
    public static IReadOnlyList<SplitStatistics> Compute(string dataset, string root, Func<string, int[]> tokenize) =>
        Rows(DatasetAnalysis.Compute(dataset, root, tokenize));

    private static IReadOnlyList<SplitStatistics> Rows(DatasetAnalysis analysis) => [.. analysis.Splits.Select(split => split.Row)];
}
