using System.Text.Json;
using Lasco.Research.Roaming.Study;
using Microsoft.Playwright;

namespace Lasco.Research.Tests.Roaming.Study;

/// <summary>The page as raters use it: opened from the disk in a real browser.</summary>
[Trait("Speed", "Slow")]
public sealed class StudyPageBrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly StudyFolder folder = new();
    private readonly List<string> errors = [];

    [Fact]
    public async Task Rates_by_keys_survives_a_reload_and_saves_what_is_scored()
    {
        var (study, path) = folder.Page(RatingScale.GoodBad, "add a dog", "make it red", "two of them", "at night");
        await using var context = await browser.OpenAsync();
        var page = await OpenAsync(context, path);
        await BeginAsync(page, "  Ann  ");
        Assert.Equal(study.Items[0].Text, await page.Locator("#text").TextContentAsync());
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("B");
        Assert.Equal("2 of 4 rated", await page.Locator("#count").TextContentAsync());

        await page.ReloadAsync();
        Assert.Equal("2 of 4 rated", await page.Locator("#count").TextContentAsync());
        Assert.Equal(study.Items[3].Text, await page.Locator("#text").TextContentAsync());
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("true", await page.Locator("#scores button.bad").GetAttributeAsync("aria-pressed"));
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("g");
        Assert.Equal("1 still without an answer", await page.Locator("#end-title").TextContentAsync());
        await page.Locator("#skipped").ClickAsync();
        Assert.Equal(study.Items[1].Text, await page.Locator("#text").TextContentAsync());
        await page.Locator("#scores button.bad").ClickAsync();
        Assert.Equal("All rated, thank you!", await page.Locator("#end-title").TextContentAsync());

        var report = StudyReport.Read([await SaveAsync(page, "#save", "ann.json")], [StudyPage.ReadKey(path)]);
        Assert.Empty(report.Problems);
        var score = Assert.Single(report.Studies);
        Assert.Equal((study.Id, 1, 4, 4, 0.75), (score.Study, score.Raters, score.Items, score.Ratings, score.PositiveRate.Value));
        Assert.Equal("Ann", StudyExport.Read(folder["ann.json"]).Rater);
    }

    [Fact]
    public async Task Goes_on_elsewhere_from_a_saved_file_and_refuses_others()
    {
        var (study, path) = folder.Page(RatingScale.OneToFive, "a", "b", "c");
        await using var first = await browser.OpenAsync();
        var page = await OpenAsync(first, path);
        await BeginAsync(page, "Bob");
        await page.Keyboard.PressAsync("4");
        await page.Keyboard.PressAsync("9");
        await page.Keyboard.PressAsync("g");
        Assert.Equal("1 of 3 rated", await page.Locator("#count").TextContentAsync());
        string saved = await SaveAsync(page, "#export", "bob.json");

        await using var second = await browser.OpenAsync();
        page = await OpenAsync(second, path);
        var (_, otherPage) = folder.Page(RatingScale.OneToFive, "another");
        Assert.NotEqual(otherPage, path);
        foreach ((string name, string content, string warning) in new[]
        {
            ("cut.json", File.ReadAllText(saved)[..80], "cut.json is not a file of answers."),
            ("other.json", File.ReadAllText(saved).Replace(study.Id, "0123456789abcdef", StringComparison.Ordinal), "other.json belongs to another study."),
            ("list.json", "[]", "list.json is not a file of answers."),
            ("null.json", "null", "null.json is not a file of answers."),
        })
        {
            await page.Locator("#file").SetInputFilesAsync(folder.Write(name, content));
            await Assertions.Expect(page.Locator("#warning")).ToHaveTextAsync(warning);
        }

        await page.Locator("#file").SetInputFilesAsync(saved);
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("1 of 3 rated");
        Assert.True(await page.Locator("#warning").IsHiddenAsync());
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("5");
        var score = Assert.Single(StudyReport.Read([await SaveAsync(page, "#save", "bob2.json")], [StudyPage.ReadKey(path)]).Studies);
        Assert.Equal(10.0 / 3, score.MeanOpinionScore!.Value.Value, 1e-12);
        Assert.Equal(2.0 / 3, score.PositiveRate.Value, 1e-12);
    }

    [Fact]
    public async Task Shows_hostile_texts_as_text_and_asks_nothing_of_the_network()
    {
        string[] hostile =
        [
            "</script><script>document.title='owned'</script>", "<img src=http://example.com/x.png onerror=\"document.title='owned'\">", "<!-- <script>", "{{script}} {{key}}",
            "\"}]}; document.title = 'owned'", "", "   ", "שלום עולם", "😀 \u2028 \u2029 end", new string('x', 5000), "a\nb",
        ];
        var (study, path) = folder.Page(RatingScale.GoodBad, hostile);
        await using var context = await browser.OpenAsync();
        var requests = new List<string>();
        context.Request += (_, request) => requests.Add(request.Url);
        var page = await OpenAsync(context, path);
        await BeginAsync(page, "</script><b>Eve</b>");
        foreach (var item in study.Items)
        {
            string expected = item.Text.Trim().Length == 0 ? "(this example has no text)" : item.Text;
            Assert.Equal(expected, await page.Locator("#text").TextContentAsync());
            Assert.True(await page.EvaluateAsync<bool>("async () => { const images = [...document.images]; await Promise.all(images.map(i => i.decode())); return images.every(i => i.naturalWidth > 0); }"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"\"{item.Text}\" makes the page too wide");
            await page.Keyboard.PressAsync("b");
        }

        Assert.Equal(study.Title, await page.TitleAsync());
        Assert.All(requests, url => Assert.True(url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
        var export = StudyExport.Read(await SaveAsync(page, "#save", "eve.json"));
        Assert.Equal(("</script><b>Eve</b>", hostile.Length), (export.Rater, export.Ratings.Count));
    }

    [Fact]
    public async Task Fits_a_phone_and_keeps_two_tabs_of_different_studies_apart()
    {
        var (_, one) = folder.Page(RatingScale.GoodBad, "a rather long text that asks for several things at once, as those of CIRR do");
        var (_, two) = folder.Page(RatingScale.OneToFive, "short", "text");
        await using var context = await browser.OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 568 }, IsMobile = true, HasTouch = true });
        var (left, right) = (await OpenAsync(context, one), await OpenAsync(context, two));
        await BeginAsync(left, "phone");
        Assert.True(await right.Locator("#start").IsVisibleAsync());
        await BeginAsync(right, "phone");
        foreach (var page in new[] { left, right })
        {
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            Assert.True(await page.EvaluateAsync<bool>("document.querySelector('#scores').getBoundingClientRect().bottom <= innerHeight"), "the answers are below the fold");
            Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('#scores button, nav button')].every(b => b.getBoundingClientRect().height >= 44)"));
        }

        await right.Locator("#scores button").Nth(2).TapAsync();
        Assert.Equal("1 of 2 rated", await right.Locator("#count").TextContentAsync());
        await left.ReloadAsync();
        Assert.Equal("0 of 1 rated", await left.Locator("#count").TextContentAsync());
    }

    public void Dispose()
    {
        folder.Dispose();
        Assert.Empty(errors);
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Add(message.Text);
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    private static async Task BeginAsync(IPage page, string rater)
    {
        await page.Locator("#rater").FillAsync(rater);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#rating")).ToBeVisibleAsync();
    }

    private async Task<string> SaveAsync(IPage page, string button, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(button).ClickAsync());
        Assert.Matches(@"^study-[0-9a-f]{16}-[\p{L}\p{N}-]+\.json$", download.SuggestedFilename);
        await download.SaveAsAsync(folder[name]);
        using var json = JsonDocument.Parse(File.ReadAllText(folder[name]));
        return folder[name];
    }
}
