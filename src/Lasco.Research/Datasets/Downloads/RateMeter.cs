using System.Diagnostics;

namespace Lasco.Research.Datasets.Downloads;

/// <summary>A rate that follows the last seconds and forgets what was before them.</summary>
internal sealed class RateMeter
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);
    private const double Memory = 3; // seconds

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan last;
    private long pending;

    /// <summary>Bytes a second; 0 until there is a first measurement.</summary>
    public double Rate { get; private set; }

    /// <summary>Counts bytes.</summary>
    /// <returns>Whether a new measurement was taken: the time to report it.</returns>
    public bool Add(long bytes)
    {
        pending += bytes;
        double seconds = (clock.Elapsed - last).TotalSeconds;
        if (seconds < Interval.TotalSeconds)
            return false;
        double rate = pending / seconds, share = Rate == 0 ? 1 : 1 - Math.Exp(-seconds / Memory);
        Rate += share * (rate - Rate);
        (pending, last) = (0, clock.Elapsed);
        return true;
    }
}
