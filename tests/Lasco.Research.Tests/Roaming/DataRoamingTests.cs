using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Quality;
using Lasco.Research.Tests.Datasets;

namespace Lasco.Research.Tests.Roaming;

public sealed class DataRoamingTests : IDisposable
{
    private readonly VqaFolder folder = new();

    [Fact]
    public async Task Each_pair_gives_both_triplets_with_the_answer_of_the_target()
    {
        folder.Ask(7001, "What is this?", "cat").Ask(42000, "What is this?", "dog").Pair(7001, 42000).Save();
        RoamedSet set = await Run(new DataRoaming { Rephraser = new TemplateRephraser() });
        Assert.Equal([(7001L, 7L, 42L), (42000L, 42L, 7L)], set.Triplets.Select(triplet => (triplet.Id, triplet.QueryImage, triplet.TargetImage)));
        Assert.StartsWith("Show dog", set.Triplets[0].Text);
        Assert.StartsWith("Show cat", set.Triplets[1].Text);
        Assert.Equal([7L, 42L], set.Corpus);
        Assert.Empty(set.Rejects);
    }

    [Fact]
    public async Task What_is_given_up_has_its_reason()
    {
        folder.Ask(1000, "What is this?", "cat").Ask(2000, "What is this?", "dog").Ask(3000, "What is this?", null).Ask(4000, "What is this?", "owl")
            .Ask(5000, "What is this?", "Cat ").Ask(1001, "What is this?", "dog")
            .Pair(1000, 2000).Pair(1000, 3000).Pair(1000, 4000).Pair(1000, 5000).Pair(1000, 1001).Pair(2000, 4000).Save();
        RoamedSet set = await Run(new DataRoaming { Rephraser = new TemplateRephraser(refused: "owl") });
        Assert.Equal([1000L, 2000, 3000, 4000], set.Triplets.Select(triplet => triplet.Id));
        Assert.Equal(
        [
            (1000, 3000, RejectStage.Input, "unanswered"), (1000, 4000, RejectStage.Rephraser, "cannot: What is this?"),
            (1000, 5000, RejectStage.Quality, "same-answer"), (5000, 1000, RejectStage.Quality, "same-answer"),
            (1000, 1001, RejectStage.Quality, "same-image"), (1001, 1000, RejectStage.Quality, "same-image"),
            (2000, 4000, RejectStage.Rephraser, "cannot: What is this?"), (4000, 2000, RejectStage.Input, "repeated-qid"),
        ], set.Rejects.Select(reject => (reject.Query.Id, reject.Target.Id, reject.Stage, reject.Reason)));
    }

    [Fact]
    public async Task Rules_can_be_switched_off()
    {
        folder.Ask(1000, "What is this?", "cat").Ask(1001, "What is this?", "cat").Pair(1000, 1001).Save();
        Assert.Empty((await Run(new DataRoaming { Rephraser = new TemplateRephraser(), Quality = new QualityControl("same-image") })).Triplets);
        Assert.Equal(2, (await Run(new DataRoaming { Rephraser = new TemplateRephraser(), Quality = new QualityControl("same-image", "same-answer") })).Triplets.Count);
    }

    [Fact]
    public async Task The_result_depends_on_the_seed_but_not_on_the_number_of_threads()
    {
        for (int i = 0; i < 6000; i++)
            folder.Ask(1000 + i, "What is this?", $"thing {i}", image: $"{i}");
        for (int i = 0; i < 6000; i += 2)
            folder.Pair(1000 + i, 1001 + i);
        folder.Save();
        byte[][] files = [await Bytes(1, 0), await Bytes(7, 0), await Bytes(2, 1)];
        Assert.Equal(files[0], files[1]);
        Assert.NotEqual(files[0], files[2]);

        async Task<byte[]> Bytes(int threads, int seed)
        {
            await Write(new DataRoaming { Rephraser = new TemplateRephraser(disorder: true), Parallelism = threads, Seed = seed });
            return File.ReadAllBytes(Path.Combine(folder.Root, "lasco_val.json"));
        }
    }

    [Fact]
    public async Task LaSCos_reader_reads_the_files()
    {
        folder.Ask(7001, "What does the \"sign\" say?", "caf\\u00e9 \\\"x\\\"").Ask(42000, "What does the \"sign\" say?", "dog").Pair(7001, 42000).Pair(7001, 9).Save();
        RoamingReport report = await Write(new DataRoaming { Rephraser = new TemplateRephraser() });
        CoirSplit split = LaSCo.Read(folder.Root, "val");
        Assert.Equal(["7", "42"], split.Images.Select(image => image.Id));
        Assert.EndsWith("val2014/COCO_val2014_000000000007.jpg", split.Images[0].Path);
        Assert.StartsWith("Show café \"x\"", split.Triplets[1].Text);

        JsonElement first = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Root, "lasco_val.json"))).RootElement[0];
        Assert.Equal(["qid", "query-image", "query-text", "target-image"], first.EnumerateObject().Select(property => property.Name));
        Assert.Equal("[7,\"val2014/COCO_val2014_000000000007.jpg\"]", first.GetProperty("query-image").GetRawText());
        Assert.Equal((2, 1, 1), (report.Triplets, report.Pairs, report.Faults[Vqa.PairFile("val")]["dangling"]));
        JsonElement reject = JsonDocument.Parse(File.ReadLines(Path.Combine(folder.Root, "lasco_val_rejects.jsonl")).Single()).RootElement;
        Assert.Equal(("dangling", Vqa.PairFile("val"), 9), (reject.GetProperty("reason").GetString(), reject.GetProperty("file").GetString(), reject.GetProperty("id").GetInt32()));
    }

    private Task<RoamedSet> Run(DataRoaming roaming) => roaming.RunAsync(folder.Read().Split);

    private async Task<RoamingReport> Write(DataRoaming roaming)
    {
        var faults = new VqaFaults();
        VqaSplit split = Vqa.Read(folder.Root, "val", faults);
        RoamedSet set = await roaming.RunAsync(split);
        var report = RoamingReport.Create("val", roaming, split, faults, set, captions: 0);
        RoamedFiles.Write(folder.Root, set, faults, report);
        return report;
    }

    public void Dispose() => folder.Dispose();
}
