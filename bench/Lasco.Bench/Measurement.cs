using System.Diagnostics;

namespace Lasco.Bench;

/// <summary>One side's turn.</summary>
/// <param name="Seconds">Wall clock of each iteration.</param>
/// <param name="Cpu">Processor seconds of all iterations and all threads.</param>
/// <param name="Check">The figures that both sides must agree on, one an iteration.</param>
internal sealed record Measurement(double[] Seconds, double Cpu, double[] Check)
{
    public static Measurement Of(IWork work, int iterations)
    {
        double[] seconds = new double[iterations], check = new double[iterations];
        var before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < iterations; i++)
        {
            long start = Stopwatch.GetTimestamp();
            check[i] = work.Run();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return new Measurement(seconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, check);
    }
}
