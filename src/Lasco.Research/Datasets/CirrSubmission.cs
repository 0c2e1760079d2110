using System.Globalization;
using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>Writes the two files that CIRR's test server takes: one for Recall@K, one for Recall_subset@K.</summary>
public static class CirrSubmission
{
    /// <summary>How many names a query has in the file of Recall@K.</summary>
    public const int RecallDepth = 50;

    /// <summary>How many names a query has in the file of Recall_subset@K.</summary>
    public const int SubsetDepth = 3;

    /// <summary>Writes the 50 best images of each query.</summary>
    /// <param name="path">The file.</param>
    /// <param name="split">CIRR's <c>test1</c>.</param>
    /// <param name="rankings">For each triplet, in order, positions in <see cref="CoirSplit.Images"/>, best first: 50 or more, or the whole gallery but the query.</param>
    /// <exception cref="ArgumentException">A ranking is too short or holds the query image, an image twice or something outside the gallery.</exception>
    public static void WriteRecall(string path, CoirSplit split, IReadOnlyList<IReadOnlyList<int>> rankings)
    {
        var gallery = new HashSet<int>(split.Gallery);
        Write(path, split, "recall", RecallDepth, rankings, _ => gallery);
    }

    /// <summary>Writes the 3 best images of each query among the other members of its <see cref="Triplet.Subset"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="split">CIRR's <c>test1</c>.</param>
    /// <param name="rankings">For each triplet, in order, members of its subset, best first: 3 or more.</param>
    /// <exception cref="ArgumentException">A ranking is too short or holds the query image, an image twice or something outside the subset.</exception>
    public static void WriteRecallSubset(string path, CoirSplit split, IReadOnlyList<IReadOnlyList<int>> rankings) =>
        Write(path, split, "recall_subset", SubsetDepth, rankings, triplet => [.. triplet.Subset]);

    private static void Write(
        string path, CoirSplit split, string metric, int depth, IReadOnlyList<IReadOnlyList<int>> rankings, Func<Triplet, HashSet<int>> candidatesOf)
    {
        if (rankings.Count != split.Triplets.Count)
            throw new ArgumentException($"expected a ranking for each of {split.Triplets.Count} queries, found {rankings.Count}", nameof(rankings));
        AtomicFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream);
            json.WriteStartObject();
            json.WriteString("version", "rc2");
            json.WriteString("metric", metric);
            for (int i = 0; i < rankings.Count; i++)
            {
                Triplet triplet = split.Triplets[i];
                json.WriteStartArray(triplet.Id.ToString(CultureInfo.InvariantCulture));
                foreach (int image in Best(triplet, rankings[i], depth, candidatesOf(triplet)))
                    json.WriteStringValue(split.Images[image].Id);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }

    private static List<int> Best(Triplet triplet, IReadOnlyList<int> ranking, int depth, HashSet<int> candidates)
    {
        int expected = Math.Min(depth, candidates.Count - (candidates.Contains(triplet.Query) ? 1 : 0));
        if (ranking.Count < expected)
            throw new ArgumentException($"query {triplet.Id}: expected {expected} ranked images or more, found {ranking.Count}");
        List<int> best = [.. ranking.Take(expected)];
        if (best.Contains(triplet.Query) || best.Distinct().Count() != expected || !best.TrueForAll(candidates.Contains))
            throw new ArgumentException($"query {triplet.Id}: expected {expected} different images that it is ranked against, without the query image");
        return best;
    }
}
