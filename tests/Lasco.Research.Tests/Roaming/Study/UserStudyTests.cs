using Lasco.Research.Datasets;
using Lasco.Research.Imaging;
using Lasco.Research.Roaming.Study;
using Lasco.Research.Tests.Mini;

namespace Lasco.Research.Tests.Roaming.Study;

public sealed class UserStudyTests(TinyWorld world) : IClassFixture<TinyWorld>, IDisposable
{
    private readonly StudyFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("lasco")]
    [InlineData("cirr")]
    [InlineData("fashioniq")]
    public void Draws_different_triplets_of_any_dataset_by_seed(string dataset)
    {
        var splits = CoirDatasets.Read(dataset, world[dataset], "val");
        var all = splits.SelectMany(split => split.Triplets.Select(triplet => (Id: $"{split.Name} {triplet.Id}", triplet.Text, split.Images[triplet.Query].Path, Target: split.Images[triplet.Target].Path))).ToList();
        var study = Draw(splits, 8, seed: 1);
        Assert.Equal(8, study.Items.DistinctBy(item => item.Id).Count());
        Assert.All(study.Items, item => Assert.Contains((item.Id, item.Text, item.QueryPath, item.TargetPath), all));
        Assert.Equal(study.Items, Draw(splits, 8, seed: 1).Items);
        Assert.Equal(study.Id, Draw(splits, 8, seed: 1).Id);
        Assert.NotEqual(study.Id, Draw(splits, 8, seed: 2).Id);
        Assert.Equal(all.Select(item => item.Id).Order(), Draw(splits, int.MaxValue, seed: 1).Items.Select(item => item.Id).Order());
        string page = folder["page.html"];
        StudyPage.Write(study, page);
        Assert.Equal(study.Id, StudyPage.ReadKey(page).Id);
    }

    [Fact]
    public void Every_triplet_has_the_same_chance()
    {
        var split = folder.Split("a", "b", "c", "d", "e");
        var times = new Dictionary<string, int>();
        for (int seed = 0; seed < 2000; seed++)
        {
            foreach (var item in Draw([split], 2, seed).Items)
                times[item.Text] = times.GetValueOrDefault(item.Text) + 1;
        }

        Assert.All(times.Values, count => Assert.InRange(count, 700, 900)); // 800 ± 4.5 standard deviations
    }

    [Fact]
    public void Triplets_with_a_hidden_target_are_not_drawn()
    {
        var split = folder.Split("a", "b");
        var half = split with { Triplets = [split.Triplets[0], split.Triplets[1] with { Target = -1 }] };
        Assert.Equal("a", Assert.Single(Draw([half], 5, seed: 0).Items).Text);
        var hidden = split with { Triplets = [.. split.Triplets.Select(triplet => triplet with { Target = -1 })] };
        Assert.Contains("Test val: no triplet has a known target", Assert.Throws<InputException>(() => Draw([hidden], 5, seed: 0)).Message);
    }

    [Fact]
    public void Pictures_shrink_to_the_size_but_never_grow()
    {
        var split = folder.Split("a");
        ImageFile.WritePng(split.Images[0].Path, new RgbImage(600, 3, new byte[600 * 3 * 3]));
        string page = folder["page.html"];
        StudyPage.Write(Draw([split], 1, seed: 0), page, pictureSize: 100);
        var sizes = File.ReadLines(page).Where(line => line.StartsWith("<script type=\"text/plain\"", StringComparison.Ordinal))
            .Select(line => ImageFile.Decode(Convert.FromBase64String(line[(line.IndexOf('>') + 1)..line.LastIndexOf('<')]), page))
            .Select(image => (image.Width, image.Height));
        Assert.Equal([(100, 1), (48, 60)], sizes);
    }

    [Fact]
    public void A_missing_picture_is_named_and_leaves_no_page()
    {
        var split = folder.Split("a");
        File.Delete(split.Images[1].Path);
        Assert.Contains("1.png", Assert.Throws<InputException>(() => StudyPage.Write(Draw([split], 1, seed: 0), folder["page.html"])).Message);
        Assert.False(File.Exists(folder["page.html"]));
    }

    private static UserStudy Draw(IReadOnlyList<CoirSplit> splits, int count, long seed) => UserStudy.Draw(splits, count, seed, RatingScale.GoodBad, "Title");
}
