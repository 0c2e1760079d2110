using System.Net;
using Lasco.Notebooks.Charts;
using Lasco.Notebooks.Display;
using Lasco.Research;
using Lasco.Research.Imaging;

namespace Lasco.Cli;

/// <summary>Figures in files: a picture, or a page that stands by itself.</summary>
internal static class ChartFile
{
    /// <summary>Writes a figure; the file's extension, .png or .html, says as what.</summary>
    /// <exception cref="InputException">The extension is another one, or plotly.js or, for a picture, Chromium is not there.</exception>
    public static void Write(PlotlyFigure figure, string path)
    {
        bool isPage = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);
        if (!isPage && !path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            throw new InputException(path, "expected a name that ends in .png or .html");
        if (!File.Exists(WebFiles.Plotly))
            throw new InputException(path, WebFiles.PlotlyMissing);
        if (isPage)
            AtomicFile.WriteText(path, Page(figure));
        else
            WritePng(figure, path);
    }

    private static void WritePng(PlotlyFigure figure, string path)
    {
        if (!HtmlSnapshot.IsAvailable)
            throw new InputException(path, "no Chromium to draw it with; install the package chromium, or write .html");
        CellOutput.Stills = true;
        if (!figure.ToBundle().Data.TryGetValue(MimeBundle.Png, out string? picture))
            throw new InputException(path, "Chromium did not draw it");
        AtomicFile.Write(path, stream => stream.Write(Convert.FromBase64String(picture)));
    }

    private static string Page(PlotlyFigure figure) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(figure.Title)}</title>
        <script>{File.ReadAllText(WebFiles.Plotly)}</script>
        <script>{File.ReadAllText(WebFiles.Charts)}</script>
        </head>
        <body>
        <div id="figure"></div>
        <script>LascoCharts.draw(document.getElementById("figure"), {figure.ToJson().Replace("<", "\\u003c", StringComparison.Ordinal)});</script>
        </body>
        </html>

        """;
}
