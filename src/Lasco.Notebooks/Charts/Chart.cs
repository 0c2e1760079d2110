using System.Globalization;

namespace Lasco.Notebooks.Charts;

/// <summary>
/// Makes figures: <c>Chart.Line(epochs, losses, "loss") with { Title = "Training", YAxis = new("loss", Scale.Log) }</c>. Figures add up
/// to one (<c>+</c>) and stand side by side (<see cref="Grid"/>).
/// </summary>
public static class Chart
{
    /// <summary>A line through points; what is not a finite number is a gap.</summary>
    /// <param name="x">Horizontal coordinates: numbers, dates or names.</param>
    /// <param name="y">Vertical coordinates, as many.</param>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="markers">Whether the points are marked.</param>
    /// <param name="color">A CSS colour; the palette's next where null.</param>
    /// <param name="dash">How it is broken.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, bool markers = false, string? color = null, Dash? dash = null) => Of(Same(new Scatter
    {
        X = Column.Of(x), Y = Column.Of(y), Name = name, Mode = markers ? ScatterMode.LinesAndMarkers : ScatterMode.Lines,
        Line = color is null && dash is null ? null : new() { Color = color, Dash = dash },
        Marker = color is null ? null : new() { Color = color },
    }));

    /// <summary>A line through values at 0, 1, 2, ….</summary>
    public static Figure Line<TY>(IEnumerable<TY> y, string? name = null)
    {
        var values = Column.Of(y);
        return Line(Enumerable.Range(0, values.Count), values, name);
    }

    /// <summary>Points.</summary>
    /// <param name="x">Horizontal coordinates: numbers, dates or names.</param>
    /// <param name="y">Vertical coordinates, as many.</param>
    /// <param name="name">Their name in the legend.</param>
    /// <param name="text">What hovering says of each, as many.</param>
    /// <param name="size">Their diameter in pixels.</param>
    /// <param name="color">A CSS colour; the palette's next where null.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, IEnumerable<string>? text = null, double? size = null, string? color = null) => Of(Same(new Scatter
    {
        X = Column.Of(x), Y = Column.Of(y), Name = name, Mode = ScatterMode.Markers, Text = text is null ? null : Column.Of(text),
        Marker = size is null && color is null ? null : new() { Size = size, Color = color },
    }));

    /// <summary>Bars.</summary>
    /// <param name="x">Where they stand: names, numbers or dates.</param>
    /// <param name="y">How high they are, as many.</param>
    /// <param name="name">Their name in the legend.</param>
    /// <param name="error">How far each may be off, as many.</param>
    /// <param name="horizontal">Whether they grow to the right; the first stands at the top then.</param>
    /// <param name="color">A CSS colour; the palette's next where null.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Figure Bar<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, IEnumerable<double>? error = null, bool horizontal = false, string? color = null)
    {
        Column places = Column.Of(x), heights = Column.Of(y);
        Same(places, heights);
        var bars = error is null ? null : new ErrorBars { Array = Column.Of(error) };
        if (bars is not null)
            Same(places, bars.Array!);
        var trace = new Bar
        {
            X = horizontal ? heights : places, Y = horizontal ? places : heights, Name = name, Orientation = horizontal ? Orientation.Horizontal : null,
            ErrorX = horizontal ? bars : null, ErrorY = horizontal ? null : bars, Marker = color is null ? null : new() { Color = color },
        };
        return Of(trace) with { YAxis = new(Reversed: horizontal) };
    }

    /// <summary>
    /// How often values occur, counted here, so that a figure of a million values is as small as one of ten. Histograms that are
    /// to be compared want the same <paramref name="binWidth"/>.
    /// </summary>
    /// <param name="values">The values; what is not a finite number is left out.</param>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="binWidth">
    /// The bins' width; bins begin at its multiples. Where null: 2·IQR/∛n (Freedman and Diaconis), rounded to 1, 2 or 5 times a power
    /// of ten, and at least 1 for whole numbers.
    /// </param>
    /// <param name="share">Whether to show shares of all values in place of counts.</param>
    /// <param name="color">A CSS colour; the palette's next where null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="binWidth"/> is not positive, or gives more than 10,000 bins.</exception>
    public static Figure Histogram<T>(IEnumerable<T> values, string? name = null, double? binWidth = null, bool share = false, string? color = null)
        where T : struct, System.Numerics.INumber<T>
    {
        var bins = Bins.Count(values, binWidth);
        double total = share ? Math.Max(1, bins.Counts.Sum()) : 1;
        var trace = new Bar
        {
            X = Column.Of(bins.Centers), Y = share ? Column.Of(bins.Counts.Select(count => count / total)) : Column.Of(bins.Counts), Name = name,
            Width = Column.Of(Enumerable.Repeat(bins.Width, bins.Counts.Count)), Text = Column.Of(bins.Labels), TextPosition = "none",
            HoverTemplate = $"%{{text}}: %{{y{(share ? ":.2%" : "")}}}<extra>{name}</extra>", Marker = color is null ? null : new() { Color = color },
            Opacity = name is null ? null : 0.7,
        };
        return Of(trace) with { BarMode = Charts.BarMode.Overlay, YAxis = share ? new("share", TickFormat: ".0%") : new("count") };
    }

    /// <summary>A matrix in colours that colour-blind readers see as a scale too.</summary>
    /// <param name="z">The values, row by row from the top.</param>
    /// <param name="x">The columns' names.</param>
    /// <param name="y">The rows' names.</param>
    /// <param name="format">The values' format in d3's language, as <c>.2f</c>, to write them into the cells; null for colours alone.</param>
    /// <param name="range">The values of the first and the last colour; the least and the greatest where null.</param>
    /// <exception cref="ArgumentException">The rows' lengths differ, or the names are not as many.</exception>
    public static Figure HeatMap<T>(IEnumerable<IEnumerable<T>> z, IEnumerable<string>? x = null, IEnumerable<string>? y = null, string? format = null, (double Low, double High)? range = null)
    {
        Column[] rows = [.. z.Select(Column.Of)];
        Column? columns = x is null ? null : Column.Of(x), names = y is null ? null : Column.Of(y);
        if (rows.Any(row => row.Count != rows[0].Count))
            throw new ArgumentException("the rows of a heat map must be equally long", nameof(z));
        if (columns is not null && rows.Length > 0 && columns.Count != rows[0].Count || names is not null && names.Count != rows.Length)
            throw new ArgumentException($"a heat map of {rows.Length} rows and {(rows.Length > 0 ? rows[0].Count : 0)} columns has {names?.Count ?? rows.Length} and {columns?.Count} names");
        var trace = new HeatMap
        {
            Z = rows, X = columns, Y = names, ColorScale = "Viridis", ZMin = range?.Low, ZMax = range?.High,
            TextTemplate = format is null ? null : $"%{{z:{format}}}", XGap = 1, YGap = 1,
        };
        return Of(trace) with { YAxis = new(Reversed: true) };
    }

    /// <summary>A matrix in colours.</summary>
    /// <param name="z">[rows, columns], the first row at the top.</param>
    /// <param name="x">The columns' names.</param>
    /// <param name="y">The rows' names.</param>
    /// <param name="format">The values' format in d3's language, as <c>.2f</c>, to write them into the cells; null for colours alone.</param>
    /// <param name="range">The values of the first and the last colour; the least and the greatest where null.</param>
    public static Figure HeatMap(double[,] z, IEnumerable<string>? x = null, IEnumerable<string>? y = null, string? format = null, (double Low, double High)? range = null) =>
        HeatMap(Enumerable.Range(0, z.GetLength(0)).Select(i => Enumerable.Range(0, z.GetLength(1)).Select(j => z[i, j])), x, y, format, range);

    /// <summary>Figures side by side: sub-plots.</summary>
    /// <param name="columns">Figures in a row.</param>
    /// <param name="panels">The figures, row by row.</param>
    public static FigureGrid Grid(int columns, params IReadOnlyList<Figure> panels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        int rows = (panels.Count + columns - 1) / columns;
        return new() { Columns = columns, Panels = panels, Height = 120 + 260 * Math.Max(1, rows) };
    }

    private static Figure Of(Trace trace) => new() { Traces = [trace] };

    private static Scatter Same(Scatter trace)
    {
        Same(trace.X!, trace.Y!);
        if (trace.Text is not null)
            Same(trace.X!, trace.Text);
        return trace;
    }

    private static void Same(Column x, Column other)
    {
        if (x.Count != other.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a trace has {x.Count} places and {other.Count} values for them"));
    }
}
