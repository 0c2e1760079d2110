using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Kernel;
using Microsoft.Playwright;

namespace Lasco.Notebooks.Tests.Charts;

/// <summary>The classic Notebook in a browser: highlighting, live charts, and charts of a notebook that is opened again.</summary>
[Trait("Speed", "Slow")]
public sealed class ClassicNotebookTests : IDisposable
{
    private const string Jupyter = "/usr/bin/jupyter-notebook", Token = "token";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-classic-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Charts_are_drawn_live_and_after_opening_again()
    {
        Assert.SkipUnless(File.Exists(Jupyter), "the classic Notebook is not installed");
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "there is no Chromium");
        Assert.SkipUnless(File.Exists(WebFiles.Plotly), "plotly.js was not fetched");
        KernelSpec.Install(folder.FullName);
        File.WriteAllText(Path.Combine(folder.FullName, "charts.ipynb"), Notebook(
            """
            var shown = Chart.Line(new[] { 1, 2 }, new[] { 1, 2 }, "first").Display();
            foreach (int n in Enumerable.Range(3, 10).WithProgress("points"))
                shown.Update(Chart.Line(Enumerable.Range(0, n), Enumerable.Range(0, n), "growing"));
            """,
            "Chart.Bar(new[] { \"a\", \"b\" }, new[] { 1, 2 })"));

        int port = FreePort();
        using var server = Start(port);
        try
        {
            await Ready(port);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            string address = $"http://127.0.0.1:{port}/notebooks/charts.ipynb?token={Token}";

            var page = await Open(browser, address);
            await page.EvaluateAsync("Jupyter.notebook.execute_all_cells()");
            await Drawn(page, points: 12);
            Assert.Equal("clike", await page.EvaluateAsync<string>("Jupyter.notebook.get_cell(0).code_mirror.getMode().name"));
            Assert.Equal("points: 10 of 10 (100%), done", (await page.Locator(".output_text").First.InnerTextAsync()).Trim());
            await page.EvaluateAsync("Jupyter.notebook.save_notebook()");
            await page.CloseAsync();

            page = await Open(browser, address);
            await Drawn(page, points: 12);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<IPage> Open(IBrowser browser, string address)
    {
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");
        return page;
    }

    /// <summary>Waits until both charts are there, the first one with as many points.</summary>
    private static Task Drawn(IPage page, int points) => page.WaitForFunctionAsync(
        "n => { const p = document.querySelectorAll('.js-plotly-plot'); return p.length === 2 && p[0].data[0].x.length === n && p[1].querySelectorAll('.bars .point').length === 2; }", points);

    private static string Notebook(params string[] cells) => JsonSerializer.Serialize(new
    {
        nbformat = 4,
        nbformat_minor = 5,
        metadata = new { kernelspec = new { name = KernelSpec.Name, display_name = KernelSpec.DisplayName, language = "C#" } },
        cells = cells.Select((source, i) => new { id = $"cell-{i}", cell_type = "code", execution_count = (int?)null, metadata = new { }, outputs = Array.Empty<object>(), source }),
    });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Ready(int port)
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/api"));
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(200);
            }
        }
    }

    private Process Start(int port)
    {
        var start = new ProcessStartInfo(Jupyter,
            ["--allow-root", "--no-browser", "--ip=127.0.0.1", $"--port={port}", $"--NotebookApp.token={Token}", $"--notebook-dir={folder.FullName}"])
        {
            WorkingDirectory = folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.Environment["JUPYTER_PATH"] = folder.FullName;
        foreach (string variable in new[] { "HOME", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "XDG_STATE_HOME" })
            start.Environment[variable] = Path.Combine(folder.FullName, variable);
        var server = Process.Start(start)!;
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        return server;
    }
}
