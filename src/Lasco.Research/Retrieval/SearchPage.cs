using System.Globalization;
using System.Net;
using System.Text;
using Lasco.Research.Imaging;

namespace Lasco.Research.Retrieval;

/// <summary>A query and what it retrieved as a picture, in a row as in the paper's Figures 5 and 7 to 10.</summary>
public static class SearchPage
{
    private const int Cell = 160, Gap = 14, Margin = 24;

    private const string Style = """
        body { margin: 0; padding: 24px; font: 14px/1.35 "DejaVu Sans", "Segoe UI", Helvetica, Arial, sans-serif; color: #1c2430; background: #fff; }
        h1 { font-size: 18px; margin: 0 0 14px; font-weight: 600; }
        .row { display: flex; gap: 14px; }
        figure { margin: 0; width: 160px; flex: none; }
        img { width: 160px; height: 160px; object-fit: cover; border-radius: 6px; box-sizing: border-box; display: block; }
        .query img { border: 4px solid #2f6fd0; }
        .query { padding-right: 14px; border-right: 2px solid #e3e7ee; }
        figcaption { margin-top: 6px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: #5d6878; font-size: 12px; }
        figcaption b { color: #1c2430; }
        """;

    /// <summary>Draws the row.</summary>
    /// <param name="image">The query image's file.</param>
    /// <param name="text">The transition text.</param>
    /// <param name="hits">What was retrieved.</param>
    /// <param name="path">The PNG to write.</param>
    /// <exception cref="InputException">An image is missing or damaged, or there is no Chromium to draw with.</exception>
    public static void WritePng(string image, string text, IReadOnlyList<Hit> hits, string path)
    {
        var html = new StringBuilder($"<!DOCTYPE html><meta charset=\"utf-8\"><style>{Style}</style><h1>{WebUtility.HtmlEncode(text)}</h1><div class=\"row\">");
        Figure(html, image, "query", "<b>query</b>");
        foreach (var hit in hits)
            Figure(html, hit.Image.Path, "", string.Create(CultureInfo.InvariantCulture, $"<b>{hit.Rank}</b> · {hit.Similarity:F3} · {WebUtility.HtmlEncode(Path.GetFileName(hit.Image.Path))}"));
        html.Append("</div>");
        HtmlSnapshot.WritePng(html.ToString(), path, width: 2 * Margin + (hits.Count + 1) * (Cell + Gap) + Gap, height: 2 * Margin + Cell + 70);
    }

    private static void Figure(StringBuilder html, string file, string cssClass, string caption)
    {
        var picture = Resize.CenterCrop(Resize.ShorterSide(ImageFile.Read(file), 2 * Cell), 2 * Cell);
        html.Append($"<figure class=\"{cssClass}\"><img src=\"data:image/png;base64,{Convert.ToBase64String(ImageFile.EncodePng(picture))}\"><figcaption>{caption}</figcaption></figure>");
    }
}
