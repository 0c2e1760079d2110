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
}
