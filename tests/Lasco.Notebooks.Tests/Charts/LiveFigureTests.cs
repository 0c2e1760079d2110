using System.Diagnostics;
using Lasco.Notebooks.Charts;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Tests.Display;

namespace Lasco.Notebooks.Tests.Charts;

[Collection(nameof(Sessions))]
public class LiveFigureTests
{
    private static Figure Curve(IReadOnlyList<double> losses) => Chart.Line(losses, "loss");

    private static string Json(MimeBundle? bundle) => bundle!.Data[MimeBundle.Plotly];

    [Fact]
    public void It_grows_in_one_place_and_ends_with_every_report()
    {
        using var showing = new Showing();
        var live = LiveFigure.For<double>(Curve);
        Assert.Empty(showing.Output.Events);
        using (live)
        {
            for (int i = 0; i < 1000; i++)
                live.Report(i);
        }

        var events = showing.Output.Events;
        Assert.Equal("display", events[0].Kind);
        Assert.All(events.Skip(1), e => Assert.Equal("update", e.Kind));
        Assert.Single(events.Select(e => e.Id).Distinct());
        Assert.Equal(Curve([0]).ToJson(), Json(events[0].Bundle));
        Assert.Equal(Curve([.. Enumerable.Range(0, 1000).Select(i => (double)i)]).ToJson(), Json(events[^1].Bundle));
        Assert.Equal(1000, live.Reports.Count);
    }

    [Fact]
    public void It_is_drawn_at_most_four_times_a_second()
    {
        using var showing = new Showing();
        var watch = Stopwatch.StartNew();
        using (var live = LiveFigure.For<double>(Curve))
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(0.8))
            {
                live.Report(1);
                Thread.Sleep(1);
            }
        }

        Assert.InRange(showing.Output.Events.Count, 3, 2 + (int)(watch.Elapsed.TotalSeconds * 4));
    }

    [Fact]
    public void It_ends_with_what_came_before_a_failure_and_is_drawn_no_more()
    {
        using var showing = new Showing();
        var live = LiveFigure.For<double>(Curve);
        Assert.Throws<OperationCanceledException>(void () =>
        {
            using (live)
            {
                live.Report(1);
                live.Report(2);
                throw new OperationCanceledException();
            }
        });
        Assert.Equal(Curve([1, 2]).ToJson(), Json(showing.Output.Events[^1].Bundle));
        int events = showing.Output.Events.Count;
        live.Report(3);
        live.Dispose();
        Assert.Equal(events, showing.Output.Events.Count);
    }

    [Fact]
    public void Without_reports_there_is_no_figure()
    {
        using var showing = new Showing();
        LiveFigure.For<double>(Curve).Dispose();
        Assert.Empty(showing.Output.Events);
    }

    [Fact]
    public void Only_the_last_one_has_a_still()
    {
        using var showing = new Showing(stills: true);
        using (var live = LiveFigure.For<double>(Curve))
        {
            live.Report(1);
            Assert.Null(showing.Output.Events[^1].Bundle!.Metadata);
        }

        Assert.NotNull(showing.Output.Events[^1].Bundle!.Metadata);
    }
}
