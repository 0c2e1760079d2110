using System.Diagnostics;
using System.Security.Cryptography;
using Lasco.Research.Datasets;
using Lasco.Research.Imaging;
using Lasco.Research.Mini;

namespace Lasco.Research.Tests.Mini;

public sealed class MiniWorldTests(TinyWorld world) : IClassFixture<TinyWorld>
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Same_bytes_with_any_number_of_threads(int threads)
    {
        using var folder = new TemporaryFolder();
        MiniWorld.Write(folder.Path, folder.Path, TinyWorld.Seed, TinyWorld.Size, [LascoSet.Plan, CirrSet.Plan, FashionIqSet.Plan], threads, null, default);
        foreach (string set in new[] { "lasco", "cirr", "fashioniq" })
        {
            string[] files = Files(world[set]);
            Assert.Equal(files, Files(Path.Combine(folder.Path, set)));
            Assert.All(files, file => Assert.True(
                File.ReadAllBytes(Path.Combine(world[set], file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder.Path, set, file))), file));
        }
    }

    [Fact]
    public void Another_seed_gives_another_world()
    {
        using var folder = new TemporaryFolder();
        MiniWorld.WritePretraining(folder.Path, TinyWorld.Seed + 1, TinyWorld.Size);
        Assert.Empty(Hashes(folder.Path, "*.jpg").Intersect(Hashes(world["pretrain"], "*.jpg")));
    }

    [Fact]
    public void No_image_occurs_twice_in_any_of_the_sets()
    {
        string[] hashes = [.. Hashes(world.Folder, "*.jpg"), .. Hashes(world.Folder, "*.png")];
        Assert.Equal(
            (TinyWorld.Size.LascoTrainFamilies + TinyWorld.Size.LascoValFamilies) * 16 + (10 + 6) * 6 + 3 * (4 + 3) * 8 + 80, hashes.Length);
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void The_readers_of_the_real_datasets_read_it()
    {
        CoirSplit train = LaSCo.Read(world["lasco"], "train"), val = LaSCo.Read(world["lasco"], "val");
        Assert.Equal(6 * 10 * 2, train.Triplets.Count);
        Assert.Equal(4 * 6 * 2, val.Triplets.Count);
        Assert.Equal(4 * 16, val.Gallery.Count);

        CoirSplit cirr = Cirr.Read(world["cirr"], "val");
        Assert.Equal(6 * 6, cirr.Triplets.Count);
        Assert.Equal(36, cirr.Gallery.Count);
        Assert.All(cirr.Triplets, triplet => Assert.Superset(new HashSet<int> { triplet.Query, triplet.Target }, triplet.Subset.ToHashSet()));
        Assert.Equal(10 * 9, Cirr.Read(world["cirr"], "train").Triplets.Count);

        foreach (string category in FashionIq.Categories)
        {
            Assert.Equal(4 * 12, FashionIq.Read(world["fashioniq"], category, "train").Triplets.Count);
            CoirSplit fashion = FashionIq.Read(world["fashioniq"], category, "val");
            Assert.Equal(24, fashion.Gallery.Count);
            Assert.All(fashion.Triplets, triplet => Assert.NotEqual(triplet.Texts[0], triplet.Texts[1]));
        }

        foreach (ImageRef image in train.Images.Concat(val.Images).Concat(cirr.Images))
            Assert.Equal((32, 32), ImageFile.ReadSize(image.Path));
        foreach (CoirSplit split in new[] { train, val, cirr })
            Assert.All(split.Triplets, triplet => Assert.NotEqual(triplet.Query, triplet.Target));
        Assert.Equal(60, CocoCaptions.Read(world["pretrain/captions_train2014.json"]).Count);
        Assert.All(CocoCaptions.Read(world["lasco/captions_val2014.json"]), image => Assert.InRange(image.Captions.Count, 2, 3));
    }

    [Fact]
    public void Train_and_val_share_no_image_id()
    {
        IEnumerable<string> Ids(string split) => CocoCaptions.Read(world[$"lasco/captions_{split}2014.json"]).Select(image => image.FileName[^10..]);
        Assert.Empty(Ids("train").Intersect(Ids("val")));
    }

    [Fact]
    public void A_second_writing_leaves_the_first_alone()
    {
        string file = Directory.GetFiles(world["fashioniq/images"])[0];
        DateTime before = File.GetLastWriteTimeUtc(file);
        var heard = new List<MiniWorldProgress>();
        MiniWorld.Write(world.Folder, TinyWorld.Seed, TinyWorld.Size, new Listener(heard));
        Assert.Equal(before, File.GetLastWriteTimeUtc(file));
        Assert.Empty(heard);
    }

    [Fact]
    public void An_interrupted_writing_is_recognised_and_replaced()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var progress = new Listener([], _ => stop.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => MiniWorld.Write(folder.Path, TinyWorld.Seed, TinyWorld.Size, progress, stop.Token));
        Assert.False(File.Exists(Path.Combine(folder.Path, "mini.json")));
        File.WriteAllText(Path.Combine(folder.Path, "lasco", "stray"), "of another size");

        MiniWorld.Write(folder.Path, TinyWorld.Seed, TinyWorld.Size);
        Assert.Equal(Files(world["lasco"]), Files(Path.Combine(folder.Path, "lasco")));
        Assert.Equal(File.ReadAllText(world["mini.json"]), File.ReadAllText(Path.Combine(folder.Path, "mini.json")));
    }

    [Fact]
    public void A_folder_of_another_dataset_is_not_touched()
    {
        using var folder = new TemporaryFolder();
        string precious = Path.Combine(folder.Path, "cirr", "captions.json");
        Directory.CreateDirectory(Path.GetDirectoryName(precious)!);
        File.WriteAllText(precious, "real");
        var error = Assert.Throws<InputException>(() => MiniWorld.Write(folder.Path, TinyWorld.Seed, TinyWorld.Size));
        Assert.Contains("cirr", error.Message);
        Assert.Equal("real", File.ReadAllText(precious));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "lasco")));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Ten_thousand_images_take_less_than_a_minute()
    {
        using var folder = new TemporaryFolder();
        var clock = Stopwatch.StartNew();
        MiniWorld.WritePretraining(folder.Path, 1, TinyWorld.Size with { Resolution = 64, PretrainingTrainImages = 10_000, PretrainingValImages = 1 });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"10,000 images took {clock.Elapsed.TotalSeconds:F0} s");
    }

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Hashes(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    private sealed class Listener(List<MiniWorldProgress> heard, Action<MiniWorldProgress>? then = null) : IProgress<MiniWorldProgress>
    {
        public void Report(MiniWorldProgress value)
        {
            lock (heard)
                heard.Add(value);
            then?.Invoke(value);
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("lasco-mini-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
