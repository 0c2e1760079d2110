using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class CirrExtendedTests
{
    private const string Pair = """{"pairid": 7, "reference": "dev-1-0-img0", "target_hard": "dev-1-0-img1", "caption_extend": {"0": "being a photo of a dog", "1": "[c] None existed", "2": "[cr0] Nothing worth mentioning", "3": "[cr1] Covered in query"}}""";

    [Fact]
    public void Reads_answers_and_takes_markers_for_none()
    {
        using var folder = new AnnotationFolder();
        folder.Write("captions_ext/cap.ext.rc2.val.json", $"[{Pair}]");
        Assert.Equal(new CirrExtendedCaption(7, "dev-1-0-img0", "dev-1-0-img1", "being a photo of a dog", null, null, null), Assert.Single(CirrExtended.Read(folder.Root, "val")));
        folder.Write("captions_ext/cap.ext.rc2.test1.json", "[" + Pair.Replace("\"target_hard\": \"dev-1-0-img1\", ", "").Replace("[c] None existed", "[cx] is a text") + "]");
        CirrExtendedCaption hidden = Assert.Single(CirrExtended.Read(folder.Root, "test1"));
        Assert.Equal((null, "[cx] is a text"), (hidden.Target, hidden.Changed));
    }

    [Theory]
    [InlineData("val", """[{"pairid": 7, "reference": "a", "caption_extend": {"0": "", "1": "", "2": "", "3": ""}}]""", "\"target_hard\" is missing")]
    [InlineData("val", """[{"caption_extend": {"0": "x", "1": "y", "2": "z"}}]""", "\"3\" is missing")]
    [InlineData("val", """[{"caption_extend": {"0": 5}}]""", "expected an answer, found the number 5")]
    [InlineData("val", "[" + Pair + "," + Pair + "]", "pair 1: the pairid 7 stands in an earlier pair too")]
    [InlineData("test", "[]", "CIRR has no split \"test\"")]
    public void Refuses_malformed_files(string split, string content, string message)
    {
        using var folder = new AnnotationFolder();
        folder.Write($"captions_ext/cap.ext.rc2.{split}.json", content);
        Assert.Contains(message, Assert.Throws<InputException>(() => CirrExtended.Read(folder.Root, split)).Message);
    }
}
