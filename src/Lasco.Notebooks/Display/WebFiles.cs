namespace Lasco.Notebooks.Display;

/// <summary>The scripts that pages need, beside the assembly.</summary>
public static class WebFiles
{
    /// <summary>What to do where <see cref="Plotly"/> is not there.</summary>
    public const string PlotlyMissing = "charts cannot be drawn: web/plotly.min.js was not fetched when this was built; install npm and build again";

    /// <summary>plotly.js; there only where npm was when this was built.</summary>
    public static string Plotly { get; } = File("plotly.min.js");

    /// <summary>How figures are drawn in every page: <c>LascoCharts.draw(element, figure)</c>.</summary>
    public static string Charts { get; } = File("charts.js");

    /// <summary>What the classic Notebook loads with the kernel.</summary>
    public static string Kernel { get; } = File("kernel.js");

    private static string File(string name) => Path.Combine(AppContext.BaseDirectory, "web", name);
}
