using System.Text.Json;

namespace Lasco.Cli.Tests;

public class DataTests
{
    [Fact]
    public void Lists_what_there_is()
    {
        var (exitCode, output, _) = Command.Run("data", "list", "--json");
        Assert.Equal(0, exitCode);
        using var json = JsonDocument.Parse(output);
        var datasets = json.RootElement.GetProperty("datasets").EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!);
        Assert.Equal(["blip", "circo", "cirr", "coco2014", "coco2017", "fashioniq", "lasco", "nlvr2", "vqa2"], datasets.Keys.Order());
        Assert.StartsWith("sha256 ede4087e", datasets["coco2014"].GetProperty("archives")[1].GetProperty("checksum").GetString());
        Assert.Contains("CC BY-NC", Command.Run("data", "list").Output);
    }

    [Fact]
    public void Status_looks_and_verify_judges()
    {
        var folder = Directory.CreateTempSubdirectory("lasco-data-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "lasco_val_corpus.json"), """[{"id":42,"path":"val/val2014/a.jpg"}]""");
            var (exitCode, output, _) = Command.Run("data", "status", "lasco", "--root", folder.FullName, "--json");
            Assert.Equal(0, exitCode);
            using var status = JsonDocument.Parse(output);
            Assert.Equal(["missing", "not there", "missing", "different"], status.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("state").GetString()));

            (exitCode, output, var error) = Command.Run("data", "verify", "lasco", "--root", folder.FullName, "--json");
            Assert.Equal(1, exitCode);
            Assert.DoesNotContain("   at ", error);
            using var report = JsonDocument.Parse(output);
            Assert.False(report.RootElement.GetProperty("passed").GetBoolean());
            Assert.Equal(1, report.RootElement.GetProperty("missing_images").GetInt32());

            (exitCode, output, _) = Command.Run("data", "verify", "lasco", "--root", folder.FullName);
            Assert.Equal(1, exitCode);
            Assert.Contains("1; published: 39,826", output);
            Assert.Contains("lasco data download coco2014", output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_must_be_asked_for_is_explained()
    {
        var folder = Directory.CreateTempSubdirectory("lasco-data-");
        try
        {
            var (exitCode, output, error) = Command.Run("data", "download", "nlvr2", "--root", folder.FullName);
            Assert.Equal(0, exitCode);
            Assert.Contains("https://github.com/lil-lab/nlvr", output);
            Assert.Contains("on request", error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static TheoryData<string[], string> BadUsage => new()
    {
        { ["data"], "lasco data --help" },
        { ["data", "list", "cirr"], "cirr" },
        { ["data", "status", "imagenet"], "imagenet" },
        { ["data", "verify", "cirr"], "--root" },
        { ["data", "verify", "cirr", "--root", "/nowhere"], "/nowhere" },
        { ["data", "download", "imagenet", "--root", "x"], "lasco data download --help" },
    };

    [Theory]
    [MemberData(nameof(BadUsage))]
    public void Bad_usage_is_one_line(string[] arguments, string named)
    {
        var (exitCode, output, error) = Command.Run(arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(named, Assert.Single(error.TrimEnd().Split('\n')));
    }
}
