namespace Lasco.Research.Roaming.Study;

/// <summary>Agreement between any number of raters beyond that of chance.</summary>
public static class FleissKappa
{
    /// <summary>
    /// Fleiss' kappa (1971). With n_i ratings of item i, x_ij of them in category j, p_j = Σ_i x_ij / Σ_i n_i:
    /// κ = 1 − Σ_i Σ_j x_ij (n_i − x_ij) / n_i / (Σ_i (n_i − 1) · Σ_j p_j (1 − p_j)).
    /// Where all items have the same number of ratings this is Fleiss' own formula; where they differ it is that of Fleiss and
    /// Cuzick (1979) for two categories, and for more their categories' kappas averaged with weights p_j (1 − p_j). An item
    /// with one rating counts towards p_j alone.
    /// </summary>
    /// <param name="counts">For each item, how many raters chose each category; all of one length.</param>
    /// <returns>Kappa, at most 1; null where it is undefined: no item has two ratings, or all ratings are of one category.</returns>
    /// <exception cref="ArgumentException">Items differ in their number of categories, or a count is negative.</exception>
    public static double? Of(IReadOnlyList<int[]> counts)
    {
        if (counts.Count == 0)
            return null;
        var totals = new long[counts[0].Length];
        double disagreement = 0;
        long ratings = 0, spare = 0;
        foreach (int[] item in counts)
        {
            if (item.Length != totals.Length || item.Any(count => count < 0))
                throw new ArgumentException("each item has a count, at least 0, for each category", nameof(counts));
            int n = item.Sum();
            if (n == 0)
                continue;
            ratings += n;
            spare += n - 1;
            for (int j = 0; j < item.Length; j++)
            {
                totals[j] += item[j];
                disagreement += (double)item[j] * (n - item[j]) / n;
            }
        }

        double chance = totals.Sum(total => (double)total / ratings * (1 - (double)total / ratings));
        return spare == 0 || chance == 0 ? null : 1 - disagreement / (spare * chance);
    }
}
