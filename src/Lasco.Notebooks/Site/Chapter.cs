using System.Text.RegularExpressions;
using Lasco.Notebooks.Documents;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lasco.Notebooks.Site;

/// <summary>A heading of a chapter.</summary>
/// <param name="Level">From 1.</param>
/// <param name="Id">Its anchor in the page.</param>
/// <param name="Text">Its words.</param>
internal sealed record Heading(int Level, string Id, string Text);

/// <summary>A notebook that becomes a page: its parsed texts, its headings and what the index says of it.</summary>
internal sealed partial class Chapter
{
    private readonly Dictionary<NotebookCell, MarkdownDocument> texts = [];
    private readonly List<Heading> headings = [];
    private readonly HashSet<string> anchors = [];

    /// <summary>Parses a notebook's texts.</summary>
    public Chapter(NotebookDocument notebook)
    {
        (Notebook, Name) = (notebook, Path.GetFileNameWithoutExtension(notebook.FullPath));
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            var text = texts[cell] = SiteMarkdown.Parse(cell.Source);
            foreach (var heading in text.Descendants<HeadingBlock>())
                Add(heading);
            foreach (Match anchor in HtmlAnchor().Matches(cell.Source))
                anchors.Add(anchor.Groups[1].Value);
        }

        Title = headings.FirstOrDefault()?.Text ?? Name;
        Summary = texts.Values.SelectMany(text => text.Descendants<ParagraphBlock>()).Select(SiteMarkdown.PlainText).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    /// <summary>The notebook.</summary>
    public NotebookDocument Notebook { get; }

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>The page's file.</summary>
    public string Page => Name + ".html";

    /// <summary>Its address in a link.</summary>
    public string Link => Uri.EscapeDataString(Name) + ".html";

    /// <summary>The first heading.</summary>
    public string Title { get; }

    /// <summary>The first paragraph.</summary>
    public string Summary { get; }

    /// <summary>The headings in order.</summary>
    public IReadOnlyList<Heading> Headings => headings;

    /// <summary>The parsed text of a Markdown cell.</summary>
    public MarkdownDocument Text(NotebookCell cell) => texts[cell];

    /// <summary>The anchor that a link's fragment means, whether it is written in Jupyter's way (<c>#My-Heading</c>) or GitHub's; null where there is none.</summary>
    public string? Anchor(string fragment)
    {
        fragment = Uri.UnescapeDataString(fragment);
        if (anchors.Contains(fragment))
            return fragment;
        string slug = Slug(fragment);
        return anchors.Contains(slug) ? slug : null;
    }

    private void Add(HeadingBlock block)
    {
        string text = SiteMarkdown.PlainText(block), slug = Slug(text), id = slug;
        for (int n = 1; !anchors.Add(id); n++)
            id = $"{slug}-{n}";
        SiteMarkdown.SetId(block, id);
        headings.Add(new Heading(block.Level, id, text));
    }

    private static string Slug(string text)
    {
        string slug = NotInSlug().Replace(text.Trim().ToLowerInvariant(), "").Replace(' ', '-');
        return slug.Length > 0 ? slug : "section";
    }

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInSlug();

    [GeneratedRegex("""<\w+\b[^>]*?\b(?:id|name)\s*=\s*["']([^"']+)["']""")]
    private static partial Regex HtmlAnchor();
}
