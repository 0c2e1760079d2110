using System.Text.Json;
using Lasco.Research.Mini;

namespace Lasco.Cli.Tests;

public sealed class StudyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lasco-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Make_and_score()
    {
        MiniWorld.Write(Path("world"), seed: 1, MiniWorldSize.Quick with
        {
            Resolution = 32, LascoFamily = 16, LascoTrainPairs = 10, LascoValPairs = 6, LascoTrainFamilies = 2, LascoValFamilies = 2, CirrTrainSubsets = 2, CirrValSubsets = 2,
            FashionTrainGroups = 1, FashionValGroups = 1,
        });
        var (exitCode, output, error) = Command.Run("study", "make", "mini", "--root", Path("world"), "--count", "5", "--scale", "1-5", "--out", Path("page.html"), "--json");
        Assert.True(exitCode == 0, error);
        using var made = JsonDocument.Parse(output);
        string id = made.RootElement.GetProperty("id").GetString()!;
        Assert.Equal(5, made.RootElement.GetProperty("items").GetInt32());

        string page = File.ReadAllText(Path("page.html"));
        const string start = "id=\"study\">";
        using var key = JsonDocument.Parse(page[(page.IndexOf(start, StringComparison.Ordinal) + start.Length)..page.IndexOf("</script>", page.IndexOf(start, StringComparison.Ordinal), StringComparison.Ordinal)]);
        var ratings = key.RootElement.GetProperty("items").EnumerateArray().Select((item, i) => new { item = item.GetProperty("id").GetString(), score = i + 1 });
        File.WriteAllText(Path("ann.json"), JsonSerializer.Serialize(new { format = "lasco-study/1", study = id, scale = "1-5", rater = "Ann", ratings }));
        File.WriteAllText(Path("cut.json"), "{\"format\":");

        (exitCode, output, error) = Command.Run("study", "score", Path("cut.json"), Path("ann.json"), "--page", Path("page.html"), "--json");
        Assert.Equal(0, exitCode);
        Assert.Contains("cut.json: ", error);
        using var scored = JsonDocument.Parse(output);
        var study = scored.RootElement.GetProperty("studies")[0];
        Assert.Equal(0.6, study.GetProperty("positive_rate").GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(3, study.GetProperty("mean_opinion_score").GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(1, scored.RootElement.GetProperty("problems").GetArrayLength());

        (exitCode, output, error) = Command.Run("study", "score", Path("ann.json"));
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("60.00", output);
    }

    [Fact]
    public void Nothing_to_score_is_exit_code_2()
    {
        File.WriteAllText(Path("empty.json"), "");
        var (exitCode, output, error) = Command.Run("study", "score", Path("empty.json"), Path("nowhere.json"));
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("nowhere.json: there is no such file", error);
        Assert.Contains("lasco: there is nothing to score in the 2 files", error);
        Assert.DoesNotContain("   at ", error);
    }

    public static TheoryData<string[], string> BadUsage => new()
    {
        { ["study"], "" },
        { ["study", "make", "cirr", "--root", "/nowhere", "--out", "x.html"], "/nowhere" },
        { ["study", "make", "mini", "--root", "/nowhere", "--images", "y", "--out", "x.html"], "--images" },
        { ["study", "make", "lasco", "--root", "/nowhere", "--out", "x.html", "--scale", "1-7"], "1-7" },
        { ["study", "make", "lasco", "--root", "/nowhere", "--out", "x.html", "--count", "0"], "--count 0" },
        { ["study", "score"], "'score'" },
        { ["study", "score", "x.json", "--page", "/nowhere"], "/nowhere" },
    };

    [Theory]
    [MemberData(nameof(BadUsage))]
    public void Bad_input_is_one_line_that_names_it(string[] arguments, string named)
    {
        var (exitCode, _, error) = Command.Run(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains(named, Assert.Single(error.TrimEnd().Split('\n'), line => line.StartsWith("lasco: ", StringComparison.Ordinal)));
        Assert.DoesNotContain("   at ", error);
    }

    private string Path(string relative) => System.IO.Path.Combine(folder, relative);
}
