using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lasco.Notebooks.Tests.Site;

namespace Lasco.Cli.Tests;

/// <summary>The checkout's own notebooks: each runs in its quick profile, and is committed with what it shows.</summary>
[Collection("The checkout's notebooks")]
public sealed partial class NotebooksTests : IDisposable
{
    private const long LargestFile = 2 << 20;

    private readonly NotebookCopies copies = new();

    public static TheoryData<string> All => [.. Directory.GetFiles(Path.Combine(NotebookCopies.Checkout, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Speed", "Slow")]
    public void Runs_and_shows_what_it_showed_when_it_was_kept(string name)
    {
        string copy = copies.Take(name);
        var (exitCode, _, error) = Command.Run("notebooks", "run", copy);
        Assert.True(exitCode == 0, error);
        Assert.Equal(Kinds(Path.Combine(NotebookCopies.Checkout, "notebooks", name)), Kinds(copy));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Is_kept_with_its_outputs_small_and_without_a_path_of_a_machine(string name)
    {
        string path = Path.Combine(NotebookCopies.Checkout, "notebooks", name);
        Assert.InRange(new FileInfo(path).Length, 1, LargestFile);
        string text = File.ReadAllText(path);
        Assert.DoesNotMatch(MachinePath(), text);
        var cells = JsonNode.Parse(text)!["cells"]!.AsArray();
        var code = cells.Where(cell => (string)cell!["cell_type"]! == "code").ToArray();
        Assert.Contains(code, cell => cell!["metadata"]!["tags"]?.AsArray().Any(tag => (string)tag! == "parameters") == true);
        Assert.Equal(Enumerable.Range(1, code.Length), code.Select(cell => (int?)cell!["execution_count"] ?? 0));
        var outputs = code.SelectMany(cell => cell!["outputs"]!.AsArray()).ToArray();
        Assert.DoesNotContain(outputs, output => (string)output!["output_type"]! == "error");
        Assert.All(outputs.Select(output => output!["data"]).Where(data => data?["application/vnd.plotly.v1+json"] is not null), data => Assert.NotNull(data!["image/png"]));
        Assert.Contains("<summary>Solution", string.Concat(cells.Select(cell => cell!["source"]!).SelectMany(source => source is JsonArray lines ? lines.ToArray() : [source]).Select(line => (string)line!)));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Their_site_renders_on_a_phone_and_on_a_desk()
    {
        Assert.SkipUnless(File.Exists(SiteInBrowser.Chromium), "Chromium is not installed");
        string site = Path.Combine(copies.Folder, "site");
        var (exitCode, _, error) = Command.Run("notebooks", "site", Path.Combine(NotebookCopies.Checkout, "notebooks"), "--out", site);
        Assert.True(exitCode == 0, error);
        var charts = await SiteInBrowser.Check(site);
        Assert.Equal(All.Count + 1, charts.Count);
        Assert.True(charts.Values.Sum() > 0);
    }

    public void Dispose() => copies.Dispose();

    // For each cell, the MIME types of its outputs: numbers may differ with the number of threads, their kinds may not.
    private static string[] Kinds(string path) =>
    [
        .. JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray()
            .Where(cell => (string)cell!["cell_type"]! == "code")
            .Select(cell => string.Join("; ", cell!["outputs"]!.AsArray().Select(output => output!["data"] is JsonObject data
                ? string.Join(' ', data.Select(entry => entry.Key).Order())
                : (string)output["output_type"]!))),
    ];

    [GeneratedRegex(@"/(home|root|Users|tmp|work|var|mnt)/")]
    private static partial Regex MachinePath();
}
