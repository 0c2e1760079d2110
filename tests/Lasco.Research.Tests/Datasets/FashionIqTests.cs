using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class FashionIqTests
{
    private const string Captions = """[{"target":"T","candidate":"C","captions":["is red","is big"],"extra":{"a":[1,"x"]}},{"target":"C","candidate":"U","captions":["","é"]}]""";

    [Theory]
    [InlineData("dress", "train", 5985, 11452, 7757)]
    [InlineData("shirt", "train", 5988, 19036, 8988)]
    [InlineData("toptee", "train", 6027, 16121, 8695)]
    [InlineData("dress", "val", 2017, 3817, 2628)]
    [InlineData("shirt", "val", 2038, 6346, 3089)]
    [InlineData("toptee", "val", 1961, 5373, 2902)]
    [InlineData("dress", "test", 2024, 3818, 1356)]
    [InlineData("shirt", "test", 2038, 6346, 1496)]
    [InlineData("toptee", "test", 2056, 5374, 1509)]
    public void Reads_the_released_files(string category, string split, int triplets, int gallery, int tripletImages)
    {
        string root = SharedFolder.Require("data/fashioniq");
        CoirSplit read = FashionIq.Read(root, category, split);
        Assert.Equal($"FashionIQ {category} {split}", read.Name);
        Assert.Equal((triplets, gallery, gallery), (read.Triplets.Count, read.Gallery.Count, read.Images.Count));
        Assert.All(read.Triplets, triplet => Assert.Equal(split == "test", triplet.Target < 0));

        CoirSplit small = FashionIq.Read(root, category, split, tripletImagesOnly: true);
        Assert.Equal((triplets, tripletImages, tripletImages), (small.Triplets.Count, small.Gallery.Count, small.Images.Count));
        for (int i = 0; i < triplets; i += 97)
            Assert.Equal(read.Images[read.Triplets[i].Query], small.Images[small.Triplets[i].Query]);
    }

    [Fact]
    public void Three_validation_captions_are_empty_and_the_galleries_have_15415_images()
    {
        string root = SharedFolder.Require("data/fashioniq");
        CoirSplit[] val = [.. FashionIq.Categories.Select(category => FashionIq.Read(root, category, "val"))];
        Assert.Equal(3, val.Sum(split => split.Triplets.Sum(triplet => triplet.Texts.Count(text => text == ""))));
        Assert.Equal(15_415, val.SelectMany(split => split.Images.Select(image => image.Id)).Distinct().Count());
        Assert.Equal("Is shiny and silver with shorter sleeves and fit and flare", val[0].Triplets[0].Text);
        Assert.Equal(" and is grey with a design on the back", val[1].Triplets[1928].Text);
    }

    [Fact]
    public void Reads_a_small_root()
    {
        using var folder = new AnnotationFolder();
        WriteDress(folder);
        CoirSplit split = FashionIq.Read(folder.Root, "dress", "val");
        Assert.Equal(["C", "X", "T", "U"], split.Images.Select(image => image.Id));
        Assert.Equal([0, 1, 2, 3], split.Gallery);
        Assert.Equal([(0L, 0, 2), (1L, 3, 0)], split.Triplets.Select(triplet => (triplet.Id, triplet.Query, triplet.Target)));
        Assert.Equal(["", "é"], split.Triplets[1].Texts);
        Assert.False(split.ExcludeQuery);
        Assert.Equal([10, 50], split.Ks);
        Assert.Empty(split.SubsetKs);
        Assert.Equal(["C", "T", "U"], FashionIq.Read(folder.Root, "dress", "val", tripletImagesOnly: true).Images.Select(image => image.Id));
    }

    [Fact]
    public void Finds_png_and_jpg_side_by_side_and_an_image_root_elsewhere()
    {
        using var folder = new AnnotationFolder();
        WriteDress(folder);
        string c = folder.Write("images/C.jpg", ""), t = folder.Write("images/T.png", ""), elsewhere = folder.Write("photos/U.jpg", "");
        CoirSplit split = FashionIq.Read(folder.Root, "dress", "val");
        Assert.Equal((c, t), (split.Images[0].Path, split.Images[2].Path));
        Assert.Equal(elsewhere, FashionIq.Read(folder.Root, "dress", "val", folder.PathOf("photos")).Images[3].Path);

        var exception = Assert.Throws<InputException>(split.RequireImages);
        Assert.Equal(folder.PathOf("images/X.png"), exception.File);
        Assert.Contains("of the 4 images of FashionIQ dress val", exception.Message);
        Assert.Contains("split.dress.val.json, 2 are missing", exception.Message);
        folder.Write("images/X.png", "");
        folder.Write("images/U.png", "");
        FashionIq.Read(folder.Root, "dress", "val").RequireImages();
    }

    [Theory]
    [InlineData("captions", """[{"candidate":"C","captions":["a","b"]}]""", "line 1, column 2, triplet 0: \"target\" is missing")]
    [InlineData("captions", """[{"target":"C","candidate":"C","captions":["a"]}]""", "triplet 0, \"captions\": expected a caption, the second of two, found the end of the list")]
    [InlineData("captions", """[{"target":"C","candidate":"C","captions":["a","b","c"]}]""", "expected a list of two captions, found the string \"c\"")]
    [InlineData("captions", """[{"target":"C","candidate":"C","captions":["a",null]}]""", "found null")]
    [InlineData("captions", """[{"target":"C","candidate":"N","captions":["a","b"]}]""", "triplet 0, \"candidate\": the image \"N\" is not in ")]
    [InlineData("image_splits", """["C","C"]""", "line 1, column 6, image 1: the image \"C\" is listed twice")]
    [InlineData("image_splits", """["../C"]""", "expected the name of an image, without a folder, found the string \"../C\"")]
    [InlineData("image_splits", """[""]""", "expected the name of an image")]
    [InlineData("image_splits", """["a\u0000"]""", "expected the name of an image")]
    [InlineData("image_splits", """{"C":1}""", "expected a list of image names, found an object")]
    public void Refuses_malformed_files(string kind, string content, string message)
    {
        using var folder = new AnnotationFolder();
        WriteDress(folder);
        string file = folder.Write($"{kind}/{(kind == "captions" ? "cap" : "split")}.dress.val.json", content);
        var exception = Assert.Throws<InputException>(() => FashionIq.Read(folder.Root, "dress", "val"));
        Assert.Equal(file, exception.File);
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public void Refuses_unknown_names()
    {
        Assert.Contains("\"hats\"", Assert.Throws<InputException>(() => FashionIq.Read(".", "hats", "val")).Message);
        Assert.Contains("\"dev\"", Assert.Throws<InputException>(() => FashionIq.Read(".", "dress", "dev")).Message);
    }

    private static void WriteDress(AnnotationFolder folder)
    {
        folder.Write("image_splits/split.dress.val.json", """["C","X","T","U"]""");
        folder.Write("captions/cap.dress.val.json", Captions);
    }
}
