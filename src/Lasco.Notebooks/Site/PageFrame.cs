using System.Net;
using System.Text;

namespace Lasco.Notebooks.Site;

/// <summary>What is around the content of every page: head, bar, contents, and the way to the next chapter.</summary>
internal sealed class PageFrame
{
    private readonly string title;
    private readonly IReadOnlyList<Chapter> chapters;

    /// <summary>The frame of a site.</summary>
    /// <param name="title">The site's name.</param>
    /// <param name="chapters">Its chapters in order.</param>
    public PageFrame(string title, IReadOnlyList<Chapter> chapters) => (this.title, this.chapters) = (title, chapters);

    /// <summary>A chapter's page.</summary>
    public string Chapter(int index, string body, bool hasCharts)
    {
        var chapter = chapters[index];
        var html = new StringBuilder();
        html.Append("<div class=\"page\">\n<nav class=\"contents\" aria-label=\"Contents\">\n<details open>\n<summary>Contents</summary>\n");
        Contents(html, index);
        html.Append("</details>\n</nav>\n<main id=\"main\">\n").Append(body).Append("<nav class=\"turn\" aria-label=\"Chapters\">");
        html.Append(index > 0 ? Turn(chapters[index - 1], "prev", "Previous") : "<span></span>");
        html.Append(index + 1 < chapters.Count ? Turn(chapters[index + 1], "next", "Next") : "<span></span>");
        html.Append("</nav>\n</main>\n</div>\n");
        return Whole(chapter.Title == title ? title : $"{chapter.Title} · {title}", chapter.Summary, html.ToString(), hasCharts);
    }

    /// <summary>The index.</summary>
    /// <param name="introduction">Its text.</param>
    /// <param name="pictures">For each chapter the path of a picture from it, or null.</param>
    public string Index(string introduction, IReadOnlyList<string?> pictures)
    {
        var html = new StringBuilder();
        html.Append("<main id=\"main\" class=\"index\">\n<section class=\"text\">\n").Append(introduction).Append("</section>\n<ol class=\"cards\">\n");
        for (int i = 0; i < chapters.Count; i++)
        {
            var chapter = chapters[i];
            string picture = pictures[i] is { } path ? $"<span class=\"picture\"><img src=\"{path}\" alt=\"\"></span>" : "";
            html.Append($"<li><a href=\"{chapter.Link}\">{picture}<span class=\"words\"><strong>{Escape(chapter.Title)}</strong><span>{Escape(chapter.Summary)}</span></span></a></li>\n");
        }

        html.Append("</ol>\n</main>\n");
        return Whole(title, "", html.ToString(), hasCharts: false);
    }

    private static string Turn(Chapter chapter, string direction, string label) =>
        $"<a class=\"{direction}\" rel=\"{direction}\" href=\"{chapter.Link}\"><small>{label}</small>{Escape(chapter.Title)}</a>";

    private void Contents(StringBuilder html, int current)
    {
        html.Append("<ol class=\"chapters\">\n");
        for (int i = 0; i < chapters.Count; i++)
        {
            html.Append($"<li><a href=\"{chapters[i].Link}\"{(i == current ? " aria-current=\"page\"" : "")}>{Escape(chapters[i].Title)}</a>");
            var sections = i == current ? chapters[i].Headings.Where(heading => heading.Level is 2 or 3).ToArray() : [];
            if (sections.Length > 0)
            {
                html.Append("\n<ul>\n");
                foreach (var heading in sections)
                    html.Append($"<li class=\"level-{heading.Level}\"><a href=\"#{Uri.EscapeDataString(heading.Id)}\">{Escape(heading.Text)}</a></li>\n");
                html.Append("</ul>\n");
            }

            html.Append("</li>\n");
        }

        html.Append("</ol>\n");
    }

    private string Whole(string pageTitle, string summary, string content, bool hasCharts)
    {
        string description = summary.Length > 0 ? $"<meta name=\"description\" content=\"{Escape(summary.Length > 200 ? summary[..200] : summary)}\">\n" : "";
        string plotly = hasCharts ? "<script defer src=\"assets/plotly.min.js\" charset=\"utf-8\"></script>\n" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            {description}<title>{Escape(pageTitle)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="assets/site.css">
            <script src="assets/site.js"></script>
            {plotly}</head>
            <body>
            <a class="skip" href="#main">Skip to the text</a>
            <header class="bar"><a class="home" href="index.html">{Escape(title)}</a><button type="button" class="theme" hidden aria-label="Dark or light"></button></header>
            {content}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
