using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class CirrTests
{
    private const string Images = """{"a":"./dev/a.png","b":"./dev/b.png","c":"./dev/c.png"}""";
    private const string Captions = """[{"pairid":7,"reference":"b","target_hard":"c","target_soft":{"c":1.0},"caption":"x","img_set":{"id":1,"members":["c","b","a"],"reference_rank":2}}]""";

    [Theory]
    [InlineData("val", 4181, 2297)]
    [InlineData("test1", 4148, 2315)]
    public void Reads_the_released_files(string name, int triplets, int images)
    {
        CoirSplit split = Cirr.Read(SharedFolder.Require("data/cirr"), name);
        Assert.Equal((triplets, images, images), (split.Triplets.Count, split.Images.Count, split.Gallery.Count));
        Assert.Equal(triplets, split.Triplets.Select(triplet => triplet.Id).Distinct().Count());
        Assert.All(split.Triplets, triplet =>
        {
            Assert.Equal(6, triplet.Subset.Length);
            Assert.Contains(triplet.Query, triplet.Subset);
            Assert.Equal(name == "test1", triplet.Target < 0);
        });
        Assert.True(split.ExcludeQuery);
        Assert.Equal([1, 5, 10, 50], split.Ks);
        Assert.Equal([1, 2, 3], split.SubsetKs);
    }

    [Fact]
    public void Reads_the_first_released_triplet()
    {
        CoirSplit split = Cirr.Read(SharedFolder.Require("data/cirr"), "val");
        Triplet first = split.Triplets[0];
        Assert.Equal((12060L, "dev-244-0-img0", "dev-1028-1-img1", "show three bottles of soft drink"), (first.Id, split.Images[first.Query].Id, split.Images[first.Target].Id, first.Text));
        Assert.Equal(["dev-430-3-img0", "dev-63-0-img1", "dev-1028-1-img1", "dev-1028-2-img1", "dev-244-0-img0", "dev-1028-2-img0"], first.Subset.Select(image => split.Images[image].Id));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("img_raw/dev")]
    [InlineData("images/dev")]
    public void Finds_the_images(string folderName)
    {
        using AnnotationFolder folder = Root();
        string path = folder.Write($"{folderName}/c.png", "");
        CoirSplit split = Cirr.Read(folder.Root, "val");
        Assert.Equal(path, split.Images[2].Path);
        Assert.Equal((7L, 1, 2, "x"), (split.Triplets[0].Id, split.Triplets[0].Query, split.Triplets[0].Target, split.Triplets[0].Text));
        Assert.Equal([2, 1, 0], split.Triplets[0].Subset);
        Assert.Contains("2 are missing", Assert.Throws<InputException>(split.RequireImages).Message);
    }

    [Theory]
    [InlineData("image_splits/split.rc2.val.json", "{\"a\":\"./dev/a.png\",\n\"a\":\"x\"}", "line 2, column 5, \"a\": the image is listed twice")]
    [InlineData("image_splits/split.rc2.val.json", """{"a":"/etc/a.png"}""", "expected the path of an image below the image root")]
    [InlineData("image_splits/split.rc2.val.json", """{"a":"dev/../../a.png"}""", "expected the path of an image below the image root")]
    [InlineData("image_splits/split.rc2.val.json", """{"a":5}""", "\"a\": expected a path, found the number 5")]
    [InlineData("image_splits/split.rc2.val.json", """["a"]""", "expected an object of image names and paths, found a list")]
    [InlineData("captions/cap.rc2.val.json", """[{"pairid":"7"}]""", "triplet 0, \"pairid\": expected a whole number, found the string \"7\"")]
    [InlineData("captions/cap.rc2.val.json", """[{"pairid":7.5}]""", "expected a whole number of at most 64 bits, found the number 7.5")]
    [InlineData("captions/cap.rc2.val.json", """[{"reference":"z"}]""", "\"reference\": the image \"z\" is not in ")]
    [InlineData("captions/cap.rc2.val.json", """[{"img_set":{"members":["a","a"]}}]""", "\"members\": the member \"a\" stands twice")]
    [InlineData("captions/cap.rc2.val.json", """[{"img_set":{"id":3}}]""", "\"members\" is missing")]
    [InlineData("captions/cap.rc2.val.json", """[{"pairid":7,"reference":"b","target_hard":"c","caption":"x","img_set":{"members":["a","b"]}}]""", "triplet 0: expected the reference and the target among the members of img_set")]
    [InlineData("captions/cap.rc2.val.json", """[{"pairid":7,"reference":"b","caption":"x","img_set":{"members":["a","b"]}}]""", "\"target_hard\" is missing")]
    public void Refuses_malformed_files(string path, string content, string message)
    {
        using AnnotationFolder folder = Root();
        string file = folder.Write(path, content);
        var exception = Assert.Throws<InputException>(() => Cirr.Read(folder.Root, "val"));
        Assert.Equal(file, exception.File);
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public void Refuses_a_pairid_twice_and_an_unknown_split()
    {
        using AnnotationFolder folder = Root();
        folder.Write("captions/cap.rc2.val.json", $"{Captions[..^1]},{Captions[1..]}");
        Assert.Contains("triplet 1, \"pairid\": the pairid 7 stands in an earlier triplet too", Assert.Throws<InputException>(() => Cirr.Read(folder.Root, "val")).Message);
        Assert.Contains("\"test\"", Assert.Throws<InputException>(() => Cirr.Read(folder.Root, "test")).Message);
    }

    private static AnnotationFolder Root()
    {
        var folder = new AnnotationFolder();
        folder.Write("image_splits/split.rc2.val.json", Images);
        folder.Write("captions/cap.rc2.val.json", Captions);
        return folder;
    }
}
