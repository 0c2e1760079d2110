using System.Text.Json;
using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class CircoTests
{
    private const string Val = """
        [{"reference_img_id":3,"target_img_id":5,"relative_caption":"has two dogs","shared_concept":"a dog","gt_img_ids":[5,8],"id":0,"semantic_aspects":["cardinality"]},
         {"reference_img_id":5,"target_img_id":3,"relative_caption":"is alone","shared_concept":"a dog","gt_img_ids":[3],"id":1,"semantic_aspects":[]}]
        """;

    private const string Test = """[{"reference_img_id":8,"relative_caption":"x","shared_concept":"y","id":4}]""";
    private const string Images = """{"info":{},"images":[{"license":1,"file_name":"000000000003.jpg","id":3},{"id":5,"file_name":"000000000005.jpg"},{"id":8,"file_name":"000000000008.jpg"}],"licenses":[]}""";

    [Fact]
    public void Reads_the_released_annotations()
    {
        IReadOnlyList<CircoQuery> queries = Circo.ReadQueries(SharedFolder.Require("data/circo"), "val");
        Assert.Equal((220, 916, 14), (queries.Count, queries.Sum(query => query.GroundTruths.Count), queries.Max(query => query.GroundTruths.Count)));
        Assert.Equal((0, 271_520, "shows two people and has a more colorful background", "a girl with a traditional Chinese umbrella"), ((int)queries[0].Id, (int)queries[0].Reference, queries[0].RelativeCaption, queries[0].SharedConcept));
        Assert.Equal([355_099L, 528_417, 534_704], queries[0].GroundTruths);
        Assert.Equal(["cardinality", "statement_with_conjunction", "comparative_statement", "spatial_relations_background"], queries[0].SemanticAspects);
    }

    [Fact]
    public void Reads_a_split_with_its_gallery()
    {
        using AnnotationFolder folder = Root();
        CoirSplit split = Circo.Read(folder.Root, "val");
        Assert.Equal(["3", "5", "8"], split.Gallery.Select(image => split.Images[image].Id));
        Assert.Equal((0, 1, "has two dogs"), (split.Triplets[0].Query, split.Triplets[0].Target, split.Triplets[0].Text));
        Assert.Equal([2], split.Triplets[0].FurtherTargets);
        Assert.Empty(split.Triplets[1].FurtherTargets);
        Assert.Equal([5, 10, 25, 50], split.MapKs);
        Assert.False(split.ExcludeQuery);

        CoirSplit test = Circo.Read(folder.Root, "test");
        Assert.Equal((4L, 2, -1), (test.Triplets[0].Id, test.Triplets[0].Query, test.Triplets[0].Target));
        Assert.Equal("CIRCO val", Assert.Single(CoirDatasets.Read("circo", folder.Root, "val")).Name);
        Assert.DoesNotContain("circo", CoirDatasets.Names);
    }

    [Theory]
    [InlineData("", "COCO2017_unlabeled/annotations", "COCO2017_unlabeled/unlabeled2017")]
    [InlineData("coco", "annotations", "unlabeled2017")]
    [InlineData("coco", "", "unlabeled2017")]
    [InlineData("coco", "annotations", "images/unlabeled2017")]
    public void Finds_the_gallery(string imageRoot, string list, string images)
    {
        using var folder = new AnnotationFolder();
        folder.Write("val.json", Val);
        folder.Write(Path.Combine(imageRoot, list, "image_info_unlabeled2017.json"), Images);
        string first = folder.Write(Path.Combine(imageRoot, images, "000000000003.jpg"), "");
        CoirSplit split = Circo.Read(folder.Root, "val", folder.PathOf(imageRoot));
        Assert.Equal(first, split.Images[0].Path);
    }

    [Theory]
    [InlineData("annotations/val.json", """[{"id":"0"}]""", "query 0, \"id\": expected a whole number, found the string \"0\"")]
    [InlineData("annotations/val.json", """[{"gt_img_ids":[5,5]}]""", "\"gt_img_ids\": the image 5 stands twice among the right answers")]
    [InlineData("annotations/val.json", """[{"id":0,"reference_img_id":3,"target_img_id":8,"relative_caption":"x","shared_concept":"y","gt_img_ids":[5,8]}]""", "expected gt_img_ids to begin with the target_img_id 8")]
    [InlineData("annotations/val.json", """[{"id":0,"reference_img_id":3,"target_img_id":8,"relative_caption":"x","shared_concept":"y","gt_img_ids":[]}]""", "expected gt_img_ids to begin with")]
    [InlineData("annotations/val.json", """[{"id":0,"reference_img_id":3,"relative_caption":"x","shared_concept":"y"}]""", "\"target_img_id\" is missing")]
    [InlineData("annotations/val.json", """[{"id":7,"reference_img_id":99,"target_img_id":8,"relative_caption":"x","shared_concept":"y","gt_img_ids":[8]}]""", "query 7: the image 99 is not in ")]
    [InlineData("annotations/val.json", "{}", "expected a list of queries")]
    [InlineData("COCO2017_unlabeled/annotations/image_info_unlabeled2017.json", """{"images":[{"id":3,"file_name":"../x.jpg"}]}""", "expected a file name, without a folder")]
    [InlineData("COCO2017_unlabeled/annotations/image_info_unlabeled2017.json", """{"images":[{"id":3,"file_name":"x.jpg"},{"id":3,"file_name":"y.jpg"}]}""", "the image 3 is listed twice")]
    [InlineData("COCO2017_unlabeled/annotations/image_info_unlabeled2017.json", """{"annotations":[]}""", "\"images\" is missing")]
    public void Refuses_malformed_files(string path, string content, string message)
    {
        using AnnotationFolder folder = Root();
        string file = folder.Write(path, content);
        var exception = Assert.Throws<InputException>(() => Circo.Read(folder.Root, "val"));
        Assert.Contains(message, exception.Message);
        Assert.Equal(file, exception.File);
    }

    [Fact]
    public void Refuses_an_id_twice_and_an_unknown_split()
    {
        using AnnotationFolder folder = Root();
        folder.Write("annotations/test.json", $"{Test[..^1]},{Test[1..]}");
        Assert.Contains("query 1: the id 4 stands in an earlier query too", Assert.Throws<InputException>(() => Circo.Read(folder.Root, "test")).Message);
        Assert.Contains("\"train\"", Assert.Throws<InputException>(() => Circo.Read(folder.Root, "train")).Message);
    }

    [Fact]
    public void The_submission_has_fifty_ids_for_each_query()
    {
        using var folder = new AnnotationFolder();
        folder.Write("test.json", Test);
        folder.Write("annotations/image_info_unlabeled2017.json", $$"""{"images":[{{string.Join(',', Enumerable.Range(1, 60).Select(id => $$"""{"id":{{id * 10}},"file_name":"{{id}}.jpg"}"""))}},{"id":8,"file_name":"8.jpg"}]}""");
        CoirSplit split = Circo.Read(folder.Root, "test");
        int[] ranking = [.. Enumerable.Range(0, 60).Reverse()];
        CircoSubmission.Write(folder.PathOf("out.json"), split, [ranking]);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder.PathOf("out.json")));
        Assert.Equal(Enumerable.Range(11, 50).Reverse().Select(id => id * 10), json.RootElement.GetProperty("4").EnumerateArray().Select(id => id.GetInt32()));
        Assert.Throws<ArgumentException>(() => CircoSubmission.Write(folder.PathOf("bad.json"), split, [ranking[..49]]));
        Assert.Throws<ArgumentException>(() => CircoSubmission.Write(folder.PathOf("bad.json"), split, [[.. ranking[..49], ranking[0]]]));
        Assert.Throws<ArgumentException>(() => CircoSubmission.Write(folder.PathOf("bad.json"), split, []));
        Assert.False(File.Exists(folder.PathOf("bad.json")));
    }

    private static AnnotationFolder Root()
    {
        var folder = new AnnotationFolder();
        folder.Write("annotations/val.json", Val);
        folder.Write("annotations/test.json", Test);
        folder.Write("COCO2017_unlabeled/annotations/image_info_unlabeled2017.json", Images);
        return folder;
    }
}
