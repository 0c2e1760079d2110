using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Running;

namespace Lasco.Notebooks.Site;

/// <summary>
/// What a cell has shown, as HTML in its richest form. Texts are escaped; HTML is taken as it is, as Jupyter takes that of a
/// notebook which its reader has run.
/// </summary>
internal sealed partial class OutputHtml
{
    private readonly SiteFiles files;
    private readonly PathScrubber scrubber;
    private readonly Func<string, bool, string> link;

    /// <summary>Outputs of one cell.</summary>
    /// <param name="files">Receives the pictures.</param>
    /// <param name="scrubber">Makes paths relative that other tools have left in.</param>
    /// <param name="link">From addresses in Markdown to addresses in the site.</param>
    public OutputHtml(SiteFiles files, PathScrubber scrubber, Func<string, bool, string> link) =>
        (this.files, this.scrubber, this.link) = (files, scrubber, link);

    /// <summary>How many charts were among the outputs.</summary>
    public int Charts { get; private set; }

    /// <summary>The outputs of a cell, one after the other.</summary>
    public string Html(NotebookCell cell)
    {
        var html = new StringBuilder();
        foreach (var output in cell.Outputs)
        {
            string type = output["output_type"]!.GetValue<string>();
            if (type == "stream")
                Preformatted(html, output["name"]!.GetValue<string>() == "stderr" ? "stream stderr" : "stream", output["text"]!.GetValue<string>());
            else if (type == "error")
                Preformatted(html, "error", string.Join('\n', output["traceback"]!.AsArray().Select(line => line!.GetValue<string>()).DefaultIfEmpty($"{output["ename"]}: {output["evalue"]}")));
            else if (output["data"] is JsonObject data)
                Bundle(html, data, output["metadata"] as JsonObject);
        }

        return html.ToString();
    }

    /// <summary>The first picture among a cell's outputs, for the index; null where there is none.</summary>
    public string? Picture(NotebookCell cell) => cell.Outputs.Select(output => output["data"]).OfType<JsonObject>()
        .SelectMany(data => OutputPicture.MimeTypes.Select(mime => OutputPicture.Add(files, mime, data[mime]))).FirstOrDefault(path => path is not null);

    private void Bundle(StringBuilder html, JsonObject data, JsonObject? metadata)
    {
        if (data[MimeBundle.Plotly] is JsonObject figure)
            Chart(html, figure, data, metadata);
        else if (Text(data, MimeBundle.Html) is { } markup)
            html.Append("<div class=\"output html scroll\">").Append(scrubber.Scrub(markup)).Append("</div>\n");
        else if (OutputPicture.MimeTypes.FirstOrDefault(data.ContainsKey) is { } mime && OutputPicture.Add(files, mime, data[mime]) is { } picture)
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"output scroll\">{Image(picture, Text(data, MimeBundle.Text) ?? "", metadata?[mime] as JsonObject)}</div>\n");
        else if (Text(data, "text/markdown") is { } markdown)
            html.Append("<div class=\"output\">").Append(SiteMarkdown.Html(SiteMarkdown.Parse(scrubber.Scrub(markdown)), link)).Append("</div>\n");
        else if (Text(data, "text/latex") is { } tex)
            html.Append("<div class=\"output scroll\">").Append(TeX.MathMl(tex.Trim().Trim('$'), display: true)).Append("</div>\n");
        else if (data["application/json"] is { } json)
            Preformatted(html, "result", PythonJson.Write(json));
        else if (Text(data, MimeBundle.Text) is { } text)
            Preformatted(html, "result", text);
    }

    /// <summary>A figure that the script draws; the still stands there until then, and where no script runs.</summary>
    private void Chart(StringBuilder html, JsonObject figure, JsonObject data, JsonObject? metadata)
    {
        Charts++;
        var layout = figure["layout"] as JsonObject;
        string title = (layout?["title"] as JsonObject)?["text"]?.ToString() ?? (layout?["title"] as JsonValue)?.ToString() ?? "";
        title = Tag().Replace(title, " ").Trim();
        double height = layout?["height"] is JsonValue value && value.TryGetValue(out double given) && given is > 0 and < 10_000 ? given : 420;
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"output chart\" style=\"min-height:{height}px\" role=\"img\" aria-label=\"{Escape(title.Length > 0 ? title : "Chart")}\">");
        html.Append("<script type=\"application/json\">").Append(scrubber.Scrub(figure.ToJsonString())).Append("</script>");
        if (OutputPicture.MimeTypes.FirstOrDefault(data.ContainsKey) is { } mime && OutputPicture.Add(files, mime, data[mime]) is { } still)
            html.Append(Image(still, title, metadata?[mime] as JsonObject));
        else
            html.Append("<noscript>This chart needs a script to be drawn.</noscript>");
        html.Append("</figure>\n");
    }

    private static string Image(string path, string alt, JsonObject? hints)
    {
        string size = hints?["width"] is JsonValue value && value.TryGetValue(out double width) && width > 0
            ? string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\"")
            : "";
        return $"<img src=\"{path}\" alt=\"{Escape(alt.Length > 300 ? alt[..300] : alt)}\"{size} loading=\"lazy\">";
    }

    private void Preformatted(StringBuilder html, string kind, string text)
    {
        text = scrubber.Scrub(Rewritten().Replace(Ansi().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), ""), "")).TrimEnd('\n');
        if (text.Length > 0)
            html.Append("<pre class=\"output ").Append(kind).Append("\" tabindex=\"0\">").Append(Escape(text)).Append("</pre>\n");
    }

    private static string? Text(JsonObject data, string mime) => data[mime] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Colours and cursor movements of a terminal.</summary>
    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07")]
    private static partial Regex Ansi();

    /// <summary>What a carriage return has written over.</summary>
    [GeneratedRegex(@"[^\n]*\r(?!\n)")]
    private static partial Regex Rewritten();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
