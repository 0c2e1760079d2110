using Lasco.Research.Datasets;
using Lasco.Research.Text;

namespace Lasco.Research.Tests.Datasets;

public class DatasetStatisticsTests
{
    [Fact]
    public void Counts_shared_images_and_tokens_once()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", """[{"qid":1,"query-image":[5,"a.jpg"],"query-text":"ab c","target-image":[6,"b.jpg"]},{"qid":2,"query-image":[5,"a.jpg"],"query-text":"😀 c","target-image":[7,"c.jpg"]}]""");
        folder.Write("lasco_val.json", """[{"qid":1,"query-image":[6,"b.jpg"],"query-text":"ab","target-image":[8,"d.jpg"]}]""");
        folder.Write("lasco_val_corpus.json", """[{"id":6,"path":"b.jpg"},{"id":8,"path":"d.jpg"},{"id":9,"path":"e.jpg"}]""");
        Assert.Equal(
            [
                new SplitStatistics("train", Triplets: 2, Corpus: 3, TripletImages: 3, Texts: 2, UniqueTokens: 5, AverageTextLength: 3.5),
                new SplitStatistics("val", Triplets: 1, Corpus: 3, TripletImages: 2, Texts: 1, UniqueTokens: 3, AverageTextLength: 2),
                new SplitStatistics("all", Triplets: 3, Corpus: 5, TripletImages: 4, Texts: 3, UniqueTokens: 5, AverageTextLength: 3),
            ],
            DatasetStatistics.Compute("lasco", folder.Root, WordIds()));
    }

    [Fact]
    public void Table_1_of_FashionIQ()
    {
        BertTokenizer bert = BertTokenizer.Load(SharedFolder.Require("data/vocab/bert-base-uncased-vocab.txt"));
        IReadOnlyList<SplitStatistics> rows = DatasetStatistics.Compute("fashioniq", SharedFolder.Require("data/fashioniq"), text => bert.Encode(text));
        Assert.Equal(["train", "val", "test", "all"], rows.Select(row => row.Split));
        Assert.Equal([18_000, 6_016, 6_118, 30_134], rows.Select(row => row.Triplets));
        Assert.Equal([45_429, 15_415, 15_417, 74_381], rows.Select(row => row.Corpus));
        Assert.Equal([25_136, 8_582, 4_349], rows.SkipLast(1).Select(row => row.TripletImages));
        Assert.Equal(60_268, rows[^1].Texts);
        Assert.Equal(4_425, rows[^1].UniqueTokens);
        Assert.Equal(27.13, rows[^1].AverageTextLength, 0.005);
    }

    [Fact]
    public void Takes_the_splits_of_CIRR_that_are_there() =>
        Assert.Equal([("val", 4181, 2297, 2265), ("test1", 4148, 2315, 2178), ("all", 8329, 4612, 4443)],
            DatasetStatistics.Compute("cirr", SharedFolder.Require("data/cirr"), WordIds())
                .Select(row => (row.Split, row.Triplets, row.Corpus, row.TripletImages)));

    [Fact]
    public void A_split_without_triplets_has_length_zero()
    {
        var empty = new CoirSplit { Name = "none", Images = new ImageCorpus([]), Triplets = [], Gallery = [], Ks = [] };
        Assert.Equal(new SplitStatistics("all", 0, 0, 0, 0, 0, 0), DatasetStatistics.Compute([("val", [empty])], WordIds())[^1]);
    }

    [Fact]
    public void Refuses_an_unknown_dataset_and_an_empty_root()
    {
        using var folder = new AnnotationFolder();
        Assert.Contains("\"imagenet\"", Assert.Throws<InputException>(() => DatasetStatistics.Compute("imagenet", folder.Root, WordIds())).Message);
        Assert.Contains("expected lasco_train.json or lasco_val.json", Assert.Throws<InputException>(() => DatasetStatistics.Compute("lasco", folder.Root, WordIds())).Message);
    }

    /// <summary>Words for tokens, between 0 for [CLS] and 1 for [SEP].</summary>
    private static Func<string, int[]> WordIds()
    {
        var ids = new Dictionary<string, int>();
        return text =>
        {
            int[] words = [.. text.Split(' ').Select(word => ids.TryAdd(word, ids.Count + 2) ? ids.Count + 1 : ids[word])];
            return [0, .. words, 1];
        };
    }
}
