using System.Text.Json;
using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class CirrSubmissionTests
{
    private static readonly CoirSplit Split = new()
    {
        Name = "CIRR test1",
        Images = new ImageCorpus(Enumerable.Range(0, 60).Select(i => new ImageRef($"test1-{i}", ""))),
        Gallery = [.. Enumerable.Range(0, 60)],
        Triplets =
        [
            new Triplet { Id = 12063, Query = 3, Target = -1, Texts = ["x"], Subset = [1, 2, 3, 4, 5, 6] },
            new Triplet { Id = 5, Query = 0, Target = -1, Texts = ["x"], Subset = [0, 9, 8, 7, 6, 5] },
        ],
        Ks = [1],
        ExcludeQuery = true,
    };

    [Fact]
    public void Writes_what_the_server_takes()
    {
        using var folder = new AnnotationFolder();
        string recall = folder.PathOf("out/recall.json"), subset = folder.PathOf("out/subset.json");
        int[] first = [.. Enumerable.Range(0, 60).Reverse().Where(i => i != 3)], second = [.. Enumerable.Range(1, 59)];
        CirrSubmission.WriteRecall(recall, Split, [first, second]);
        CirrSubmission.WriteRecallSubset(subset, Split, [[6, 1, 2, 4, 5], [9, 5, 7]]);

        JsonElement written = JsonDocument.Parse(File.ReadAllText(recall)).RootElement;
        Assert.Equal(["version", "metric", "12063", "5"], written.EnumerateObject().Select(entry => entry.Name));
        Assert.Equal("rc2", written.GetProperty("version").GetString());
        Assert.Equal("recall", written.GetProperty("metric").GetString());
        Assert.Equal(first.Take(50).Select(i => $"test1-{i}"), written.GetProperty("12063").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(50, written.GetProperty("5").GetArrayLength());
        Assert.Equal(
            """{"version":"rc2","metric":"recall_subset","12063":["test1-6","test1-1","test1-2"],"5":["test1-9","test1-5","test1-7"]}""",
            File.ReadAllText(subset));
    }

    [Fact]
    public void The_released_test_split_fits_the_servers_limit()
    {
        CoirSplit split = Cirr.Read(SharedFolder.Require("data/cirr"), "test1");
        using var folder = new AnnotationFolder();
        string path = folder.PathOf("recall.json");
        CirrSubmission.WriteRecall(path, split, [.. split.Triplets.Select(triplet => split.Gallery.Where(i => i != triplet.Query).Take(50).ToArray())]);
        Assert.InRange(new FileInfo(path).Length, 1, 5_000_000);
    }

    [Theory]
    [InlineData(new[] { 1, 2 }, new[] { 5, 6, 7 }, "query 12063: expected 3 ranked images or more, found 2")]
    [InlineData(new[] { 1, 2, 3 }, new[] { 5, 6, 7 }, "query 12063")]
    [InlineData(new[] { 1, 2, 2 }, new[] { 5, 6, 7 }, "query 12063")]
    [InlineData(new[] { 1, 2, 4 }, new[] { 5, 6, 1 }, "query 5")]
    public void Refuses_a_wrong_subset_ranking_and_leaves_no_file(int[] first, int[] second, string message)
    {
        using var folder = new AnnotationFolder();
        string path = folder.PathOf("subset.json");
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => CirrSubmission.WriteRecallSubset(path, Split, [first, second])).Message);
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void Refuses_another_number_of_rankings() =>
        Assert.Throws<ArgumentException>(() => CirrSubmission.WriteRecall("recall.json", Split, []));
}
