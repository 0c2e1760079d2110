namespace Lasco.Research.Metrics;

/// <summary>Recall@K: the share of queries whose target ranks among the first K.</summary>
public static class Recall
{
    /// <summary>Recall@K of measured ranks.</summary>
    /// <param name="ranks">The target's rank for each query, from 1.</param>
    /// <param name="k">K.</param>
    /// <returns>0 to 1; NaN where there is no query.</returns>
    public static double At(IReadOnlyCollection<int> ranks, int k) =>
        ranks.Count == 0 ? double.NaN : ranks.Count(rank => rank <= k) / (double)ranks.Count;

    /// <summary>Recall@K of a uniformly random ranking: min(K, N) / N.</summary>
    /// <param name="candidates">N, the number of images that are ranked.</param>
    /// <param name="k">K.</param>
    /// <returns>0 to 1; NaN where nothing is ranked.</returns>
    public static double Random(int candidates, int k) => candidates == 0 ? double.NaN : Math.Min(k, candidates) / (double)candidates;
}
