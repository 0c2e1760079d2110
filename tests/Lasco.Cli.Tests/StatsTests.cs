using System.Text.Json;

namespace Lasco.Cli.Tests;

public sealed class StatsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lasco-cli-").FullName;

    public StatsTests() => File.WriteAllText(
        Path("lasco_train.json"),
        """[{"qid":1,"query-image":[5,"a.jpg"],"query-text":"Add a dog","target-image":[6,"b.jpg"]},{"qid":2,"query-image":[6,"b.jpg"],"query-text":"Add a <b>","target-image":[5,"a.jpg"]}]""");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Json_and_csv_and_chart()
    {
        var (exitCode, output, error) = Command.Run("stats", "lasco", "--root", folder, "--json", "--csv", Path("out.csv"), "--chart", Path("out.gif"));
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("out.gif: expected a name that ends in .png or .html", error);

        (exitCode, output, _) = Command.Run("stats", "lasco", "--root", folder, "--json", "--csv", Path("out.csv"));
        Assert.Equal(0, exitCode);
        using var json = JsonDocument.Parse(output);
        var split = json.RootElement.GetProperty("splits")[0];
        Assert.Equal((2, 2), (split.GetProperty("triplets").GetInt32(), split.GetProperty("corpus").GetInt32()));
        Assert.Equal(9, split.GetProperty("average_text_length").GetDouble());
        Assert.Equal(JsonValueKind.Null, split.GetProperty("unique_tokens").ValueKind);
        Assert.Equal("Natural", split.GetProperty("image_domain").GetString());
        Assert.Equal("[[9,2]]", JsonSerializer.Serialize(split.GetProperty("text_lengths").GetProperty("counts")));
        Assert.Equal(2 - 81_653, json.RootElement.GetProperty("table1")[1].GetProperty("difference").GetDouble());
        Assert.Contains("lasco,train,triplets,,2", File.ReadAllText(Path("out.csv")));
    }

    [Fact]
    public void The_table_says_what_is_missing()
    {
        var (exitCode, output, error) = Command.Run("stats", "lasco", "--root", folder);
        Assert.Equal(0, exitCode);
        Assert.Contains("Beside the paper's Table 1", output);
        Assert.Contains("81,653", output);
        Assert.Contains("without val, whose annotations are not there", error);
    }

    private string Path(string relative) => System.IO.Path.Combine(folder, relative);
}
