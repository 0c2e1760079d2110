using Lasco.Research.Datasets;
using Lasco.Research.Datasets.Catalog;
using Lasco.Research.Imaging;

namespace Lasco.Research.Tests.Datasets.Catalog;

public class DatasetVerifierTests
{
    [Theory]
    [InlineData("fashioniq", 36, 74_381)]
    [InlineData("cirr", 13, 4_612)]
    public void The_released_files_are_as_published(string name, int checks, int images)
    {
        DatasetReport report = DatasetVerifier.Verify(DatasetCatalog.Find(name), SharedFolder.Require($"data/{name}"));
        Assert.Equal((checks, images, images, 0), (report.Checks.Count, report.Images, report.MissingImages, report.DamagedImages));
        Assert.All(report.Checks, check => Assert.True(check.Passed || check is { Subject: "captions/cap.rc2.train.json", Found: "is missing" }, $"{check.Subject}: {check.Found}"));
        Assert.Equal(DatasetVerifier.NamedImages, report.ImageProblems.Count);
        Assert.Equal(report.ImageProblems.OrderBy(problem => problem.Path, StringComparer.Ordinal), report.ImageProblems);
        Assert.False(report.Passed);
    }

    [Fact]
    public void Images_are_decoded_wherever_they_lie()
    {
        string photographs = SharedFolder.Require("data/coco_val2014");
        using var folder = new AnnotationFolder();
        string[] names = ["COCO_val2014_000000127510.jpg", "COCO_val2014_000000185590.jpg", "COCO_val2014_000000200717.jpg", "COCO_val2014_000000324266.jpg"];
        foreach (string name in names)
            folder.Write($"val2014/{name}", File.ReadAllBytes(Path.Combine(photographs, name)));
        byte[] cut = File.ReadAllBytes(folder.PathOf($"val2014/{names[0]}"));
        folder.Write($"val2014/{names[0]}", cut[..(cut.Length / 2)]);
        folder.Write($"val2014/{names[1]}", "<html>404</html>");

        DatasetReport report = DatasetVerifier.Verify(DatasetCatalog.Find("coco2014"), folder.Root);
        Assert.Equal((4, 0, 2), (report.Images, report.MissingImages, report.DamagedImages));
        Assert.Equal([folder.PathOf($"val2014/{names[0]}"), folder.PathOf($"val2014/{names[1]}")], report.ImageProblems.Select(problem => problem.Path));
        Assert.Contains("HTML", report.ImageProblems[1].Problem);
        Assert.Contains(report.Checks, check => check is { Subject: "val2014 folder: images", Passed: false, Found: "4; published: 40,504" });
    }

    [Fact]
    public void Files_that_are_not_what_they_are_called_are_reported_and_the_rest_goes_on()
    {
        using var folder = new AnnotationFolder();
        folder.Write("captions/cap.rc2.val.json", "[{\"pairid\":");
        folder.Write("captions/cap.rc2.test1.json", "[]");
        folder.Write("image_splits/split.rc2.val.json", "{}");
        folder.Write("image_splits/split.rc2.test1.json", """{"test1-1-0-img0":"./test1/test1-1-0-img0.png","dev-1-0-img0":"./dev/other.png"}""");
        folder.Write("captions_ext/cap.ext.rc2.test1.json", """[{"pairid":1,"reference":"a","caption_extend":{"0":"","1":"","2":"","3":""}}]""");
        folder.Write("captions/cap.rc2.train.json", [0xFF, 0xFE, 0x00]);
        DatasetReport report = DatasetVerifier.Verify(DatasetCatalog.Find("cirr"), folder.Root);
        Assert.Contains(report.Checks, check => check is { Subject: "val", Passed: false } && check.Found.Contains("is it cut short?"));
        Assert.Contains(report.Checks, check => check is { Subject: "train", Passed: false });
        Assert.Contains(report.Checks, check => check is { Subject: "captions/cap.rc2.val.json", Passed: false } && check.Found.StartsWith("11 bytes; the published file has 1,609,916"));
        Assert.Contains(report.Checks, check => check is { Subject: "test1: triplets", Passed: false, Found: "0; published: 4,148" });
        Assert.Contains(report.Checks, check => check is { Subject: "test1", Passed: false } && check.Found.Contains("the image dev-1-0-img0 is not named as NLVR2 names the images of test1"));
        Assert.Contains(report.Checks, check => check is { Subject: "test1, extended captions", Passed: false } && check.Found.Contains("the pair 1 is not one of"));
        Assert.Equal((2, 2), (report.Images, report.MissingImages));
    }

