using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Metrics;

/// <summary>
/// Ranks of targets by counting. The rank of a target is 1 + the number of gallery images that score strictly higher + the
/// number that score the same and come earlier in the gallery: never optimistic. Scores are computed for a block of queries
/// at a time, so memory does not grow with queries × gallery.
/// </summary>
public static class Ranks
{
    private const long BlockBytes = 64 << 20;
    private const int MaxBlockRows = 256;

    /// <summary>The rank of each query's target in the gallery, by inner product.</summary>
    /// <param name="queries">[Q, D] float32.</param>
    /// <param name="gallery">[N, D] float32, on the same device.</param>
    /// <param name="targets">Q positions in the gallery.</param>
    /// <param name="excluded">Q positions in the gallery that are left out of the ranking (CIRR's reference image), −1 for none; or empty.</param>
    /// <returns>Q ranks, from 1.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a position is outside the gallery, or a target is excluded.</exception>
    public static int[] InGallery(Tensor queries, Tensor gallery, ReadOnlySpan<int> targets, ReadOnlySpan<int> excluded = default)
    {
        int count = checked((int)queries.shape[0]), images = checked((int)gallery.shape[0]);
        Check(targets, excluded, count, images);
        int[] ranks = new int[count];
        int rows = (int)Math.Clamp(BlockBytes / sizeof(float) / Math.Max(1, images), 1, MaxBlockRows);
        using var noGradient = no_grad();
        using var galleryT = gallery.t();
        for (int start = 0; start < count; start += rows)
        {
            using var scope = NewDisposeScope();
            int block = Math.Min(rows, count - start);
            var scores = queries.narrow(0, start, block).matmul(galleryT).cpu().contiguous(); // [block, N]
            RankRows(scores, targets.Slice(start, block), excluded.IsEmpty ? [] : excluded.Slice(start, block), ranks.AsSpan(start, block));
        }

        return ranks;
    }

    /// <summary>The rank of each query's target among a few candidates (CIRR's Recall_subset).</summary>
    /// <param name="queries">[Q, D] float32.</param>
    /// <param name="gallery">[N, D] float32.</param>
    /// <param name="targets">Q positions in the gallery.</param>
    /// <param name="candidates">For each query the positions that are ranked, the target among them.</param>
    /// <returns>Q ranks, from 1.</returns>
    /// <exception cref="ArgumentException">A target is not among its candidates.</exception>
    public static int[] InSubset(Tensor queries, Tensor gallery, ReadOnlySpan<int> targets, IReadOnlyList<int[]> candidates)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        int[] ranks = new int[targets.Length];
        for (int i = 0; i < ranks.Length; i++)
        {
            using var step = NewDisposeScope();
            int target = Array.IndexOf(candidates[i], targets[i]);
            if (target < 0)
                throw new ArgumentException($"query {i}: its target is not among its {candidates[i].Length} candidates", nameof(candidates));
            var chosen = gallery.index_select(0, tensor(candidates[i].Select(c => (long)c).ToArray(), device: gallery.device));
            RankRows(chosen.matmul(queries[i]).cpu().unsqueeze(0), [target], [], ranks.AsSpan(i, 1));
        }

        return ranks;
    }

    /// <summary>The ranks in a block of scores, [rows, N]; the cores share the rows.</summary>
    private static void RankRows(Tensor scores, ReadOnlySpan<int> targets, ReadOnlySpan<int> excluded, Span<int> ranks)
    {
        int images = (int)scores.shape[1];
        int[] rowTargets = targets.ToArray(), rowExcluded = excluded.ToArray(), rowRanks = new int[targets.Length];
        if (Enumerable.Range(0, rowTargets.Length).Any(i => float.IsNaN(Row(i)[rowTargets[i]])))
            throw new ArgumentException("an embedding holds NaN");
        Parallel.For(0, rowRanks.Length, i => rowRanks[i] = Rank(Row(i), rowTargets[i], rowExcluded.Length == 0 ? -1 : rowExcluded[i]));
        rowRanks.CopyTo(ranks);

        ReadOnlySpan<float> Row(int i) => MemoryMarshal.Cast<byte, float>(scores.bytes).Slice(i * images, images);
    }

    private static int Rank(ReadOnlySpan<float> scores, int target, int excluded)
    {
        float score = scores[target];
        int rank = 1 + scores.Length - Below(scores[..target], score) - AtMost(scores[target..], score);
        bool excludedIsAhead = excluded >= 0 && (!(scores[excluded] <= score) || (scores[excluded] == score && excluded < target));
        return excludedIsAhead ? rank - 1 : rank;
    }

    /// <summary>How many scores are less than a bound. What is not, NaN included, ranks ahead of a later target.</summary>
    private static int Below(ReadOnlySpan<float> scores, float bound)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var bounds = new Vector<float>(bound);
        var masks = Vector<int>.Zero; // a comparison gives −1 where it holds
        foreach (var vector in vectors)
            masks += Vector.LessThan(vector, bounds);
        int count = -Vector.Sum(masks);
        foreach (float score in scores[(vectors.Length * Vector<float>.Count)..])
            count += score < bound ? 1 : 0;
        return count;
    }

    /// <summary>How many scores are at most a bound. What is not, NaN included, ranks ahead of an earlier target.</summary>
    private static int AtMost(ReadOnlySpan<float> scores, float bound)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var bounds = new Vector<float>(bound);
        var masks = Vector<int>.Zero;
        foreach (var vector in vectors)
            masks += Vector.LessThanOrEqual(vector, bounds);
        int count = -Vector.Sum(masks);
        foreach (float score in scores[(vectors.Length * Vector<float>.Count)..])
            count += score <= bound ? 1 : 0;
        return count;
    }

    private static void Check(ReadOnlySpan<int> targets, ReadOnlySpan<int> excluded, int queries, int images)
    {
        if (targets.Length != queries || (!excluded.IsEmpty && excluded.Length != queries))
            throw new ArgumentException($"{queries} queries, {targets.Length} targets, {excluded.Length} excluded images");
        for (int i = 0; i < queries; i++)
        {
            if ((uint)targets[i] >= (uint)images)
                throw new ArgumentException($"query {i}: target {targets[i]} is not one of the gallery's {images} images");
            if (!excluded.IsEmpty && (excluded[i] >= images || excluded[i] == targets[i]))
                throw new ArgumentException($"query {i}: image {excluded[i]} cannot be excluded");
        }
    }
}
