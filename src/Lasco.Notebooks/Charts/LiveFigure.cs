using System.Diagnostics;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Charts;

/// <summary>Makes figures that grow while something runs.</summary>
public static class LiveFigure
{
    /// <summary>
    /// A figure of a library's reports, redrawn in place as they come:
    /// <c>using (var live = LiveFigure.For&lt;TrainingProgress&gt;(steps => Curves(steps))) Trainer.Train(…, progress: live);</c>
    /// </summary>
    /// <typeparam name="T">The report.</typeparam>
    /// <param name="draw">The figure of all reports so far, at least one; called by the thread that reports or disposes.</param>
    public static LiveFigure<T> For<T>(Func<IReadOnlyList<T>, PlotlyFigure> draw) => new(draw);
}

/// <summary>
/// Keeps reports and shows their figure in the cell's output, redrawn at most four times a second, the first with the first
/// report. Dispose of it when the work ends, however it ends: that draws the last one, with a still where
/// <see cref="CellOutput.Stills"/> asks for stills. May be used from any thread.
/// </summary>
/// <typeparam name="T">The report.</typeparam>
public sealed class LiveFigure<T> : IProgress<T>, IDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(250);

    private readonly Lock mutex = new();
    private readonly Stopwatch sinceDrawn = new();
    private readonly string displayId = Guid.NewGuid().ToString("n");
    private readonly Func<IReadOnlyList<T>, PlotlyFigure> draw;
    private readonly List<T> reports = [];
    private bool isShown, isEnded;

    internal LiveFigure(Func<IReadOnlyList<T>, PlotlyFigure> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        this.draw = draw;
    }

    /// <summary>All reports so far.</summary>
    public IReadOnlyList<T> Reports
    {
        get
        {
            lock (mutex)
                return [.. reports];
        }
    }

    /// <summary>Takes a report and, where the figure was not drawn a moment ago, draws it. What comes after the end is kept and not drawn.</summary>
    public void Report(T value)
    {
        lock (mutex)
        {
            reports.Add(value);
            if (isEnded || (isShown && sinceDrawn.Elapsed < Rhythm))
                return;
            Show(draw(reports).WithoutStill());
        }
    }

    /// <summary>Draws the figure of all reports, if there were any.</summary>
    public void Dispose()
    {
        lock (mutex)
        {
            if (isEnded)
                return;
            isEnded = true;
            if (reports.Count > 0)
                Show(draw(reports).ToBundle());
        }
    }

    private void Show(MimeBundle bundle)
    {
        if (isShown)
            Output.Replace(bundle, displayId);
        else
            Output.Show(bundle, displayId);
        isShown = true;
        sinceDrawn.Restart(); // The rhythm is a pause between drawings: one that takes long does not stop the work.
    }
}
