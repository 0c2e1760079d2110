using Lasco.Research.Datasets.Statistics;
using Lasco.Research.Experiments;
using Lasco.Research.Text;

namespace Lasco.Research.Tests.Datasets.Statistics;

public class DatasetAnalysisTests
{
    [Fact]
    public void Counts_what_repeats_and_what_is_empty()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", """
            [{"qid":1,"query-image":[5,"a.jpg"],"query-text":"Make it red","target-image":[6,"b.jpg"]},
             {"qid":2,"query-image":[5,"a.jpg"],"query-text":"Make it red","target-image":[6,"b.jpg"]},
             {"qid":3,"query-image":[5,"a.jpg"],"query-text":"","target-image":[6,"b.jpg"]},
             {"qid":4,"query-image":[6,"b.jpg"],"query-text":" \t","target-image":[6,"b.jpg"]},
             {"qid":5,"query-image":[6,"b.jpg"],"query-text":"it's the dog, making \"faces\"","target-image":[7,"c.jpg"]}]
            """);
        folder.Write("lasco_val.json", """[{"qid":1,"query-image":[5,"a.jpg"],"query-text":"Make it red","target-image":[6,"b.jpg"]}]""");
        folder.Write("lasco_val_corpus.json", """[{"id":6,"path":"b.jpg"},{"id":5,"path":"a.jpg"},{"id":9,"path":"e.jpg"}]""");
        var analysis = DatasetAnalysis.Compute("lasco", folder.Root, tokenize: null);
        var train = analysis["train"]!;
        Assert.Equal((2, 1, 2, 1), (train.EmptyTexts, train.DuplicateTriplets, train.RepeatedPairs, train.SelfTargets));
        Assert.Equal([new(1, 1), new(3, 1), new(5, 1)], train.ImageUses.Values);
        Assert.Equal([("make", 2), ("it's", 1)], train.FirstWords.Select(word => (word.Word, word.Count)));
        Assert.Equal([("make", 3), ("be", 1)], train.Verbs.Select(verb => (verb.Word, verb.Count)));
        Assert.Equal(0, train.TextTokens.Count);
        Assert.Equal([new(0, 1), new(1, 2)], analysis["val"]!.ImageUses.Values);
        Assert.Equal(new SplitOverlap("train", "val", CorpusImages: 2, TripletImages: 2, Triplets: 1), Assert.Single(analysis.Overlaps));
        Assert.Equal((2, 6), (analysis.All.DuplicateTriplets, analysis.All.Row.Triplets));
        Assert.Empty(analysis.MissingSplits);
    }

    [Theory]
    [InlineData("running", "run")]
    [InlineData("ran", "run")]
    [InlineData("placed", "place")]
    [InlineData("changes", "change")]
    [InlineData("swapped", "swap")]
    [InlineData("isn't", "be")]
    [InlineData("visited", "visit")]
    [InlineData("carrying", "carry")]
    [InlineData("dog", null)]
    [InlineData("colors", null)]
    [InlineData("looks", null)]
    public void Verbs_are_known_by_their_forms(string word, string? verb) => Assert.Equal(verb, Verbs.Lemma(word));

    [Fact]
    public void The_papers_figures_stand_beside_FashionIQs()
    {
        var bert = BertTokenizer.Load(SharedFolder.Require("data/vocab/bert-base-uncased-vocab.txt"));
        var analysis = DatasetAnalysis.Compute("fashioniq", SharedFolder.Require("data/fashioniq"), text => bert.Encode(text));
        Assert.Equal([2.0, 3, 0, 0, 0], Table1.Compare(analysis).Select(figure => figure.Difference!.Value));
        Assert.Equal((16, 41, 28, 0), (analysis.All.EmptyTexts, analysis.All.DuplicateTriplets, analysis.All.RepeatedPairs, analysis.All.SelfTargets));
        Assert.Equal(3, analysis["val"]!.EmptyTexts);
        Assert.Equal(new SplitOverlap("train", "val", CorpusImages: 811, TripletImages: 212, Triplets: 3), analysis.Overlaps[0]);
        Assert.Equal(new WordFrequency("is", 37_800), analysis.All.FirstWords[0]);
        Assert.Equal("Fashion", analysis.Domain);
    }

    [Fact]
    public void What_needs_a_missing_split_is_left_open()
    {
        var analysis = DatasetAnalysis.Compute("cirr", SharedFolder.Require("data/cirr"), tokenize: null);
        Assert.Equal(["train"], analysis.MissingSplits);
        Assert.Equal([null, null, 2297.0, null, null], Table1.Compare(analysis).Select(figure => figure.Measured));
    }

    /// <summary>LaSCo's real gallery, with one triplet in it.</summary>
    [Fact]
    public void LaSCos_validation_corpus_is_the_papers()
    {
        using var folder = new AnnotationFolder();
        File.Copy(SharedFolder.Require("data/lasco/lasco_val_corpus.json"), folder.PathOf("lasco_val_corpus.json"));
        folder.Write("lasco_val.json", """[{"qid":1,"query-image":[42,"val2014/COCO_val2014_000000000042.jpg"],"query-text":"x","target-image":[73,"val2014/COCO_val2014_000000000073.jpg"]}]""");
        var figure = Table1.Compare(DatasetAnalysis.Compute("lasco", folder.Root, tokenize: null))[2];
        Assert.Equal((39_826.0, 0.0), (figure.Measured, figure.Difference!.Value));
    }

    [Fact]
    public void The_CSV_holds_every_count()
    {
        using var folder = new AnnotationFolder();
        folder.Write("lasco_train.json", """[{"qid":1,"query-image":[5,"a.jpg"],"query-text":"Add, \"quoted\"","target-image":[6,"b.jpg"]}]""");
        string path = folder.PathOf("stats.csv");
        StatisticsCsv.Write([DatasetAnalysis.Compute("lasco", folder.Root, text => [101, 5, 102])], path);
        string[] lines = File.ReadAllLines(path);
        Assert.Equal("Dataset,Split,Statistic,Key,Value", lines[0]);
        Assert.All(lines, line => Assert.Equal(4, line.Count(c => c == ',')));
        Assert.Contains("lasco,train,texts of length,13,1", lines);
        Assert.Contains("lasco,train,texts of tokens,3,1", lines);
        Assert.Contains("lasco,all,images of uses,1,2", lines);
        Assert.Contains("lasco,train,first word,add,1", lines);
        Assert.Contains("lasco,train,verb,add,1", lines);
    }
}
