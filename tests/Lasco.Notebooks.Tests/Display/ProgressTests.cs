using System.Diagnostics;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Tests.Display;

[Collection(nameof(Sessions))]
public class ProgressTests
{
    private static string Last(Showing showing) => showing.Output.Events[^1].Bundle!.Data[MimeBundle.Text];

    [Fact]
    public void A_loop_ends_as_one_line_that_is_the_same_in_every_run()
    {
        using var showing = new Showing();
        int sum = 0;
        foreach (int i in Enumerable.Range(0, 1000).WithProgress("epoch"))
            sum += i;
        Assert.Equal(499_500, sum);
        var events = showing.Output.Events;
        Assert.Equal("display", events[0].Kind);
        Assert.All(events.Skip(1), e => Assert.Equal("update", e.Kind));
        Assert.Single(events.Select(e => e.Id).Distinct());
        Assert.Equal("epoch: 1000 of 1000 (100%), done", Last(showing));
        Assert.Single(events[^1].Bundle!.Data);
    }

    [Fact]
    public void A_bar_moves_at_most_ten_times_a_second_and_catches_up()
    {
        using var showing = new Showing();
        var watch = Stopwatch.StartNew();
        using (var bar = new ProgressBar("work", 1_000_000))
        {
            for (int i = 0; watch.Elapsed < TimeSpan.FromSeconds(0.55); i++)
                bar.Report(i);
            bar.Report(123_456);
            Assert.True(SpinWait.SpinUntil(() => Last(showing).Contains("123456 of 1000000 (12%)", StringComparison.Ordinal), 2_000));
        }

        Assert.InRange(showing.Output.Events.Count, 4, 2 + (int)(watch.Elapsed.TotalSeconds * 10) + 1);
        Assert.Equal("work: 123456 of 1000000 (12%), stopped", Last(showing));
    }

    [Fact]
    public void A_loop_that_is_left_early_ends_its_bar()
    {
        using var showing = new Showing();
        foreach (int i in Enumerable.Range(0, 10).WithProgress("broken off"))
        {
            if (i == 3)
                break;
        }

        Assert.Equal("broken off: 3 of 10 (30%), stopped", Last(showing));
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (int i in Enumerable.Range(0, 10).WithProgress("thrown"))
                throw new InvalidOperationException();
        });
        Assert.Equal("thrown: 0 of 10 (0%), stopped", Last(showing));
    }

    [Fact]
    public void A_sequence_of_unknown_length_counts()
    {
        using var showing = new Showing();
        static IEnumerable<int> Some()
        {
            yield return 1;
            yield return 2;
        }

        Assert.Equal(2, Some().WithProgress("items").Count());
        Assert.Equal("items: 2, done", Last(showing));
    }

    [Fact]
    public void Reports_of_a_library_move_a_bar()
    {
        using var showing = new Showing();
        using var bar = ProgressBar.For<(int Step, double Loss)>("training", report => (report.Step, 3, $"loss {report.Loss:0.00}"));
        foreach (int step in Enumerable.Range(1, 3))
            ((IProgress<(int, double)>)bar).Report((step, 1.0 / step));
        Assert.Equal("training: 3 of 3 (100%), loss 0.33, done", Last(showing));
        int events = showing.Output.Events.Count;
        bar.Report((3, 0));
        Assert.Equal(events, showing.Output.Events.Count);
    }

    [Fact]
    public void The_time_left_is_shown_while_it_goes_on()
    {
        var line = new ProgressLine("x", 1, 4, null, TimeSpan.FromSeconds(75), null);
        Assert.Equal("x: 1 of 4 (25%), 1:15 left", line.Line());
        Assert.Contains("<progress value=\"0.25\" max=\"1\">", line.ToBundle().Data[MimeBundle.Html], StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", (line with { Label = "<b>" }).ToBundle().Data[MimeBundle.Html], StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_may_report_at_once()
    {
        using var showing = new Showing();
        using (var bar = new ProgressBar("parallel", 8000))
        {
            int done = 0;
            Parallel.For(0, 8000, _ => bar.Report(Interlocked.Increment(ref done)));
            bar.Report(8000);
        }

        Assert.Equal("parallel: 8000 of 8000 (100%), done", Last(showing));
    }
}
