using System.Globalization;
using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>Writes the file that CIRCO's test server takes.</summary>
public static class CircoSubmission
{
    /// <summary>How many images a query has in the file.</summary>
    public const int Depth = 50;

    /// <summary>Writes the COCO ids of the 50 best images of each query, by the query's id.</summary>
    /// <param name="path">The file.</param>
    /// <param name="split">CIRCO's <c>test</c>.</param>
    /// <param name="rankings">For each triplet, in order, positions in <see cref="CoirSplit.Images"/>, best first: 50 or more.</param>
    /// <exception cref="ArgumentException">A ranking is too short or holds an image twice or something outside the gallery.</exception>
    public static void Write(string path, CoirSplit split, IReadOnlyList<IReadOnlyList<int>> rankings)
    {
        if (rankings.Count != split.Triplets.Count)
            throw new ArgumentException($"expected a ranking for each of {split.Triplets.Count} queries, found {rankings.Count}", nameof(rankings));
        var gallery = new HashSet<int>(split.Gallery);
        AtomicFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream);
            json.WriteStartObject();
            for (int i = 0; i < rankings.Count; i++)
            {
                int[] best = [.. rankings[i].Take(Depth)];
                if (best.Length < Depth || best.Distinct().Count() < Depth || !Array.TrueForAll(best, gallery.Contains))
                    throw new ArgumentException($"query {split.Triplets[i].Id}: expected {Depth} different images of the gallery");
                json.WriteStartArray(split.Triplets[i].Id.ToString(CultureInfo.InvariantCulture));
                foreach (int image in best)
                    json.WriteNumberValue(long.Parse(split.Images[image].Id, CultureInfo.InvariantCulture));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }
}
