namespace Lasco.Research.Metrics;

/// <summary>Average precision at K for queries with several right answers (CIRCO; Baldrati et al. 2023).</summary>
public static class AveragePrecision
{
    /// <summary>AP@K = Σ_{k≤K} P(k) · rel(k) / min(|GT|, K).</summary>
    /// <param name="ranking">The retrieved images, best first.</param>
    /// <param name="relevant">GT, the right answers.</param>
    /// <param name="k">K.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentException">There is no right answer.</exception>
    public static double At(IEnumerable<int> ranking, IReadOnlySet<int> relevant, int k)
    {
        if (relevant.Count == 0)
            throw new ArgumentException("a query needs at least one right answer", nameof(relevant));
        double sum = 0;
        int found = 0, position = 0;
        foreach (int image in ranking.Take(k))
        {
            position++;
            if (relevant.Contains(image))
                sum += ++found / (double)position;
        }

        return sum / Math.Min(relevant.Count, k);
    }

    /// <summary>AP@K of measured ranks: the i-th best of the right answers has i right answers among the first r_i.</summary>
    /// <param name="ranks">The rank of each right answer, from 1; all different, in any order.</param>
    /// <param name="k">K.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentException">There is no right answer.</exception>
    public static double OfRanks(ReadOnlySpan<int> ranks, int k)
    {
        if (ranks.IsEmpty)
            throw new ArgumentException("a query needs at least one right answer", nameof(ranks));
        int[] ordered = ranks.ToArray();
        Array.Sort(ordered);
        double sum = 0;
        for (int i = 0; i < ordered.Length && ordered[i] <= k; i++)
            sum += (i + 1) / (double)ordered[i];
        return sum / Math.Min(ordered.Length, k);
    }

    /// <summary>
    /// The expectation of AP@K over uniformly random rankings: a place holds a right answer with probability G/N, and
    /// each place before it then one of the others with probability (G−1)/(N−1).
    /// </summary>
    /// <param name="candidates">N, the number of images that are ranked.</param>
    /// <param name="relevant">G, the number of right answers among them, at least 1.</param>
    /// <param name="k">K.</param>
    /// <returns>0 to 1; NaN where nothing is ranked.</returns>
    public static double Random(int candidates, int relevant, int k)
    {
        if (candidates == 0)
            return double.NaN;
        double others = candidates == 1 ? 0 : (relevant - 1) / (double)(candidates - 1), sum = 0;
        for (int place = 1; place <= Math.Min(k, candidates); place++)
            sum += (1 + ((place - 1) * others)) / place;
        return relevant / (double)candidates * sum / Math.Min(relevant, k);
    }
}
