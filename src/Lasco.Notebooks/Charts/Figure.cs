using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Charts;

/// <summary>Traces over one pair of axes. Made by <see cref="Chart"/>, changed by <c>with</c>.</summary>
public sealed record Figure : PlotlyFigure
{
    /// <summary>What is drawn, the first at the back.</summary>
    public IReadOnlyList<Trace> Traces { get; init; } = [];

    /// <summary>The horizontal axis.</summary>
    public Axis XAxis { get; init; } = new();

    /// <summary>The vertical axis.</summary>
    public Axis YAxis { get; init; } = new();

    /// <summary>Words in it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>How several traces of bars share a place.</summary>
    public BarMode? BarMode { get; init; }

    /// <summary>Whether there is a legend; where null, when two traces have names.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Both figures' traces and annotations over the first one's axes.</summary>
    public static Figure operator +(Figure first, Figure second) => first with
    {
        Traces = [.. first.Traces, .. second.Traces],
        Annotations = [.. first.Annotations, .. second.Annotations],
    };

    /// <summary>The figure with an area around its last trace, as for a standard deviation or a range over seeds.</summary>
    /// <param name="lower">The area's lower edge, for each point of the trace.</param>
    /// <param name="upper">Its upper edge.</param>
    /// <exception cref="InvalidOperationException">The last trace is not made of points.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Figure WithBand(IEnumerable<double> lower, IEnumerable<double> upper)
    {
        if (Traces is not [.., Scatter { X: { } x } line])
            throw new InvalidOperationException("an error band goes around a line or scatter trace, which the figure's last trace is not");
        double[] low = [.. lower], high = [.. upper];
        if (low.Length != x.Count || high.Length != x.Count)
            throw new ArgumentException($"the band has {low.Length} lower and {high.Length} upper values for {x.Count} points");
        int[] drawn = [.. Enumerable.Range(0, x.Count).Where(i => x[i] is not null && double.IsFinite(low[i]) && double.IsFinite(high[i]))];
        int[] back = [.. drawn.Reverse()];
        string group = line.LegendGroup ?? line.Name ?? $"trace {Traces.Count}";
        var band = new Scatter
        {
            X = Column.Of(drawn.Concat(back).Select(i => x[i])), Y = Column.Of(drawn.Select(i => high[i]).Concat(back.Select(i => low[i]))),
            Mode = ScatterMode.Lines, Line = new() { Width = 0 }, Fill = "toself", HoverInfo = "skip", ShowLegend = false, LegendGroup = group,
        };
        return this with { Traces = [.. Traces.SkipLast(1), band, line with { LegendGroup = group }] };
    }

    /// <summary>The figure with words that point to a place.</summary>
    /// <param name="text">The words.</param>
    /// <param name="x">Where, in the data's units or by a category's name.</param>
    /// <param name="y">Where, in the data's units or by a category's name.</param>
    public Figure WithAnnotation(string text, object x, object y) => this with { Annotations = [.. Annotations, new(text, x, y)] };

    internal override JsonArray Data() => [.. Coloured([]).Select(PlotlyJson.Node)];

    /// <summary>The traces with colours: a name, or a group, has one colour, by the order in which it appears.</summary>
    /// <param name="known">Names that have one already, as in other panels.</param>
    internal IEnumerable<Trace> Coloured(Dictionary<string, string> known)
    {
        for (int i = 0; i < Traces.Count; i++)
        {
            var trace = Traces[i];
            if (trace is HeatMap)
            {
                yield return trace;
                continue;
            }

            string key = trace.LegendGroup ?? trace.Name ?? $"\0{i}";
            if (!known.TryGetValue(key, out string? color))
                known[key] = color = OwnColor(key) ?? Palette.Colors[known.Count % Palette.Colors.Count];
            yield return trace.Coloured(color);
        }
    }

    internal override JsonObject Layout()
    {
        var layout = CommonLayout();
        layout["xaxis"] = PlotlyJson.Axis(XAxis);
        layout["yaxis"] = PlotlyJson.Axis(YAxis);
        if (Annotations.Count > 0)
            layout["annotations"] = new JsonArray([.. Annotations.Select(annotation => PlotlyJson.Annotation(annotation, this, "x", "y"))]);
        if (BarMode is { } mode)
            layout["barmode"] = PlotlyJson.Name(mode);
        PlotlyJson.AddLegend(layout, ShowLegend ?? Traces.Count(trace => trace.Name is not null && trace.ShowLegend != false) > 1);
        return layout;
    }

    internal override string Contents() => Traces.Count == 0 ? "an empty figure" : string.Join("; ", Traces.Where(trace => trace is not Scatter { Fill: not null }).Select(Words));

    /// <summary>The colour that a group's line has of its own, for its band.</summary>
    private string? OwnColor(string group) => Traces.Where(trace => trace.LegendGroup == group)
        .Select(trace => trace is Scatter scatter ? scatter.Line?.Color ?? scatter.Marker?.Color : null)
        .FirstOrDefault(color => color is not null);

    private static string Words(Trace trace)
    {
        string kind = trace switch
        {
            Scatter scatter => $"{(scatter.Mode == ScatterMode.Markers ? "points" : "line")} of {scatter.Y?.Count ?? 0}",
            Bar bar => $"{bar.X?.Count ?? 0} bars",
            HeatMap map => $"heat map of {map.Z?.Count ?? 0} × {(map.Z is { Count: > 0 } rows ? rows[0].Count : 0)}",
            _ => "trace",
        };
        return trace.Name is null ? kind : $"{trace.Name}: {kind}";
    }
}
