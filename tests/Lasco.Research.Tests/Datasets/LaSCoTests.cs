using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class LaSCoTests
{
    private const string Corpus = """[{"id":42,"path":"val/val2014/COCO_42.jpg"},{"id":73,"path":"val/val2014/COCO_73.jpg"},{"path":"val/val2014/COCO_7.jpg","id":7}]""";
    private const string Val = """[{"qid":7001,"query-image":[7,"val2014/COCO_7.jpg"],"query-text":"The dog is \"brown\"","target-image":[42,"val2014/COCO_42.jpg"],"more":[1,{"x":null}]}]""";

    [Fact]
    public void Reads_the_released_validation_corpus()
    {
        using var folder = new AnnotationFolder();
        File.Copy(Path.Combine(SharedFolder.Require("data/lasco"), "lasco_val_corpus.json"), folder.PathOf("lasco_val_corpus.json"));
        folder.Write("lasco_val.json", """[{"qid":42000,"query-image":[42,"val2014/COCO_val2014_000000000042.jpg"],"query-text":"x","target-image":[73,"val2014/COCO_val2014_000000000073.jpg"]}]""");
        CoirSplit split = LaSCo.Read(folder.Root, "val");
        Assert.Equal((39_826, 39_826), (split.Images.Count, split.Gallery.Count));
        Assert.Equal(new ImageRef("42", folder.PathOf("val2014/COCO_val2014_000000000042.jpg")), split.Images[0]);
        Assert.Equal((0, 1), (split.Triplets[0].Query, split.Triplets[0].Target));
    }

    [Fact]
    public void Reads_val_with_its_corpus()
    {
        using AnnotationFolder folder = Root();
        CoirSplit split = LaSCo.Read(folder.Root, "val");
        Assert.Equal(["42", "73", "7"], split.Images.Select(image => image.Id));
        Assert.Equal([0, 1, 2], split.Gallery);
        Triplet triplet = Assert.Single(split.Triplets);
        Assert.Equal((7001L, 2, 0, "The dog is \"brown\""), (triplet.Id, triplet.Query, triplet.Target, triplet.Text));
        Assert.Empty(triplet.Subset);
        Assert.Equal([1, 5, 10, 50, 500, 1000], split.Ks);
        Assert.False(split.ExcludeQuery);
        Assert.True(LaSCo.Read(folder.Root, "val", excludeQuery: true).ExcludeQuery);
    }

    [Fact]
    public void Reads_train_with_all_its_images_and_a_byte_order_mark()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", "\uFEFF" + """
            [{"qid":1,"query-image":[5,"train2014/a.jpg"],"query-text":"x","target-image":[6,"val2014/b.jpg"]},
             {"target-image":[5,"train2014/a.jpg"],"query-text":"y","query-image":[8,"train2014/c.jpg"],"qid":2}]
            """);
        CoirSplit split = LaSCo.Read(folder.Root, "train");
        Assert.Equal(["5", "6", "8"], split.Images.Select(image => image.Id));
        Assert.Equal([(0, 1), (2, 0)], split.Triplets.Select(triplet => (triplet.Query, triplet.Target)));
        Assert.Equal([0, 1, 2], split.Gallery);
    }

    [Theory]
    [InlineData("""{"5":"train2014/a.jpg","6":"val2014/b.jpg","9":"train2014/d.jpg"}""")]
    [InlineData("""[{"id":5,"path":"train/train2014/a.jpg"},{"id":6,"path":"val/val2014/b.jpg"},{"id":9,"path":"train/train2014/d.jpg"}]""")]
    public void Reads_train_with_its_corpus_where_it_is_there(string corpus)
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train_corpus.json", corpus);
        folder.Write("lasco_train.json", """[{"qid":1,"query-image":[6,"val2014/b.jpg"],"query-text":"x","target-image":[5,"train2014/a.jpg"]}]""");
        CoirSplit split = LaSCo.Read(folder.Root, "train");
        Assert.Equal(["5", "6", "9"], split.Gallery.Select(image => split.Images[image].Id));
        Assert.Equal((1, 0), (split.Triplets[0].Query, split.Triplets[0].Target));
        Assert.Equal(folder.PathOf("lasco_train_corpus.json"), split.Source);

        folder.Write("lasco_train.json", """[{"qid":1,"query-image":[7,"val2014/b.jpg"],"query-text":"x","target-image":[5,"train2014/a.jpg"]}]""");
        Assert.Contains("the image 7 is not in", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
        folder.Write("lasco_train_corpus.json", """{"5":"a.jpg","x":"b.jpg"}""");
        Assert.Contains("expected the id of an image as the key", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
        folder.Write("lasco_train_corpus.json", """{"5":"a.jpg","05":"b.jpg"}""");
        Assert.Contains("the image 5 is listed twice", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
    }

    [Theory]
    [InlineData("val2014")]
    [InlineData("images/val2014")]
    [InlineData("val/val2014")]
    public void Finds_the_images(string place)
    {
        using AnnotationFolder folder = Root();
        foreach (int id in (int[])[42, 73])
            folder.Write($"coco/{place}/COCO_{id}.jpg", "");
        CoirSplit split = LaSCo.Read(folder.Root, "val", folder.PathOf("coco"));
        var exception = Assert.Throws<InputException>(split.RequireImages);
        Assert.Equal(folder.PathOf($"coco/{place}/COCO_7.jpg"), exception.File);
        Assert.Contains("lasco_val_corpus.json, 1 are missing", exception.Message);
        folder.Write($"coco/{place}/COCO_7.jpg", "");
        split.RequireImages();
    }

    [Theory]
    [InlineData("lasco_val.json", """[{"qid":1,"query-text":"x","target-image":[42,"val2014/COCO_42.jpg"]}]""", "line 1, column 2, triplet 0: \"query-image\" is missing")]
    [InlineData("lasco_val.json", """[{"qid":"1"}]""", "line 1, column 9, triplet 0, \"qid\": expected a whole number, found the string \"1\"")]
    [InlineData("lasco_val.json", """[{"qid":NaN}]""", "line 1, column 9, triplet 0, \"qid\": not JSON")]
    [InlineData("lasco_val.json", """[{"qid":1,"qid":1}]""", "\"qid\" stands twice in one object")]
    [InlineData("lasco_val.json", """[{"qid":99999999999999999999}]""", "expected a whole number of at most 64 bits, found the number 99999999999999999999")]
    [InlineData("lasco_val.json", """[{"query-text":null}]""", "\"query-text\": expected a string, found null")]
    [InlineData("lasco_val.json", """[{"query-text":"\ud800"}]""", "expected text, found half of a surrogate pair")]
    [InlineData("lasco_val.json", """[{"query-image":[99,"val2014/COCO_99.jpg"]}]""", "\"query-image\": the image 99 is not in ")]
    [InlineData("lasco_val.json", """[{"query-image":[42,"val2014/COCO_73.jpg"]}]""", "expected image 42 to be COCO_42.jpg as before, found the string \"val2014/COCO_73.jpg\"")]
    [InlineData("lasco_val.json", """[{"query-image":[42]}]""", "expected a path, found the end of the list")]
    [InlineData("lasco_val.json", """[{"query-image":[42,"val2014/COCO_42.jpg",1]}]""", "expected a pair [id, path], found the number 1")]
    [InlineData("lasco_val.json", """[{"query-image":{"id":42}}]""", "expected a pair [id, path], found an object")]
    [InlineData("lasco_val.json", """[7]""", "triplet 0: expected an object with \"qid\", \"query-image\", \"query-text\", \"target-image\", found the number 7")]
    [InlineData("lasco_val.json", """{"data":[]}""", "line 1, column 1: expected a list of triplets, found an object")]
    [InlineData("lasco_val.json", "[{\"x\":1},\n\n {]", "line 1, column 2, triplet 0: \"qid\" is missing")]
    [InlineData("lasco_val.json", "", "line 1, column 1: the file ends before its JSON does")]
    [InlineData("lasco_val.json", "\uFEFF", "line 1, column 1: the file ends before its JSON does")]
    [InlineData("lasco_val.json", "[", "the file ends before its JSON does")]
    [InlineData("lasco_val.json", """[{"qid":1,"query-te""", "triplet 0, \"qid\": the file ends before its JSON does")]
    [InlineData("lasco_val.json", "[] []", "line 1, column 4: not JSON")]
    [InlineData("lasco_val.json", "version https://git-lfs.github.com/spec/v1\n", "line 1, column 1: not JSON")]
    [InlineData("lasco_val.json", "[{\"a\":1,}]", "not JSON")]
    [InlineData("lasco_val.json", "[//c\n]", "not JSON")]
    [InlineData("lasco_val_corpus.json", """[{"id":1,"path":"a.jpg"},{"id":1,"path":"b.jpg"}]""", "line 1, column 26, image 1: the image 1 is listed twice")]
    [InlineData("lasco_val_corpus.json", """[{"id":1,"path":"val2014/"}]""", "expected the path of an image below the image root")]
    [InlineData("lasco_val_corpus.json", """[{"id":1}]""", "image 0: \"path\" is missing")]
    public void Refuses_malformed_files(string path, string content, string message)
    {
        using AnnotationFolder folder = Root();
        string file = folder.Write(path, content);
        var exception = Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "val"));
        Assert.Equal(file, exception.File);
        Assert.Contains(message, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Refuses_a_qid_twice()
    {
        using AnnotationFolder folder = Root();
        folder.Write("lasco_val.json", $"{Val[..^1]},\n{Val[1..]}");
        Assert.Contains("line 2, column 8, triplet 1, \"qid\": the qid 7001 stands in an earlier triplet too", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "val")).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData(-3)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void An_image_is_known_by_any_id(long id)
    {
        using var folder = new AnnotationFolder();
        string Triplet(int qid, string path) => $$"""{"qid":{{qid}},"query-image":[{{id}},"{{path}}"],"query-text":"t","target-image":[7,"train2014/b.jpg"]}""";
        folder.Write("lasco_train.json", $"[{Triplet(1, "train2014/a.jpg")},{Triplet(2, "train/train2014/a.jpg")}]");
        CoirSplit split = LaSCo.Read(folder.Root, "train");
        Assert.Equal([$"{id}", "7"], split.Images.Select(image => image.Id));
        Assert.Equal([0, 0], split.Triplets.Select(triplet => triplet.Query));
        folder.Write("lasco_train.json", $"[{Triplet(1, "train2014/a.jpg")},{Triplet(2, "train2014/c.jpg")}]");
        Assert.Contains($"image {id} to be a.jpg as before", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
    }

    [Fact]
    public void Refuses_missing_files_folders_and_splits()
    {
        using var folder = new AnnotationFolder();
        Assert.Contains("lasco_train.json: there is no such file", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
        Assert.Contains("lasco_train.json: there is no such file", Assert.Throws<InputException>(() => LaSCo.Read(folder.PathOf("none"), "train")).Message);
        Directory.CreateDirectory(folder.PathOf("lasco_train.json"));
        Assert.Contains("lasco_train.json: is a folder; expected a file", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "train")).Message);
        Assert.Contains("\"test\"", Assert.Throws<InputException>(() => LaSCo.Read(folder.Root, "test")).Message);
    }

    private static AnnotationFolder Root()
    {
        var folder = new AnnotationFolder();
        folder.Write("lasco_val_corpus.json", Corpus);
        folder.Write("lasco_val.json", Val);
        return folder;
    }
}
