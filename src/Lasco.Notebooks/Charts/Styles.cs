using System.Text.Json.Serialization;

namespace Lasco.Notebooks.Charts;

/// <summary>What is drawn of points.</summary>
public enum ScatterMode
{
    /// <summary>The line through them.</summary>
    [JsonStringEnumMemberName("lines")]
    Lines,

    /// <summary>The points.</summary>
    [JsonStringEnumMemberName("markers")]
    Markers,

    /// <summary>Both.</summary>
    [JsonStringEnumMemberName("lines+markers")]
    LinesAndMarkers,

    /// <summary>The points and their texts.</summary>
    [JsonStringEnumMemberName("markers+text")]
    MarkersAndText,
}

/// <summary>Which way bars grow.</summary>
public enum Orientation
{
    /// <summary>Upwards.</summary>
    [JsonStringEnumMemberName("v")]
    Vertical,

    /// <summary>To the right.</summary>
    [JsonStringEnumMemberName("h")]
    Horizontal,
}

/// <summary>How several traces of bars share a place.</summary>
public enum BarMode
{
    /// <summary>Side by side.</summary>
    Group,

    /// <summary>On top of each other.</summary>
    Stack,

    /// <summary>In front of each other.</summary>
    Overlay,
}

/// <summary>How a line is broken.</summary>
public enum Dash
{
    /// <summary>Not at all.</summary>
    Solid,

    /// <summary>Into dots.</summary>
    Dot,

    /// <summary>Into dashes.</summary>
    Dash,

    /// <summary>Into dashes and dots.</summary>
    DashDot,
}

/// <summary>A line's looks.</summary>
public sealed record Line
{
    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>Pixels.</summary>
    public double? Width { get; init; }

    /// <summary>How it is broken.</summary>
    public Dash? Dash { get; init; }
}

/// <summary>The looks of markers and bars.</summary>
public sealed record Marker
{
    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>Pixels.</summary>
    public double? Size { get; init; }

    /// <summary>The name of a shape of Plotly's, as <c>diamond</c>.</summary>
    public string? Symbol { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }
}

/// <summary>Bars that say how far a value may be off.</summary>
public sealed record ErrorBars
{
    /// <summary>Half the bar's length, for each point, in units of the axis.</summary>
    public Column? Array { get; init; }

    /// <summary>The length downwards where it is another one.</summary>
    public Column? ArrayMinus { get; init; }
}

/// <summary>How an axis is laid out.</summary>
public enum Scale
{
    /// <summary>As the data suggests.</summary>
    [JsonStringEnumMemberName("-")]
    Auto,

    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>By powers of ten.</summary>
    Log,

    /// <summary>As a calendar.</summary>
    Date,

    /// <summary>One place for each name.</summary>
    Category,
}

/// <summary>An axis.</summary>
/// <param name="Title">What it measures, with the unit.</param>
/// <param name="Scale">How it is laid out.</param>
/// <param name="Range">Its ends, in the data's units; the greater first for an axis that runs backwards.</param>
/// <param name="TickFormat">The numbers on it in d3's format, as <c>.1%</c> or <c>.2f</c>.</param>
/// <param name="Ticks">Where numbers stand, in the data's units.</param>
/// <param name="Reversed">Whether it runs backwards.</param>
/// <param name="Visible">Whether it is drawn.</param>
public sealed record Axis(
    string? Title = null, Scale Scale = Scale.Auto, (double Low, double High)? Range = null, string? TickFormat = null, Column? Ticks = null,
    bool Reversed = false, bool Visible = true);

/// <summary>Words in a figure.</summary>
/// <param name="Text">The words.</param>
/// <param name="X">Where, in the data's units or by a category's name.</param>
/// <param name="Y">Where, in the data's units or by a category's name.</param>
/// <param name="Arrow">Whether an arrow points from them to the place; otherwise they stand on it.</param>
public sealed record Annotation(string Text, object X, object Y, bool Arrow = true);
