using System.Text.Json.Serialization;

namespace Lasco.Notebooks.Charts;

/// <summary>Something drawn in a figure. Properties carry Plotly's names and meanings; what is null is left to Plotly.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Scatter), "scatter")]
[JsonDerivedType(typeof(Bar), "bar")]
[JsonDerivedType(typeof(HeatMap), "heatmap")]
public abstract record Trace
{
    /// <summary>Its name in the legend.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the legend lists it.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Traces of one group appear and vanish together.</summary>
    public string? LegendGroup { get; init; }

    /// <summary>0 (invisible) to 1.</summary>
    public double? Opacity { get; init; }

    /// <summary>What hovering says, with Plotly's <c>%{x}</c>, <c>%{y}</c>, <c>%{text}</c>.</summary>
    public string? HoverTemplate { get; init; }

    /// <summary>What hovering shows of the point: <c>skip</c> for nothing.</summary>
    public string? HoverInfo { get; init; }

    [JsonInclude]
    internal string? XAxis { get; init; }

    [JsonInclude]
    internal string? YAxis { get; init; }

    /// <summary>The trace in a colour, where it has none of its own.</summary>
    internal virtual Trace Coloured(string color) => this;
}

/// <summary>Points, lines between them, or areas: Plotly's <c>scatter</c>.</summary>
public sealed record Scatter : Trace
{
    /// <summary>Horizontal coordinates.</summary>
    public Column? X { get; init; }

    /// <summary>Vertical coordinates.</summary>
    public Column? Y { get; init; }

    /// <summary>What is drawn of the points.</summary>
    public ScatterMode? Mode { get; init; }

    /// <summary>A text for each point.</summary>
    public Column? Text { get; init; }

    /// <summary>Where the text stands.</summary>
    public string? TextPosition { get; init; }

    /// <summary>The line.</summary>
    public Line? Line { get; init; }

    /// <summary>The markers.</summary>
    public Marker? Marker { get; init; }

    /// <summary>What is filled: <c>toself</c>, <c>tozeroy</c>, <c>tonexty</c>.</summary>
    public string? Fill { get; init; }

    /// <summary>The filling's colour.</summary>
    public string? FillColor { get; init; }

    /// <summary>Vertical error bars.</summary>
    [JsonPropertyName("error_y")]
    public ErrorBars? ErrorY { get; init; }

    internal override Trace Coloured(string color)
    {
        string fill = Palette.Transparent(color);
        bool isBand = Fill is "toself";
        return this with
        {
            Line = Mode == ScatterMode.Markers || isBand ? Line : (Line ?? new()) with { Color = Line?.Color ?? color },
            Marker = isBand || Mode is null or ScatterMode.Lines ? Marker : (Marker ?? new()) with { Color = Marker?.Color ?? color },
            FillColor = Fill is null ? null : FillColor ?? fill,
        };
    }
}

/// <summary>Bars: Plotly's <c>bar</c>.</summary>
public sealed record Bar : Trace
{
    /// <summary>Where the bars stand.</summary>
    public Column? X { get; init; }

    /// <summary>How high they are.</summary>
    public Column? Y { get; init; }

    /// <summary>Which way they grow.</summary>
    public Orientation? Orientation { get; init; }

    /// <summary>Their width in units of the axis, one for each.</summary>
    public Column? Width { get; init; }

    /// <summary>A text for each bar.</summary>
    public Column? Text { get; init; }

    /// <summary>Where the text stands: <c>inside</c>, <c>outside</c>, <c>auto</c>, <c>none</c>.</summary>
    public string? TextPosition { get; init; }

    /// <summary>Their colour.</summary>
    public Marker? Marker { get; init; }

    /// <summary>Vertical error bars.</summary>
    [JsonPropertyName("error_y")]
    public ErrorBars? ErrorY { get; init; }

    /// <summary>Horizontal error bars.</summary>
    [JsonPropertyName("error_x")]
    public ErrorBars? ErrorX { get; init; }

    internal override Trace Coloured(string color) => this with { Marker = (Marker ?? new()) with { Color = Marker?.Color ?? color } };
}

/// <summary>A matrix in colours: Plotly's <c>heatmap</c>.</summary>
public sealed record HeatMap : Trace
{
    /// <summary>The values, row by row from the top.</summary>
    public IReadOnlyList<Column>? Z { get; init; }

    /// <summary>The columns' names or places.</summary>
    public Column? X { get; init; }

    /// <summary>The rows' names or places.</summary>
    public Column? Y { get; init; }

    /// <summary>The name of a colour scale of Plotly's.</summary>
    public string? ColorScale { get; init; }

    /// <summary>The value of the scale's first colour.</summary>
    public double? ZMin { get; init; }

    /// <summary>The value of the scale's last colour.</summary>
    public double? ZMax { get; init; }

    /// <summary>What stands in each cell, as <c>%{z:.2f}</c>.</summary>
    public string? TextTemplate { get; init; }

    /// <summary>Whether the scale is drawn beside the matrix.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>Pixels between cells.</summary>
    public double? XGap { get; init; }

    /// <summary>Pixels between cells.</summary>
    public double? YGap { get; init; }
}
