using System.Text.Json;
using Lasco.Notebooks.Display;
using Microsoft.Playwright;

namespace Lasco.Notebooks.Tests.Charts;

/// <summary>Figures against plotly.js itself.</summary>
[Trait("Speed", "Slow")]
public class PlotlySchemaTests
{
    [Fact]
    public async Task Plotly_finds_nothing_wrong_and_draws_every_figure()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "there is no Chromium");
        Assert.SkipUnless(File.Exists(WebFiles.Plotly), "plotly.js was not fetched");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);
        await page.SetContentAsync("<body></body>");
        await page.AddScriptTagAsync(new() { Path = WebFiles.Plotly });
        await page.AddScriptTagAsync(new() { Path = WebFiles.Charts });
        foreach (var (name, figure) in Sample.Figures)
        {
            var problems = await page.EvaluateAsync<JsonElement>("text => { const f = JSON.parse(text); return (Plotly.validate(f.data, f.layout) || []).map(p => p.msg); }", figure.ToJson());
            Assert.True(problems.GetArrayLength() == 0, $"{name}: {problems}");
            foreach (string theme in new[] { "light", "dark" })
            {
                string drawn = await page.EvaluateAsync<string>("""
                    async ([text, theme]) => {
                      const f = JSON.parse(text);
                      document.documentElement.dataset.theme = theme;
                      const e = document.createElement("div");
                      document.body.replaceChildren(e);
                      await LascoCharts.draw(e, f);
                      return `${e.data.length} ${e.querySelectorAll(".trace, .hm").length > 0 || f.data.length === 0} ${e._fullLayout.font.color}`;
                    }
                    """, new[] { figure.ToJson(), theme });
                int traces = JsonDocument.Parse(figure.ToJson()).RootElement.GetProperty("data").GetArrayLength();
                Assert.Equal($"{traces} true {(theme == "dark" ? "#ddd" : "#333")}", drawn);
            }
        }

        Assert.Empty(errors);
    }
}
