using System.Text.Json.Nodes;
using Lasco.Notebooks.Tests.Kernel;
using Lasco.Notebooks.Tests.Site;
using Microsoft.Playwright;

namespace Lasco.Cli.Tests;

/// <summary>The quickstart in Jupyter: as a reader runs it, cell by cell in a browser, and by nbconvert.</summary>
[Collection("The checkout's notebooks")]
[Trait("Speed", "Slow")]
public sealed class JupyterTests : IDisposable
{
    private const string Quickstart = "00-quickstart.ipynb";

    private readonly NotebookCopies copies = new();
    private readonly JupyterPython python = new();

    [Fact]
    public async Task Lab_opens_the_notebooks_and_each_cell_runs()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/jupyter-notebook") && File.Exists(SiteInBrowser.Chromium), "the classic Notebook or Chromium is not installed");
        copies.Take(Quickstart);
        using var lab = Command.Start("lab", copies.Folder, "--no-browser");
        try
        {
            string? address = await lab.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.StartsWith("http://127.0.0.1:", address);
            var uri = new Uri(address!);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await SiteInBrowser.Launch(playwright);
            var page = await browser.NewPageAsync();
            page.SetDefaultTimeout(120_000);
            await page.GotoAsync($"{uri.GetLeftPart(UriPartial.Authority)}/notebooks/{Quickstart}{uri.Query}");
            await page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
            await page.EvaluateAsync("Jupyter.notebook.clear_all_output(); Jupyter.notebook.select(0)");
            int cells = await page.EvaluateAsync<int>("Jupyter.notebook.ncells()");
            for (int i = 0; i < cells; i++)
            {
                await page.EvaluateAsync("Jupyter.notebook.execute_cell_and_select_below()");
                await page.WaitForFunctionAsync("!document.querySelector('.code_cell.running') && !Jupyter.notebook.kernel_busy");
                string? error = await page.EvaluateAsync<string?>("i => { const c = Jupyter.notebook.get_cell(i); const o = (c.output_area ? c.output_area.outputs : []).find(o => o.output_type === 'error'); return o ? o.ename + ': ' + o.evalue : null; }", i);
                Assert.True(error is null, $"cell {i + 1}: {error}");
            }

            Assert.True(await page.Locator(".output_png img, .output_html img").CountAsync() > 3);
            Assert.True(await page.Locator(".js-plotly-plot .bars .point").CountAsync() > 3);
        }
        finally
        {
            lab.Kill(entireProcessTree: true);
            await lab.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Nbconvert_gives_the_outputs_that_the_runner_gives()
    {
        await python.Require("nbconvert", "nbclient");
        string file = copies.Take(Quickstart);
        Assert.Equal(0, Command.Run("notebooks", "run", file).ExitCode);
        var ours = Outputs(file);
        var (code, output) = await python.Run(["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", file], ("LASCO_STILLS", "1"), ("OMP_NUM_THREADS", "1"));
        Assert.True(code == 0, output);
        Assert.Equal(ours, Outputs(file));
    }

    public void Dispose()
    {
        copies.Dispose();
        python.Dispose();
    }

    private static string[] Outputs(string file) =>
    [
        .. JsonNode.Parse(File.ReadAllText(file))!["cells"]!.AsArray().Where(cell => cell!["outputs"] is not null)
            .SelectMany(cell => cell!["outputs"]!.AsArray())
            .Select(output => output!["data"] is JsonObject data ? string.Join("\n", data.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(Text)) : Text(new("text", output["text"]))),
    ];

    private static string Text(KeyValuePair<string, JsonNode?> entry) => $"{entry.Key}: " + entry.Value switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string)line!)),
        JsonObject chart => string.Join(' ', chart.Select(part => part.Key).Order()),
        var text => text?.ToString(),
    };
}
