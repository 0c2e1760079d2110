using Lasco.Research.Datasets.Catalog;
using Lasco.Research.Datasets.Downloads;

namespace Lasco.Research.Tests.Datasets.Catalog;

public class DatasetCatalogTests
{
    public static TheoryData<string> Names => [.. DatasetCatalog.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_can_be_obtained(string name)
    {
        CatalogEntry entry = DatasetCatalog.Find(name);
        Assert.Same(entry, Assert.Single(DatasetCatalog.All, other => other.Name == name));
        Assert.All(entry.Files, file => Assert.True(file.Url is not null || entry.Archives.Any(archive => archive.Members.Contains(file.Path))));
        Assert.All(entry.Images, images => Assert.True(entry.ByHand.Count > 0 || entry.Archives.Any(archive => archive.Members.Contains($"{images.Path}/"))));
        Assert.All(entry.Archives.SelectMany(archive => archive.Members), member =>
            Assert.True(entry.Files.Any(file => file.Path == member) || entry.Images.Any(images => $"{images.Path}/" == member)));
        Assert.True(entry.ImagesOf is null || DatasetCatalog.Find(entry.ImagesOf).Images.Count > 0);
        Assert.All(Sums(entry), sum => Assert.Matches("^[0-9a-f]+$", sum.Value));
        Assert.All(Sums(entry), sum => Assert.Equal(sum.Kind switch { ChecksumKind.Sha256 => 64, ChecksumKind.Md5 => 32, _ => 40 }, sum.Value.Length));
        Assert.All(Urls(entry), url => Assert.True(url.Scheme == "https" || Sums(entry).Any(), $"{url} is not protected, and nothing says what it adds up to"));
        Assert.NotEmpty(entry.Licence);
    }

    [Fact]
    public void An_unknown_name_is_refused() =>
        Assert.Contains("expected lasco, cirr, fashioniq, circo, coco2014, coco2017, vqa2, nlvr2, blip", Assert.Throws<InputException>(() => DatasetCatalog.Find("imagenet")).Message);

    private static IEnumerable<Checksum> Sums(CatalogEntry entry) =>
        entry.Files.Select(file => file.Checksum).Concat(entry.Archives.Select(archive => archive.Checksum)).OfType<Checksum>();

    private static IEnumerable<Uri> Urls(CatalogEntry entry) => entry.Files.Select(file => file.Url).OfType<Uri>().Concat(entry.Archives.Select(archive => archive.Url));
}
