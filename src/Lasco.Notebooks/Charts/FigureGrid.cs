using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Charts;

/// <summary>Figures side by side, each over axes of its own: sub-plots. A name has the same colour in all of them.</summary>
public sealed record FigureGrid : PlotlyFigure
{
    /// <summary>The figures, row by row from the top; their titles stand above them.</summary>
    public IReadOnlyList<Figure> Panels { get; init; } = [];

    /// <summary>Figures in a row.</summary>
    public int Columns { get; init; } = 2;

    private int Rows => Math.Max(1, (Panels.Count + Columns - 1) / Columns);

    internal override JsonArray Data()
    {
        var colors = new Dictionary<string, string>();
        var listed = new HashSet<string>();
        var data = new JsonArray();
        for (int i = 0; i < Panels.Count; i++)
        {
            foreach (var trace in Panels[i].Coloured(colors))
            {
                bool again = trace.Name is not null && !listed.Add(trace.Name);
                var placed = trace with
                {
                    XAxis = "x" + Number(i), YAxis = "y" + Number(i), LegendGroup = trace.LegendGroup ?? trace.Name,
                    ShowLegend = again || trace.Name is null ? false : trace.ShowLegend,
                };
                var node = PlotlyJson.Node(placed);
                if (placed is HeatMap { ShowScale: not false })
                    node["colorbar"] = ScaleBeside(i);
                data.Add(node);
            }
        }

        return data;
    }

    internal override JsonObject Layout()
    {
        var layout = CommonLayout();
        layout["margin"]!["t"] = Top;
        var annotations = new JsonArray();
        for (int i = 0; i < Panels.Count; i++)
        {
            var panel = Panels[i];
            string x = "x" + Number(i), y = "y" + Number(i);
            layout["xaxis" + Number(i)] = PlotlyJson.Axis(panel.DrawnXAxis, y, Across(i));
            layout["yaxis" + Number(i)] = PlotlyJson.Axis(panel.DrawnYAxis, x, Up(i));
            if (panel.Title is not null)
                annotations.Add(PlotlyJson.PanelTitle(panel.Title, x, y));
            foreach (var annotation in panel.Annotations)
                annotations.Add(PlotlyJson.Annotation(annotation, panel, x, y));
        }

        if (annotations.Count > 0)
            layout["annotations"] = annotations;
        if (Panels.FirstOrDefault(panel => panel.BarMode is not null)?.BarMode is { } mode)
            layout["barmode"] = PlotlyJson.Name(mode);
        PlotlyJson.AddLegend(layout, Panels.Any(panel => panel.ShowLegend ?? panel.Traces.Count(trace => trace.Name is not null) > 1));
        return layout;
    }

    internal override string Contents() =>
        string.Join('\n', Panels.Select((panel, i) => $"{(Title is null && i == 0 ? "" : "\n")}{panel.Title ?? $"panel {i + 1}"}: {panel.Contents()}")).TrimStart('\n');

    /// <summary>Pixels above the first row, for titles.</summary>
    private int Top => Title is null ? 45 : 80;

    private bool HasScales => Panels.Any(panel => panel.Traces.Any(trace => trace is HeatMap { ShowScale: not false }));

    /// <summary>Whether the space between two panels holds a vertical axis's title.</summary>
    private bool HasInnerTitles => Panels.Where((panel, i) => i % Columns > 0 && panel.DrawnYAxis is { Title: not null, Visible: not false }).Any();

    /// <summary>A panel's share of the width, with room for the numbers, and the scale, between it and the next.</summary>
    private (double From, double To) Across(int panel)
    {
        double plot = Math.Max(1, (Width ?? Still.PageWidth) - 85);
        double gap = Math.Min(((HasScales ? 90 : 45) + (HasInnerTitles ? 20 : 0)) / plot, 0.5 / Columns), margin = HasScales ? 45 / plot : 0;
        double width = (1 - margin - (gap * (Columns - 1))) / Columns;
        double from = panel % Columns * (width + gap);
        return (from, from + width);
    }

    /// <summary>A panel's share of the height, with room for the numbers and titles between it and the next.</summary>
    private (double From, double To) Up(int panel)
    {
        const double gapPixels = 95;
        double plot = Math.Max(1, Height - Top - 80);
        double gap = Math.Min(gapPixels / plot, 0.5 / Rows);
        double height = (1 - gap * (Rows - 1)) / Rows;
        double to = 1 - panel / Columns * (height + gap);
        return (Math.Max(0, to - height), to);
    }

    private JsonObject ScaleBeside(int panel)
    {
        var (from, to) = Up(panel);
        return new() { ["x"] = PlotlyJson.Rounded(Across(panel).To + 0.01), ["xanchor"] = "left", ["y"] = PlotlyJson.Rounded((from + to) / 2), ["len"] = PlotlyJson.Rounded(to - from), ["thickness"] = 10, ["outlinewidth"] = 0 };
    }

    private static string Number(int i) => i == 0 ? "" : (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
