using Lasco.Notebooks.Charts;

namespace Lasco.Notebooks.Tests.Charts;

/// <summary>One figure of every kind.</summary>
internal static class Sample
{
    private static readonly double[] X = [.. Enumerable.Range(1, 20).Select(i => (double)i)];
    private static readonly double[] Y = [.. X.Select(x => 1 / x)];

    public static readonly Dictionary<string, PlotlyFigure> Figures = new()
    {
        ["line"] = (Chart.Line(X, Y, "training", markers: true).WithBand(Y.Select(y => 0.8 * y), Y.Select(y => 1.2 * y)) + Chart.Line(X, X.Select(x => x > 5 ? 0.3 : double.NaN), "validation", dash: Dash.DashDot))
            .WithAnnotation("best", 7, 1.0 / 7) with { Title = "Loss", XAxis = new("epoch", Range: (0, 21)), YAxis = new("loss", Scale.Log) },
        ["bars"] = (Chart.Bar(["a", "b"], [1, 2], "one", error: [0.1, 0.2]) + Chart.Bar(["a", "b"], [2, 1], "two")) with { BarMode = BarMode.Stack, YAxis = new(TickFormat: ".1%") },
        ["horizontal bars"] = Chart.Bar(["a", "b"], [1, 2], error: [0.1, 0.2], horizontal: true),
        ["scatter"] = Chart.Scatter(X, Y, "points", X.Select(x => $"item {x}"), size: 9, color: "#123456") with { XAxis = new(Ticks: Column.Of([1, 10, 20]), Reversed: true), Width = 600 },
        ["histogram"] = Chart.Histogram(X, "x", share: true) + Chart.Histogram(X.Select(x => x / 2), "half", binWidth: 2),
        ["heat map"] = Chart.HeatMap(new double[,] { { 1, 2, 3 }, { 4, double.NaN, 6 } }, ["a", "b", "c"], ["u", "v"], ".1f", (0, 6)).WithAnnotation("here", "b", "v"),
        ["dates"] = Chart.Line(X.Select(x => new DateTime(2026, 1, 1).AddDays(x)), Y),
        ["empty"] = new Figure(),
        ["grid"] = Chart.Grid(3, Chart.Line(X, Y, "a") with { Title = "A" }, Chart.HeatMap(new double[,] { { 1, 2 } }) with { Title = "B" }, Chart.Bar(["a"], [1], "a") with { YAxis = new(Visible: false) }, Chart.Scatter(X, Y, "c")) with { Title = "Panels" },
    };
}
