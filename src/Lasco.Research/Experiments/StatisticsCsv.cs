using System.Globalization;
using CsvHelper;
using Lasco.Research.Datasets.Statistics;

namespace Lasco.Research.Experiments;

/// <summary>Everything that was counted in datasets, in long form: one number a line, ready to filter and pivot.</summary>
public static class StatisticsCsv
{
    /// <summary>Writes the columns Dataset, Split, Statistic, Key and Value.</summary>
    /// <param name="analyses">The datasets.</param>
    /// <param name="path">The file; replaced atomically.</param>
    public static void Write(IEnumerable<DatasetAnalysis> analyses, string path) => AtomicFile.Write(path, stream =>
    {
        using var csv = CsvWriter.Create(stream, leaveOpen: true);
        csv.WriteRecord(["Dataset", "Split", "Statistic", "Key", "Value"]);
        foreach (DatasetAnalysis analysis in analyses)
        {
            foreach ((string split, string statistic, string key, double value) in Lines(analysis))
                csv.WriteRecord([analysis.Dataset, split, statistic, key, value.ToString(CultureInfo.InvariantCulture)]);
        }
    });

    private static IEnumerable<(string Split, string Statistic, string Key, double Value)> Lines(DatasetAnalysis analysis) =>
    [
        .. analysis.Splits.SelectMany(split => Lines(split).Select(line => (split.Row.Split, line.Statistic, line.Key, line.Value))),
        .. analysis.Overlaps.SelectMany(overlap => new[]
        {
            (overlap.First, "corpus images also in", overlap.Second, (double)overlap.CorpusImages),
            (overlap.First, "triplet images also in", overlap.Second, overlap.TripletImages),
            (overlap.First, "triplets also in", overlap.Second, overlap.Triplets),
        }),
    ];

    private static IEnumerable<(string Statistic, string Key, double Value)> Lines(SplitAnalysis split)
    {
        yield return ("triplets", "", split.Row.Triplets);
        yield return ("corpus", "", split.Row.Corpus);
        yield return ("triplet images", "", split.Row.TripletImages);
        yield return ("texts", "", split.Row.Texts);
        yield return ("average text length", "", split.Row.AverageTextLength);
        if (split.TextTokens.Count > 0)
            yield return ("unique tokens", "", split.Row.UniqueTokens);
        yield return ("empty texts", "", split.EmptyTexts);
        yield return ("duplicate triplets", "", split.DuplicateTriplets);
        yield return ("repeated pairs", "", split.RepeatedPairs);
        yield return ("query is target", "", split.SelfTargets);
        foreach ((string name, Histogram histogram) in new[] { ("texts of length", split.TextLengths), ("texts of tokens", split.TextTokens), ("images of uses", split.ImageUses) })
        {
            foreach ((int value, long count) in histogram.Values)
                yield return (name, value.ToString(CultureInfo.InvariantCulture), count);
        }

        foreach (WordFrequency word in split.FirstWords)
            yield return ("first word", word.Word, word.Count);
        foreach (WordFrequency verb in split.Verbs)
            yield return ("verb", verb.Word, verb.Count);
    }
}
