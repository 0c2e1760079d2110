using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Display;

/// <summary>A picture of something that a page draws, for readers that run no script.</summary>
/// <param name="Width">Its width on the page, CSS pixels; the picture has twice as many.</param>
/// <param name="MimeType"><see cref="MimeBundle.Png"/> or <see cref="MimeBundle.Jpeg"/>.</param>
internal abstract record Still(int Width, string MimeType = MimeBundle.Png)
{
    /// <summary>The width of what is as wide as the page, CSS pixels.</summary>
    public const int PageWidth = 760;

    /// <summary>A JavaScript expression that draws it into the element <c>root</c> and is a promise, or false where that needs no time.</summary>
    public abstract string Script { get; }

    /// <summary>
    /// The forms and, where <see cref="CellOutput.Stills"/> asks for one, the picture, in place of HTML: readers that show both would
    /// choose the HTML and take away its styles. It is drawn when it is looked at.
    /// </summary>
    public static MimeBundle With(IReadOnlyDictionary<string, string> data, Still still) => !CellOutput.Stills
        ? new(data)
        : new(new DeferredData(() => StillBrowser.Draw(still) is { } picture
                ? new Dictionary<string, string>(data.Where(form => form.Key != MimeBundle.Html)) { [still.MimeType] = picture }
                : data),
            new JsonObject { [still.MimeType] = new JsonObject { ["width"] = still.Width } });
}

/// <summary>A figure drawn by plotly.js.</summary>
internal sealed record ChartStill(string Json, int Width, int Height) : Still(Width)
{
    public override string Script => $"LascoCharts.draw(root, {Json}, {{ still: true, width: {Width}, height: {Height} }})";
}

/// <summary>HTML as it is.</summary>
internal sealed record HtmlStill(string Html, int Width, string MimeType) : Still(Width, MimeType)
{
    public override string Script => $"LascoCharts.show(root, {System.Text.Json.JsonSerializer.Serialize(Html)})";
}
