using Lasco.Research;

namespace Lasco.Bench;

/// <summary>Our time beside a rival's.</summary>
/// <param name="Benchmark">The benchmark's name.</param>
/// <param name="Title">What was done.</param>
/// <param name="Against">The rival.</param>
/// <param name="Seconds">Our median over all iterations.</param>
/// <param name="RivalSeconds">The rival's median, scaled to the whole work.</param>
/// <param name="Target">The ratio that is wanted, at most.</param>
/// <param name="CpuSeconds">Our processor time in an iteration, all threads.</param>
/// <param name="RivalCpuSeconds">The rival's, scaled to the whole work.</param>
/// <param name="Difference">The largest relative difference between what both computed; null where the rival computes something else.</param>
public sealed record Comparison(
    string Benchmark, string Title, string Against, double Seconds, double RivalSeconds, double Target, double CpuSeconds, double RivalCpuSeconds, double? Difference)
{
    private const int WarmUp = 2;

    /// <summary>The largest relative difference that rounding explains.</summary>
    public const double Tolerance = 1e-3;

    /// <summary>Our time over the rival's: below 1 ours is faster.</summary>
    public double Ratio => Seconds / RivalSeconds;

    /// <summary>Our processor time over the rival's, which other programs on the machine disturb less.</summary>
    public double CpuRatio => CpuSeconds / RivalCpuSeconds;

    /// <summary>Whether both sides computed the same.</summary>
    public bool Agrees => Difference is null or <= Tolerance;

    /// <summary>Runs both sides of benchmarks in turn.</summary>
    /// <param name="benchmarks">What to run.</param>
    /// <param name="progress">Told the share that is done, and what is measured.</param>
    /// <param name="cancellation">Stops between turns.</param>
    /// <returns>The peer's version of PyTorch, and a comparison for each rival.</returns>
    /// <exception cref="InputException">There is no Python with PyTorch.</exception>
    public static (string Version, IReadOnlyList<Comparison> Comparisons) Run(
        IReadOnlyList<Benchmark> benchmarks, Action<double, string> progress, CancellationToken cancellation)
    {
        using var peer = Peer.Start();
        var comparisons = new List<Comparison>();
        for (int i = 0; i < benchmarks.Count; i++)
        {
            var benchmark = benchmarks[i];
            comparisons.AddRange(Run(peer, benchmark, done => progress((i + done) / benchmarks.Count, benchmark.Title), cancellation));
        }

        return (peer.Version, comparisons);
    }

    private static IEnumerable<Comparison> Run(Peer peer, Benchmark benchmark, Action<double> progress, CancellationToken cancellation)
    {
        progress(0);
        using var work = benchmark.SetUp();
        var first = Measurement.Of(work, WarmUp);
        var firsts = benchmark.Rivals.Select(rival => peer.Measure(rival, WarmUp, work.Input)).ToArray();

        var ours = new List<Measurement>();
        var theirs = benchmark.Rivals.Select(_ => new List<Measurement>()).ToArray();
        for (int round = 0; round < benchmark.Rounds; round++)
        {
            progress((round + 1.0) / (benchmark.Rounds + 1));
            cancellation.ThrowIfCancellationRequested();
            ours.Add(Measurement.Of(work, benchmark.Iterations));
            foreach (var (rival, turns) in benchmark.Rivals.Zip(theirs))
                turns.Add(peer.Measure(rival, benchmark.Iterations, work.Input));
        }

        return benchmark.Rivals.Select((rival, i) => new Comparison(
            benchmark.Name, benchmark.Title, rival.Title,
            Median(ours.SelectMany(turn => turn.Seconds)),
            Median(theirs[i].SelectMany(turn => turn.Seconds)) / rival.Share,
            rival.Target,
            Median(ours.Select(turn => turn.Cpu / benchmark.Iterations)),
            Median(theirs[i].Select(turn => turn.Cpu / benchmark.Iterations)) / rival.Share,
            rival.SameResult ? first.Check.Zip(firsts[i].Check, (mine, other) => Math.Abs(mine - other) / Math.Abs(other)).Max() : null));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
