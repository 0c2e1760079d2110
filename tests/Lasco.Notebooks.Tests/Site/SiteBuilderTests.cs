using System.Text.Json.Nodes;
using Lasco.Notebooks.Site;
using Lasco.Notebooks.Tests.Running;
using Microsoft.Playwright;

namespace Lasco.Notebooks.Tests.Site;

public sealed class SiteBuilderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Out => Path.Combine(folder.Path, "site");

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Every_page_renders_in_a_browser()
    {
        Assert.SkipUnless(File.Exists(SiteInBrowser.Chromium), "Chromium is not installed");
        string[] files = [Rich("01-first.ipynb"), folder.Notebook("02-second.ipynb", "md:# Second\n\nBack to [the first](01-first.ipynb#a-wide-table).")];
        var site = SiteBuilder.Write(files, Out);
        Assert.Equal((3, 2), (site.Pages, site.Charts));

        Assert.Equal([("01-first.html", 2), ("02-second.html", 0), ("index.html", 0)], (await SiteInBrowser.Check(Out)).Select(page => (page.Key, page.Value)));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Without_a_script_the_still_is_shown_and_the_button_changes_the_theme()
    {
        Assert.SkipUnless(File.Exists(SiteInBrowser.Chromium), "Chromium is not installed");
        SiteBuilder.Write([Rich("01-first.ipynb")], Out);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await SiteInBrowser.Launch(playwright);
        await using var plain = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await plain.NewPageAsync();
        await page.GotoAsync(Address("01-first.html"));
        Assert.True(await page.Locator("figure.chart img").First.IsVisibleAsync());
        Assert.False(await page.Locator("button.theme").IsVisibleAsync());

        page = await browser.NewPageAsync();
        await page.GotoAsync(Address("01-first.html"));
        string light = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await page.ClickAsync("button.theme");
        Assert.NotEqual(light, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.ReloadAsync();
        Assert.NotEqual(light, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public void The_same_notebooks_give_the_same_bytes()
    {
        string file = Rich("01-first.ipynb");
        SiteBuilder.Write([file], Out);
        var once = Directory.GetFiles(Out, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
        Directory.Delete(Out, recursive: true);
        SiteBuilder.Write([file], Out);
        Assert.Equal(once.Keys.Order(), Directory.GetFiles(Out, "*", SearchOption.AllDirectories).Order());
        Assert.All(once, written => Assert.Equal(written.Value, File.ReadAllBytes(written.Key)));
    }

    [Fact]
    public void Broken_links_are_all_named_and_nothing_is_written()
    {
        string first = folder.Notebook("a.ipynb", "md:# A\n[x](missing.ipynb) [y](b.ipynb#nowhere) [z](#a) <a href='gone.txt'>g</a>", "md:![p](http://x/y.png) ![q](attachment:q.png) [r](/etc/passwd)");
        string second = folder.Notebook("b.ipynb", "md:# B\n[ok](a.ipynb#A) [web](https://example.org)");
        var error = Assert.Throws<NotebookException>(() => SiteBuilder.Write([first, second], Out));
        foreach (string problem in new[] { "6 broken links", "cells[0]: missing.ipynb (there is no such file)", "b.ipynb#nowhere (there is no such heading)", "gone.txt", "cells[1]: http://x/y.png", "attachment:q.png", "/etc/passwd (outside the checkout)" })
            Assert.Contains(problem, error.Message);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Texts_are_escaped_and_links_between_chapters_work()
    {
        string first = folder.Notebook("a b.ipynb", "md:# A <script>\n\n[b](b.ipynb#Some-Heading)", "var x = \"</pre><script>alert(1)</script>\";");
        string second = folder.Notebook("b.ipynb", "md:# B\n\n## Some Heading\n\n[a](a%20b.ipynb)");
        SiteBuilder.Write([first, second], Out);
        string page = File.ReadAllText(Path.Combine(Out, "a b.html"));
        Assert.Contains("href=\"b.html#some-heading\"", page);
        Assert.Contains("&lt;/pre&gt;&lt;script&gt;", page);
        Assert.Contains("href=\"a%20b.html\"", File.ReadAllText(Path.Combine(Out, "b.html")));
    }

    [Fact]
    public void A_notebook_alone_has_its_neighbours_as_files()
    {
        folder.Notebook("02-second.ipynb", "md:# Second");
        SiteBuilder.Write([folder.Notebook("01-first.ipynb", "md:# First\n\nOn to [the second](02-second.ipynb).")], Out);
        Assert.Contains("href=\"files/02-second.ipynb\"", File.ReadAllText(Path.Combine(Out, "01-first.html")));
        Assert.True(File.Exists(Path.Combine(Out, "files", "02-second.ipynb")));
    }

    public void Dispose() => folder.Dispose();

    private string Address(string page) => SiteInBrowser.Address(Out, page);

    private string Rich(string name)
    {
        const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        string wide = string.Join(" | ", Enumerable.Range(0, 30).Select(i => $"column{i}"));
        string file = folder.Notebook(name,
            "md:# First\n\nA summary with $\\sigma(x)$ and $\\unknown{x}$.\n\n## A wide table\n\n" + wide + "\n" + string.Join("|", Enumerable.Repeat("---", 30)) + "\n" + wide,
            "var x = 1; // " + new string('x', 300), "x", "md:<details><summary>More</summary>\n\nText.\n\n</details>", "x");
        var notebook = JsonNode.Parse(File.ReadAllText(file))!;
        JsonObject Chart(string title) => new()
        {
            ["output_type"] = "display_data", ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject
            {
                ["text/plain"] = "chart", ["image/png"] = Pixel,
                ["application/vnd.plotly.v1+json"] = JsonNode.Parse($$$"""{"data":[{"type":"scatter","y":[1,3,2]}],"layout":{"title":{"text":"{{{title}}} </script><b>"},"width":900,"height":300}}"""),
            },
        };
        notebook["cells"]![1]!["outputs"] = new JsonArray(Chart("One"), Chart("Two"));
        notebook["cells"]![2]!["outputs"] = new JsonArray(
            new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = new string('y', 500) + "\u001b[31m<red>\u001b[0m\n10%\r100%" },
            new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "<v>", ["traceback"] = new JsonArray() });
        notebook["cells"]![4]!["outputs"] = new JsonArray(new JsonObject
        {
            ["output_type"] = "execute_result", ["execution_count"] = 2, ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { ["text/html"] = $"<table><tr>{string.Concat(Enumerable.Range(0, 60).Select(i => $"<td>cell{i}</td>"))}</tr></table>" },
        });
        File.WriteAllText(file, notebook.ToJsonString());
        return file;
    }
}
