using Microsoft.Playwright;

namespace Lasco.Notebooks.Tests.Site;

/// <summary>A site that is opened from disk in a real browser: on a phone and on a desk, light and dark, without a network.</summary>
public static class SiteInBrowser
{
    public const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });

    public static string Address(string folder, string page) => new Uri(Path.Combine(folder, page)).AbsoluteUri;

    /// <summary>Every page renders without a complaint, draws all its charts and fits the screen.</summary>
    /// <returns>How many charts were drawn on each page.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> Check(string folder)
    {
        var charts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Launch(playwright);
        foreach (var (width, height) in new[] { (360, 740), (1280, 900) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Offline = true });
                foreach (string page in Directory.GetFiles(folder, "*.html").Select(path => Path.GetFileName(path)))
                    charts[page] = await Check(context, folder, page, width);
            }
        }

        return charts;
    }

    private static async Task<int> Check(IBrowserContext context, string folder, string name, int width)
    {
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                problems.Add(message.Text);
        };
        page.PageError += (_, error) => problems.Add(error);
        page.RequestFailed += (_, request) => problems.Add(request.Url);
        await page.GotoAsync(Address(folder, name), new() { WaitUntil = WaitUntilState.Load });
        int charts = await page.Locator("figure.chart").CountAsync();
        if (charts > 0)
            await page.WaitForFunctionAsync($"document.querySelectorAll('figure.chart.drawn .js-plotly-plot .main-svg').length >= {charts}");
        Assert.Equal(charts, await page.Locator("figure.chart.drawn .js-plotly-plot").CountAsync());
        int found = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(found <= width, $"{name} is {found} pixels wide on a screen of {width}");
        string[] cut = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
              const edge = plot.getBoundingClientRect();
              return [...plot.querySelectorAll('.gtitle, .xtitle, .ytitle, .annotation-text')].filter(title => {
                const place = title.getBoundingClientRect();
                return place.left < edge.left - 3 || place.right > edge.right + 3;
              }).map(title => title.textContent);
            })
            """);
        Assert.True(cut.Length == 0, $"{name} cuts titles of charts off on a screen of {width}: {string.Join("; ", cut)}");
        Assert.True(await page.Locator("h1").First.IsVisibleAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.images].filter(i => i.complete && i.naturalWidth === 0).length"));
        Assert.True(problems.Count == 0, $"{name}: {string.Join("; ", problems)}");
        await page.CloseAsync();
        return charts;
    }
}
