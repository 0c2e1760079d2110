using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lasco.Notebooks.Site;

/// <summary>Markdown as Jupyter and GitHub understand it: tables, strike-through, task lists, bare links, mathematics, HTML.</summary>
internal static partial class SiteMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseTaskLists().UseAutoLinks().UseMathematics().Build();

    /// <summary>Parses a text.</summary>
    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    /// <summary>The text as HTML.</summary>
    /// <param name="text">The parsed text; its links are replaced.</param>
    /// <param name="link">From an address and whether it is a picture's to the address in the site.</param>
    public static string Html(MarkdownDocument text, Func<string, bool, string> link)
    {
        foreach (var inline in text.Descendants<LinkInline>().Where(inline => inline.GetDynamicUrl is null))
            inline.Url = link(inline.Url ?? "", inline.IsImage);

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ColouredCode());
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InlineMath());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new BlockMath());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.HtmlBlockRenderer>(new RawBlock(link));
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new RawInline(link));
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollingTable());
        renderer.Render(text);
        return writer.ToString();
    }

    /// <summary>The words of a block without their dress.</summary>
    public static string PlainText(LeafBlock block) => string.Concat((block.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline math => math.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    })).Trim();

    /// <summary>Names a heading's anchor.</summary>
    public static void SetId(HeadingBlock heading, string id) => heading.GetAttributes().Id = id;

    /// <summary>Raw HTML with the addresses in it replaced.</summary>
    private static string Relink(string html, Func<string, bool, string> link) => Address().Replace(html, match =>
        $"{match.Groups[1].Value}\"{WebUtility.HtmlEncode(link(WebUtility.HtmlDecode(match.Groups[3].Value), match.Groups[1].Value.TrimStart().StartsWith("src", StringComparison.OrdinalIgnoreCase)))}\"");

    [GeneratedRegex("""(\s(?:href|src)\s*=\s*)(["'])(.*?)\2""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Address();

    private sealed class ColouredCode : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            string code = block.Lines.ToString();
            bool csharp = block is FencedCodeBlock { Info: { } info } && info.ToLowerInvariant() is "csharp" or "cs" or "c#";
            renderer.EnsureLine();
            renderer.Write("<pre class=\"code\"><code>").Write(csharp ? CSharpColours.Html(code) : WebUtility.HtmlEncode(code)).WriteLine("</code></pre>");
        }
    }

    private sealed class InlineMath : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline math)
        {
            bool display = math.DelimiterCount == 2;
            string formula = TeX.MathMl(math.Content.ToString(), display);
            renderer.Write(display ? $"<span class=\"scroll\">{formula}</span>" : formula);
        }
    }

    private sealed class BlockMath : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock math)
        {
            renderer.EnsureLine();
            renderer.Write("<div class=\"scroll\">").Write(TeX.MathMl(math.Lines.ToString(), display: true)).WriteLine("</div>");
        }
    }

    private sealed class RawBlock(Func<string, bool, string> link) : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block) => renderer.WriteLine(Relink(block.Lines.ToString(), link));
    }

    private sealed class RawInline(Func<string, bool, string> link) : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline) => renderer.Write(Relink(inline.Tag, link));
    }

    private sealed class ScrollingTable : Markdig.Extensions.Tables.HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
        {
            renderer.Write("<div class=\"scroll\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
