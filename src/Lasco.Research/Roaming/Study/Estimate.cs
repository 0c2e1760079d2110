namespace Lasco.Research.Roaming.Study;

/// <summary>A figure with its 95% confidence interval.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    private const double Z = 1.959963984540054; // the normal distribution's 97.5% quantile
    private const int Resamples = 10_000;

    /// <summary>A proportion with Wilson's score interval (1927). It takes the trials for independent.</summary>
    /// <param name="successes">How many of the trials succeeded.</param>
    /// <param name="trials">How many there were, at least 1.</param>
    public static Estimate Proportion(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double n = trials, p = successes / n, z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double reach = Z / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Estimate(p, successes == 0 ? 0 : centre - reach, successes == trials ? 1 : centre + reach);
    }

    /// <summary>A mean with the percentile bootstrap's interval (Efron, 1979), 10,000 resamples.</summary>
    /// <param name="values">What is averaged and resampled, at least one value.</param>
    /// <param name="seed">The seed of the resampling.</param>
    public static Estimate Mean(IReadOnlyList<double> values, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 1);
        var random = new SplitMix64(seed);
        var means = new double[Resamples];
        for (int resample = 0; resample < Resamples; resample++)
        {
            double sum = 0;
            for (int i = 0; i < values.Count; i++)
                sum += values[random.Below(values.Count)];
            means[resample] = sum / values.Count;
        }

        Array.Sort(means);
        return new Estimate(values.Average(), means[(int)(0.025 * (Resamples - 1))], means[(int)Math.Ceiling(0.975 * (Resamples - 1))]);
    }
}
