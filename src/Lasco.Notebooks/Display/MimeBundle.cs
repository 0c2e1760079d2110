using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Display;

/// <summary>One thing to show, in every form it has: what Jupyter's display_data and execute_result carry.</summary>
/// <param name="Data">
/// MIME type to content, without parameters: text as it is, images in base64, JSON types (<see cref="IsJson"/>) as JSON text.
/// Always has <c>text/plain</c>.
/// </param>
/// <param name="Metadata">MIME type to hints for it, as <c>{"image/png":{"width":640}}</c>; null where there are none.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, string> Data, JsonObject? Metadata = null)
{
    /// <summary>Plain text.</summary>
    public const string Text = "text/plain";

    /// <summary>HTML, a fragment.</summary>
    public const string Html = "text/html";

    /// <summary>A PNG picture in base64.</summary>
    public const string Png = "image/png";

    /// <summary>A Plotly figure.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>A JPEG picture in base64.</summary>
    public const string Jpeg = "image/jpeg";

    /// <summary>One form and, where that is another one, the same characters as plain text.</summary>
    public static MimeBundle Of(string mimeType, string content) => new(
        mimeType == Text
            ? new Dictionary<string, string> { [Text] = content }
            : new Dictionary<string, string> { [Text] = Shortened(content), [mimeType] = content });

    /// <summary>Whether the content of a MIME type is JSON and stands in a message or notebook as such.</summary>
    public static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static string Shortened(string content)
    {
        const int most = 2000;
        return content.Length <= most ? content : string.Concat(content.AsSpan(0, most), "…");
    }
}
