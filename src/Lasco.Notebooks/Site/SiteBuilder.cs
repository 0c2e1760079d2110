using System.Text;
using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Running;

namespace Lasco.Notebooks.Site;

/// <summary>What was written.</summary>
/// <param name="Pages">The index and the chapters.</param>
/// <param name="Charts">Charts that a browser draws.</param>
public sealed record SiteSummary(int Pages, int Charts);

/// <summary>
/// Notebooks as a web site: static pages that open from disk without a network. The same notebooks give the same bytes.
/// </summary>
public static class SiteBuilder
{
    private const string Plotly = "plotly.min.js", Introduction = "README.md";

    /// <summary>Writes an index and a page for each notebook, as it is: nothing is run.</summary>
    /// <param name="files">The notebooks, in the order of chapters.</param>
    /// <param name="folder">The folder to write into. Nothing is written unless everything can be.</param>
    /// <exception cref="NotebookException">A notebook is malformed, two have the same name, or links lead nowhere.</exception>
    public static SiteSummary Write(IReadOnlyList<string> files, string folder)
    {
        Chapter[] chapters = [.. files.Select(file => new Chapter(NotebookDocument.Read(file)))];
        CheckNames(chapters);
        var site = new SiteFiles();
        var links = new SiteLinks(chapters, site);
        var introduction = ReadIntroduction(chapters, links);
        var frame = new PageFrame(introduction.Title, chapters);
        int charts = 0;

        var pictures = new string?[chapters.Length];
        for (int i = 0; i < chapters.Length; i++)
        {
            var (body, drawn, picture) = Body(chapters[i], site, links);
            site.Add(chapters[i].Page, Encoding.UTF8.GetBytes(frame.Chapter(i, body, hasCharts: drawn > 0)));
            charts += drawn;
            pictures[i] = picture;
        }

        site.Add("index.html", Encoding.UTF8.GetBytes(frame.Index(introduction.Html, pictures)));
        links.ThrowIfBroken();
        foreach (string asset in new[] { "site.css", "site.js" })
            site.Add($"assets/{asset}", Asset(asset));
        if (charts > 0)
            site.Add($"assets/{Plotly}", ReadPlotly());
        site.Write(folder);
        return new SiteSummary(chapters.Length + 1, charts);
    }

    private static void CheckNames(Chapter[] chapters)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index" };
        foreach (var chapter in chapters)
        {
            if (!taken.Add(chapter.Name))
                throw new NotebookException(chapter.Notebook.Path, $"another page is called {chapter.Page} already; expected another name");
        }
    }

    private static (string Html, int Charts, string? Picture) Body(Chapter chapter, SiteFiles site, SiteLinks links)
    {
        var html = new StringBuilder();
        var scrubber = new PathScrubber(chapter.Notebook.Folder);
        int charts = 0, count = 0;
        string? picture = null;
        for (int i = 0; i < chapter.Notebook.Cells.Count; i++)
        {
            var cell = chapter.Notebook.Cells[i];
            string place = $"cells[{i}]";
            string Link(string address, bool isPicture) => links.Resolve(address, isPicture, chapter.Notebook.Path, place, cell);
            if (cell.Kind == CellKind.Markdown)
                html.Append("<section class=\"text\">\n").Append(SiteMarkdown.Html(chapter.Text(cell), Link)).Append("</section>\n");
            else if (cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
            {
                var outputs = new OutputHtml(site, scrubber, Link);
                html.Append("<section class=\"cell\" id=\"cell-").Append(++count).Append("\">\n<pre class=\"code\" tabindex=\"0\"><code>")
                    .Append(CSharpColours.Html(cell.Source.TrimEnd())).Append("</code></pre>\n").Append(outputs.Html(cell)).Append("</section>\n");
                charts += outputs.Charts;
                picture ??= outputs.Picture(cell);
            }
        }

        return (html.ToString(), charts, picture);
    }

    /// <summary>The folder's README.md, which GitHub shows above the notebooks, is the index's text.</summary>
    private static (string Title, string Html) ReadIntroduction(Chapter[] chapters, SiteLinks links)
    {
        string path = Path.Combine(Path.GetDirectoryName(chapters[0].Notebook.Path) ?? "", Introduction);
        if (!File.Exists(path))
            return ("Notebooks", "<h1>Notebooks</h1>\n");
        var text = SiteMarkdown.Parse(File.ReadAllText(path));
        string title = text.OfType<Markdig.Syntax.HeadingBlock>().Select(SiteMarkdown.PlainText).FirstOrDefault() ?? "Notebooks";
        return (title, SiteMarkdown.Html(text, (address, isPicture) => links.Resolve(address, isPicture, path, "text", null)));
    }

    private static byte[] Asset(string name)
    {
        using var resource = typeof(SiteBuilder).Assembly.GetManifestResourceStream($"site/{name}")!;
        byte[] content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    private static byte[] ReadPlotly()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "web", Plotly);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new NotebookException(path, "there is no such file; build the project again");
    }
}
