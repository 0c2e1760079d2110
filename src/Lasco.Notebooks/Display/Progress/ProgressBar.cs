using System.Diagnostics;

namespace Lasco.Notebooks.Display;

/// <summary>
/// A bar in the cell's output that moves in place, at most ten times a second, and ends as one line. May be used from any
/// thread. Dispose of it when the work ends, however it ends: <c>using (var bar = new ProgressBar("epoch", 10)) { … }</c>.
/// </summary>
public class ProgressBar : IDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);

    private readonly Lock mutex = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Timer ticks;
    private readonly string label, displayId = Guid.NewGuid().ToString("n");
    private double? total;
    private double done;
    private string? text;
    private TimeSpan shownAt;
    private bool isShown, isPending, isEnded;

    /// <summary>Shows a bar.</summary>
    /// <param name="label">What goes on.</param>
    /// <param name="total">How much there is to do; null where nobody knows.</param>
    public ProgressBar(string label, double? total = null)
    {
        (this.label, this.total) = (label, total);
        ticks = new(_ => Tick());
        lock (mutex)
            Show();
    }

    /// <summary>A bar that a library's reports move. It ends when all is done, or when it is disposed of.</summary>
    /// <typeparam name="T">The report.</typeparam>
    /// <param name="label">What goes on.</param>
    /// <param name="read">From a report to what is done, of how much, and figures to show beside it.</param>
    public static ProgressBar<T> For<T>(string label, Func<T, (double Done, double Total, string? Text)> read) => new(label, read);

    /// <summary>A bar for reports of a share, 0 to 1.</summary>
    public static ProgressBar<double> For(string label) => new(label, share => (share, 1, null));

    /// <summary>Moves the bar.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="text">Figures to show beside it.</param>
    public void Report(double done, string? text = null) => Report(done, total, text);

    /// <summary>Ends the bar as a line that says that all is done; needed only where nobody knew how much there is.</summary>
    public void Complete() => End("done");

    /// <summary>Ends the bar, where it has not ended, as a line that says how far it came.</summary>
    public void Dispose()
    {
        End(total is { } all && done >= all ? "done" : "stopped");
        GC.SuppressFinalize(this);
    }

    private protected void Report(double done, double? total, string? text)
    {
        lock (mutex)
        {
            if (isEnded)
                return;
            (this.done, this.total, this.text) = (done, total, text);
            var since = watch.Elapsed - shownAt;
            if (since >= Rhythm)
            {
                Show();
            }
            else if (!isPending)
            {
                isPending = true;
                ticks.Change(Rhythm - since, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void End(string word)
    {
        lock (mutex)
        {
            if (isEnded)
                return;
            isEnded = true;
            ticks.Dispose();
            Output.Replace(new ProgressLine(label, done, total, text, null, word).ToBundle(), displayId);
        }
    }

    private void Tick()
    {
        lock (mutex)
        {
            if (!isPending || isEnded)
                return;
            var early = Rhythm - (watch.Elapsed - shownAt); // a tick that was late for an earlier report
            if (early > TimeSpan.Zero)
                ticks.Change(early + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            else
                Show();
        }
    }

    private void Show()
    {
        var elapsed = watch.Elapsed;
        TimeSpan? remaining = total is { } all && done > 0 && all >= done && elapsed > TimeSpan.FromSeconds(1) ? elapsed * ((all - done) / done) : null;
        var bundle = new ProgressLine(label, done, total, text, remaining, null).ToBundle();
        if (isShown)
            Output.Replace(bundle, displayId);
        else
            Output.Show(bundle, displayId);
        (isShown, isPending, shownAt) = (true, false, watch.Elapsed);
    }
}

/// <summary>A bar that a library's reports move: <c>training.Run(…, ProgressBar.For&lt;TrainingProgress&gt;("training", p => …))</c>.</summary>
/// <typeparam name="T">The report.</typeparam>
public sealed class ProgressBar<T> : ProgressBar, IProgress<T>
{
    private readonly Func<T, (double Done, double Total, string? Text)> read;

    internal ProgressBar(string label, Func<T, (double Done, double Total, string? Text)> read)
        : base(label) => this.read = read;

    /// <inheritdoc/>
    public void Report(T value)
    {
        var (done, total, text) = read(value);
        Report(done, total, text);
        if (done >= total)
            Dispose();
    }
}