    [Fact]
    public void Every_bad_annotation_is_named_by_item_and_id()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_val_corpus.json", """[{"id":1,"path":"val/val2014/1.jpg"},{"id":2,"path":"val/val2014/2.jpg"}]""");
        folder.Write("lasco_val.json", """
            [{"qid":"10","query-image":[1,"val2014/1.jpg"],"query-text":"x","target-image":[2,"val2014/2.jpg"]},
             {"qid":11,"query-image":[9,"val2014/9.jpg"],"query-text":null,"target-image":[2]},
             {"qid":12,"query-image":[1,"val2014/1.jpg"],"query-text":"fine","target-image":[2,"val2014/2.jpg"]},
             {"qid":12,"query-text":"y","target-image":[8,"val2014/8.jpg"]},
             7]
            """);
        Assert.Equal(
        [
            "triplet 0: \"qid\": expected a whole number, found the string \"10\"",
            "triplet 1 (qid 11): \"query-image\": the image 9 is not in the corpus",
            "triplet 1 (qid 11): \"query-text\": expected text, found null",
            "triplet 1 (qid 11): \"target-image\": expected a pair [id, path], found a list of 1",
            "triplet 3 (qid 12): the qid stands in an earlier triplet too",
            "triplet 3 (qid 12): \"query-image\" is missing",
            "triplet 3 (qid 12): \"target-image\": the image 8 is not in the corpus",
            "triplet 4: expected an object",
        ],
        DatasetVerifier.Verify(DatasetCatalog.Find("lasco"), folder.Root).Checks.Where(check => check.Subject == "val").Skip(1).Select(check => check.Found));

        folder.Write("image_splits/split.rc2.val.json", """{"dev-1-0-img0":"./dev/dev-1-0-img0.png"}""");
        folder.Write("captions/cap.rc2.val.json", "[" + string.Join(',', Enumerable.Range(0, 30).Select(id => $$$"""{"pairid":{{{id}}},"reference":"z","target_hard":5,"caption":"\ud800","img_set":{"members":["y",3]}}""")) + "]");
        DatasetCheck[] checks = [.. DatasetVerifier.Verify(DatasetCatalog.Find("cirr"), folder.Root).Checks.Where(check => check.Subject == "val")];
        Assert.Contains(checks, check => check.Found == "triplet 3 (pairid 3): \"caption\": expected text, found bytes that are not UTF-8 text");
        Assert.Contains(checks, check => check.Found == "triplet 0 (pairid 0): \"members\": the image \"y\" is not in the split file");
        Assert.Equal("and 130 more problems, 150 in all", checks[^1].Found);
    }

    [Fact]
    public void Vqa_files_are_counted()
    {
        using var folder = new AnnotationFolder();
        folder.Write("v2_OpenEnded_mscoco_val2014_questions.json", """{"info":{"x":[1,2]},"questions":[{"question_id":1},{"question_id":2,"more":[[],{}]}],"license":null}""");
        folder.Write("v2_mscoco_val2014_complementary_pairs.json", "[[1,2],[3,4],[5,6]]");
        folder.Write("v2_mscoco_val2014_annotations.json", """{"questions":[]}""");
        DatasetReport report = DatasetVerifier.Verify(DatasetCatalog.Find("vqa2"), folder.Root);
        Assert.Contains(report.Checks, check => check is { Subject: "v2_OpenEnded_mscoco_val2014_questions: questions", Found: "2; published: 214,354" });
        Assert.Contains(report.Checks, check => check is { Subject: "v2_mscoco_val2014_complementary_pairs: pairs", Found: "3; published: 95,144" });
        Assert.Contains(report.Checks, check => check.Subject == "v2_mscoco_val2014_annotations" && check.Found.Contains("\"annotations\" is missing"));
    }

    [Fact]
    public void Vqa_files_are_held_against_each_other()
    {
        using var folder = new AnnotationFolder();
        string Question(int id, int image, string text) => $$"""{"image_id":{{image}},"question":"{{text}}","question_id":{{id}}}""";
        string Annotation(int id, int image) => $$"""{"image_id":{{image}},"question_id":{{id}},"multiple_choice_answer":"yes","answers":[]}""";
        folder.Write(Vqa.QuestionFile("val"), $$"""{"data_subtype":"val2014","questions":[{{Question(10, 1, "Is it?")}},{{Question(20, 2, "Is it?")}},{{Question(30, 3, "Why?")}}]}""");
        folder.Write(Vqa.AnnotationFile("val"), $$"""{"data_subtype":"val2014","annotations":[{{Annotation(10, 1)}},{{Annotation(20, 9)}},{{Annotation(40, 4)}}]}""");
        folder.Write(Vqa.PairFile("val"), "[[10,20],[10,30],[10,50]]");
        string[] problems = [.. DatasetVerifier.Verify(DatasetCatalog.Find("vqa2"), folder.Root).Checks.Where(check => check.Subject == "val questions, answers and pairs").Select(check => check.Found)];
        foreach (string expected in new[]
        {
            $"{Vqa.AnnotationFile("val")}: question 20: question and annotation name different images", $"{Vqa.AnnotationFile("val")}: question 40: no question has this id",
            $"{Vqa.QuestionFile("val")}: question 30: has no answer", $"{Vqa.PairFile("val")}: question 50: no question has this id",
        })
        {
            Assert.Contains(problems, problem => problem.StartsWith(expected, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Circo_and_its_gallery_pass_when_they_are_whole()
    {
        using var folder = new AnnotationFolder();
        folder.Write("val.json", """[{"reference_img_id":3,"target_img_id":5,"relative_caption":"x","shared_concept":"y","gt_img_ids":[5],"id":0}]""");
        folder.Write("coco/annotations/image_info_unlabeled2017.json", """{"images":[{"id":3,"file_name":"3.jpg"},{"id":5,"file_name":"5.jpg"}]}""");
        ImageFile.WritePng(folder.PathOf("coco/unlabeled2017/3.jpg"), new RgbImage(2, 2, new byte[12]));
        ImageFile.WriteJpeg(folder.PathOf("coco/unlabeled2017/5.jpg"), new RgbImage(2, 2, new byte[12]));
        DatasetReport report = DatasetVerifier.Verify(DatasetCatalog.Find("circo"), folder.Root, folder.PathOf("coco"));
        Assert.Equal((2, 0, 0), (report.Images, report.MissingImages, report.DamagedImages));
        Assert.Contains(report.Checks, check => check is { Subject: "gallery: images", Found: "2; published: 123,403" });
    }

    [Fact]
    public void A_folder_that_is_not_there_is_bad_input_and_a_stop_is_a_stop()
    {
        Assert.Throws<InputException>(() => DatasetVerifier.Verify(DatasetCatalog.Find("cirr"), "/nowhere"));
        using var folder = new AnnotationFolder();
        Assert.Throws<InputException>(() => DatasetVerifier.Verify(DatasetCatalog.Find("cirr"), folder.Root, "/nowhere"));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => DatasetVerifier.Verify(DatasetCatalog.Find("cirr"), folder.Root, cancellation: stopped.Token));
    }
}
