using System.Text.Json;
using Lasco.Notebooks.Charts;

namespace Lasco.Notebooks.Tests.Charts;

public class FigureTests
{
    private static JsonElement Json(PlotlyFigure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    private static JsonElement Trace(PlotlyFigure figure, int index = 0) => Json(figure).GetProperty("data")[index];

    [Fact]
    public void A_line_is_written_with_what_is_set_and_nothing_else() => Assert.Equal(
        """{"type":"scatter","x":[1,2,3],"y":[0.5,null,2.25],"mode":"lines","line":{"color":"#3b7dd8"},"name":"loss"}""",
        Trace(Chart.Line([1, 2, 3], [0.5, double.NaN, 2.25], "loss")).GetRawText());

    [Fact]
    public void Values_are_numbers_dates_and_names()
    {
        var figure = Chart.Scatter(
            new object[] { 1, 1.5f, 2.5m, "a \"quoted\" name", true, new DateTime(2026, 1, 2, 3, 4, 5), new DateOnly(2026, 1, 2), DayOfWeek.Friday, ulong.MaxValue },
            new object?[] { double.PositiveInfinity, float.NaN, null, 0.1f, 1e300, 1e-300, -0.0, (byte)1, 'c' });
        Assert.Equal("""[1,1.5,2.5,"a \"quoted\" name","true","2026-01-02 03:04:05","2026-01-02","Friday",18446744073709551615]""", Trace(figure).GetProperty("x").GetRawText());
        Assert.Equal("""[null,null,null,0.1,1E+300,1E-300,-0,1,"c"]""", Trace(figure).GetProperty("y").GetRawText());
        Assert.Throws<ArgumentException>(() => Chart.Line([new object()], [1]));
    }

    [Fact]
    public void Lengths_must_agree()
    {
        Assert.Throws<ArgumentException>(() => Chart.Line([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Chart.Bar(["a"], [1], error: [1, 2]));
        Assert.Throws<ArgumentException>(() => Chart.HeatMap([new[] { 1.0, 2 }, [1.0]]));
        Assert.Throws<ArgumentException>(() => Chart.HeatMap(new double[2, 2], x: ["a"]));
        Assert.Throws<ArgumentException>(() => Chart.Line([1, 2], [1, 2]).WithBand([1], [2]));
        Assert.Throws<InvalidOperationException>(() => Chart.Bar(["a"], [1]).WithBand([1], [2]));
    }

    [Fact]
    public void An_endless_sequence_is_refused()
    {
        static IEnumerable<double> Endless()
        {
            while (true)
                yield return 1;
        }

        Assert.Contains("at most 1000000", Assert.Throws<ArgumentException>(() => Chart.Line(Endless())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_lies_behind_its_line_in_its_colour_and_leaves_gaps_out()
    {
        var figure = Chart.Line([0], [1], "other") + Chart.Line([1, 2, 3], [1.0, 2, 3], "loss").WithBand([0.5, double.NaN, 2.5], [1.5, 2, 3.5]);
        var band = Trace(figure, 1);
        Assert.Equal("[1,3,3,1]", band.GetProperty("x").GetRawText());
        Assert.Equal("[1.5,3.5,2.5,0.5]", band.GetProperty("y").GetRawText());
        Assert.Equal("toself", band.GetProperty("fill").GetString());
        Assert.Equal("rgba(217,102,10,0.2)", band.GetProperty("fillcolor").GetString());
        Assert.Equal("#d9660a", Trace(figure, 2).GetProperty("line").GetProperty("color").GetString());
    }

    [Fact]
    public void Places_on_a_logarithmic_axis_are_powers_of_ten()
    {
        var figure = (Chart.Line([1, 10], [1, 100]) with { YAxis = new("y", Scale.Log, Range: (1, 1000)) }).WithAnnotation("here", 10, 100);
        var layout = Json(figure).GetProperty("layout");
        Assert.Equal("[0,3]", layout.GetProperty("yaxis").GetProperty("range").GetRawText());
        Assert.Equal(2, layout.GetProperty("annotations")[0].GetProperty("y").GetDouble());
        Assert.Equal(10, layout.GetProperty("annotations")[0].GetProperty("x").GetDouble());
    }

    [Fact]
    public void Horizontal_bars_run_from_the_top()
    {
        var figure = Chart.Bar(["a", "b"], [1, 2], error: [0.1, 0.2], horizontal: true);
        Assert.Equal("""["a","b"]""", Trace(figure).GetProperty("y").GetRawText());
        Assert.Equal("h", Trace(figure).GetProperty("orientation").GetString());
        Assert.Equal("[0.1,0.2]", Trace(figure).GetProperty("error_x").GetProperty("array").GetRawText());
        Assert.Equal("reversed", Json(figure).GetProperty("layout").GetProperty("yaxis").GetProperty("autorange").GetString());
    }

    [Fact]
    public void A_name_has_one_colour_and_one_legend_entry_in_all_panels()
    {
        var grid = Chart.Grid(2, Chart.Line([1], [1], "a") + Chart.Line([1], [2], "b"), Chart.Line([1], [1], "b"), Chart.Line([1], [1], "c"));
        var data = Json(grid).GetProperty("data");
        Assert.Equal(data[1].GetProperty("line").GetRawText(), data[2].GetProperty("line").GetRawText());
        Assert.False(data[2].GetProperty("showlegend").GetBoolean());
        Assert.Equal("x2", data[2].GetProperty("xaxis").GetString());
        var layout = Json(grid).GetProperty("layout");
        double[] Domain(string axis) => [.. layout.GetProperty(axis).GetProperty("domain").EnumerateArray().Select(end => end.GetDouble())];
        Assert.True(Domain("xaxis")[1] < Domain("xaxis2")[0]);
        Assert.True(Domain("yaxis3")[1] < Domain("yaxis")[0]);
        Assert.Equal(1, Domain("xaxis2")[1], 3);
        Assert.Equal(0, Domain("yaxis3")[0], 3);
    }

    [Fact]
    public void A_trace_without_a_name_is_in_no_panel_s_legend()
    {
        var data = Json(Chart.Grid(2, Chart.Line([1], [1], "a") + Chart.Line([1], [2], "b"), Chart.Line([1], [1]))).GetProperty("data");
        Assert.False(data[0].TryGetProperty("showlegend", out _));
        Assert.False(data[2].GetProperty("showlegend").GetBoolean());
    }

    [Fact]
    public void Panels_make_room_for_the_titles_between_them()
    {
        var line = Chart.Line([1], [1]);
        double Gap(Figure left, Figure right)
        {
            var layout = Json(Chart.Grid(2, left, right)).GetProperty("layout");
            return layout.GetProperty("xaxis2").GetProperty("domain")[0].GetDouble() - layout.GetProperty("xaxis").GetProperty("domain")[1].GetDouble();
        }

        var titled = line with { YAxis = new("recall") };
        Assert.True(Gap(line, titled) > Gap(line, line));
        Assert.Equal(Gap(line, line), Gap(titled, line), 6);
    }

    [Fact]
    public void A_histogram_is_counted_here()
    {
        var figure = Chart.Histogram(Enumerable.Range(0, 1_000_000).Select(i => i % 10), "digits");
        var trace = Trace(figure);
        Assert.Equal("[0,1,2,3,4,5,6,7,8,9]", trace.GetProperty("x").GetRawText());
        Assert.All(trace.GetProperty("y").EnumerateArray(), count => Assert.Equal(100_000, count.GetInt32()));
        Assert.InRange(figure.ToJson().Length, 1, 2000);

        trace = Trace(Chart.Histogram([0.05, 0.1, 0.15, 0.25, double.NaN], binWidth: 0.1, share: true));
        Assert.Equal([0.25, 0.5, 0.25], trace.GetProperty("y").EnumerateArray().Select(share => share.GetDouble()));
        Assert.Equal(0, Trace(Chart.Histogram(Array.Empty<int>())).GetProperty("x").GetArrayLength());
        Assert.Equal(1, Trace(Chart.Histogram([5.0, 5.0, 5.0])).GetProperty("x").GetArrayLength());
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Histogram([0.0, 1e9], binWidth: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Histogram([0.0, 1], binWidth: 0));
    }

    [Fact]
    public void Every_value_of_a_histogram_is_in_one_bin()
    {
        var random = new Random(1);
        foreach (int size in new[] { 1, 2, 10, 1000 })
        {
            foreach (double scale in new[] { 1e-9, 1, 1e9 })
            {
                double[] values = [.. Enumerable.Range(0, size).Select(_ => (random.NextDouble() - 0.5) * scale)];
                Assert.Equal(size, Bins.Count(values, null).Counts.Sum());
            }
        }
    }

    [Fact]
    public void Colours_stand_out_on_white_and_on_black()
    {
        static double Luminance(string color)
        {
            double[] linear = [.. new[] { 1, 3, 5 }.Select(i => Convert.ToInt32(color.Substring(i, 2), 16) / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
        }

        Assert.All(Palette.Colors, color =>
        {
            Assert.True(1.05 / (Luminance(color) + 0.05) >= 3, color);
            Assert.True((Luminance(color) + 0.05) / (Luminance("#1e1e1e") + 0.05) >= 2.9, color);
        });
    }

    [Fact]
    public void An_annotation_at_zero_has_no_place_on_a_logarithmic_axis() => Assert.Contains("0 has no place on a logarithmic axis", Assert.Throws<ArgumentException>(() =>
        (Chart.Line([1, 2], [1, 10]) with { YAxis = new(Scale: Scale.Log) }).WithAnnotation("start", 1, 0).ToJson()).Message);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Panels_of_a_grid_leave_room_for_the_scales_between_them(int columns)
    {
        var layout = Json(Chart.Grid(columns, [.. Enumerable.Repeat(Chart.HeatMap(new double[2, 2]), columns)]) with { Width = 900 }).GetProperty("layout");
        double end = 0;
        for (int i = 0; i < columns; i++)
        {
            var domain = layout.GetProperty(i == 0 ? "xaxis" : $"xaxis{i + 1}").GetProperty("domain");
            Assert.True(i == 0 || (domain[0].GetDouble() - end) * 815 >= 60);
            end = domain[1].GetDouble();
            Assert.True(end > domain[0].GetDouble());
        }

        Assert.True((1 - end) * 815 >= 40);
    }

    [Fact]
    public void A_figure_is_told_in_words() =>
        Assert.Equal("Training: loss: line of 2; points of 1", ((Chart.Line([1, 2], [1, 2], "loss").WithBand([0, 0], [3, 3]) + Chart.Scatter([1], [1])) with { Title = "Training" }).ToString());
}
