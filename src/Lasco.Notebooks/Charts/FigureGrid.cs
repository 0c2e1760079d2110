using System.Text.Json.Nodes;

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
                data.Add(PlotlyJson.Node(trace with
                {
                    XAxis = "x" + Number(i), YAxis = "y" + Number(i), LegendGroup = trace.LegendGroup ?? trace.Name,
                    ShowLegend = again ? false : trace.ShowLegend,
                }));
            }
        }

        return data;
    }

    internal override JsonObject Layout()
    {
        var layout = CommonLayout();
        layout["margin"]!["t"] = Title is null ? 45 : 80;
        layout["grid"] = new JsonObject
        {
            ["rows"] = Rows, ["columns"] = Columns, ["pattern"] = "independent", ["xgap"] = 0.18, ["ygap"] = 0.32,
        };
        var annotations = new JsonArray();
        for (int i = 0; i < Panels.Count; i++)
        {
            var panel = Panels[i];
            string x = "x" + Number(i), y = "y" + Number(i);
            layout["xaxis" + Number(i)] = PlotlyJson.Axis(panel.XAxis, anchor: y);
            layout["yaxis" + Number(i)] = PlotlyJson.Axis(panel.YAxis, anchor: x);
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

    private static string Number(int i) => i == 0 ? "" : (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
