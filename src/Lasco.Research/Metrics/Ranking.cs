using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Metrics;

/// <summary>
/// The best images of each query, in the order that <see cref="Ranks"/> counts: by inner product, equal scores by their
/// place in the gallery.
/// </summary>
public static class Ranking
{
    private const int BlockRows = 64;

    /// <summary>The best images of a gallery.</summary>
    /// <param name="queries">[Q, D] float32.</param>
    /// <param name="gallery">[N, D] float32, on the same device.</param>
    /// <param name="depth">How many images a query gets; no more than there are.</param>
    /// <param name="excluded">Q positions in the gallery that are left out (CIRR's reference image), −1 for none; or empty.</param>
    /// <returns>For each query positions in the gallery, best first.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or an embedding holds NaN.</exception>
    public static int[][] InGallery(Tensor queries, Tensor gallery, int depth, IReadOnlyList<int>? excluded = null)
    {
        int count = checked((int)queries.shape[0]), images = checked((int)gallery.shape[0]);
        if (excluded is not null && excluded.Count != count)
            throw new ArgumentException($"{count} queries, {excluded.Count} excluded images", nameof(excluded));
        int[][] rankings = new int[count][];
        using var noGradient = no_grad();
        using var galleryT = gallery.t();
        for (int start = 0; start < count; start += BlockRows)
        {
            using var scope = NewDisposeScope();
            int first = start, rows = Math.Min(BlockRows, count - start);
            var scores = queries.narrow(0, start, rows).matmul(galleryT).cpu().contiguous(); // [rows, N]
            RequireNumbers(scores);
            Parallel.For(0, rows, row => rankings[first + row] = Best(
                MemoryMarshal.Cast<byte, float>(scores.bytes).Slice(row * images, images), depth, excluded?[first + row] ?? -1));
        }

        return rankings;
    }

    /// <summary>The order of a few candidates (CIRR's Recall_subset).</summary>
    /// <param name="queries">[Q, D] float32.</param>
    /// <param name="gallery">[N, D] float32, on the same device.</param>
    /// <param name="candidates">For each query the positions in the gallery that are ranked.</param>
    /// <returns>For each query its candidates, best first; equal scores in the order given.</returns>
    /// <exception cref="ArgumentException">An embedding holds NaN.</exception>
    public static int[][] InSubset(Tensor queries, Tensor gallery, IReadOnlyList<int[]> candidates)
    {
        using var noGradient = no_grad();
        return [.. candidates.Select((positions, query) =>
        {
            using var scope = NewDisposeScope();
            var chosen = gallery.index_select(0, tensor(Array.ConvertAll(positions, position => (long)position), device: gallery.device)); // [c, D]
            var scores = chosen.matmul(queries[query]).cpu(); // [c]
            RequireNumbers(scores);
            return Array.ConvertAll(Best(scores.data<float>().ToArray(), positions.Length, excluded: -1), candidate => positions[candidate]);
        })];
    }

    private static void RequireNumbers(Tensor scores)
    {
        if (scores.isnan().any().ToBoolean())
            throw new ArgumentException("an embedding holds NaN");
    }

    // A heap of the best so far: what it would drop first is on top, the lowest score and of equal ones the last in the gallery.
    private static int[] Best(ReadOnlySpan<float> scores, int depth, int excluded)
    {
        var best = new PriorityQueue<int, (float Score, int Earliness)>(depth + 1);
        float bar = float.NegativeInfinity;
        for (int image = 0; image < scores.Length; image++)
        {
            if (image == excluded || (best.Count == depth && scores[image] <= bar))
                continue;
            best.Enqueue(image, (scores[image], -image));
            if (best.Count > depth)
                best.Dequeue();
            best.TryPeek(out _, out var worst);
            bar = worst.Score;
        }

        int[] order = new int[best.Count];
        for (int i = order.Length - 1; i >= 0; i--)
            order[i] = best.Dequeue();
        return order;
    }
}
