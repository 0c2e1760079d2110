using Lasco.Research.Datasets.Statistics;

namespace Lasco.Research.Experiments;

/// <summary>
/// The paper's Table 1 beside the same figures counted in the released files. The paper does not define its columns; the
/// definitions here are those that give its figures, or come nearest, and each says how near.
/// </summary>
public static class Table1
{
    private const string Tokens = "different bert-base-uncased ids over the texts of all splits, [CLS] and [SEP] among them";

    /// <summary>The table's row for a dataset.</summary>
    /// <param name="analysis">The dataset, as <see cref="DatasetAnalysis.Compute(string, string, Func{string, int[]}?)"/> counts it.</param>
    /// <returns>A figure for each column that holds numbers.</returns>
    /// <exception cref="ArgumentException">The table has no such dataset.</exception>
    public static IReadOnlyList<Table1Figure> Compare(DatasetAnalysis analysis)
    {
        Row row = analysis.Dataset switch
        {
            "cirr" => Cirr,
            "fashioniq" => FashionIq,
            "lasco" => LaSCo,
            _ => throw new ArgumentException($"Table 1 has no dataset \"{analysis.Dataset}\"", nameof(analysis)),
        };
        var paper = PaperTable.Read(1);
        var all = analysis.MissingSplits.Count == 0 ? analysis.All : null;
        return
        [
            Figure("Triplets", all?.Row.Triplets, row.Triplets),
            Figure("Corpus (train)", analysis["train"]?.Row.TripletImages, row.TrainCorpus),
            Figure("Corpus (val)", analysis["val"]?.Row.Corpus / row.ValCorpusDivisor, row.ValCorpus),
            Figure("Unique tokens", all is { TextTokens.Count: > 0 } ? all.Row.UniqueTokens : null, new(Tokens, row.Tokens)),
            Figure("Average text length", all is { Row.Texts: > 0 } ? all.Row.AverageTextLength : null, row.Length),
        ];

        Table1Figure Figure(string column, double? measured, Meaning meaning) =>
            new(column, measured, paper[row.Name, column]!.Value, meaning.Definition, meaning.Finding);
    }

    private static readonly Row FashionIq = new("FashionIQ")
    {
        Triplets = new("triplets of train, val and test",
            "the files hold 18,000 + 6,016 + 6,118 = 30,134; why the paper has two fewer cannot be told"),
        TrainCorpus = new("different images that training triplets name, over the three categories",
            "25,136, three more than printed; no other count comes near (the split files list 45,429)"),
        ValCorpus = new("different images of the three validation galleries, divided by the three categories",
            "15,415 / 3 = 5,138: a mean over categories, while the text's 15.4K (section 6.1) is the sum that is searched; the galleries hold 3,817, 6,346 and 5,373"),
        ValCorpusDivisor = 3,
        Tokens = "exact: 4,425 over the 60,268 captions",
        Length = new("characters of a caption, each of a triplet's two by itself, over all splits", "exact: 27.13"),
    };

    private static readonly Row Cirr = new("CIRR")
    {
        Triplets = new("triplets of train, val and test1",
            "28,225 + 4,181 + 4,148 = 36,554; val and test1 are confirmed by their files, train is what is left"),
        TrainCorpus = new("different images that training triplets name",
            "the split file lists 16,939, so 16,742 must leave some out; in val, triplets name 2,265 of 2,297 images, the same share of 99%"),
        ValCorpus = new("images of the validation gallery (the split file)", "exact: 2,297; with 16,742 they are the text's 19K images, so test1's 2,315 are not counted"),
        Tokens = "needs the training captions",
        Length = new("characters of a caption, over all splits", "58.22 in val and 57.51 in test1, so the training captions have 60.0"),
    };

    private static readonly Row LaSCo = new("LaSCo (ours)")
    {
        Triplets = new("triplets of train and val", "359,268 + 30,037 = 389,305"),
        TrainCorpus = new("different images that training triplets name", "121,479 in all less the 39,826 of val; COCO's train2014 has 82,783"),
        ValCorpus = new("images of the validation gallery (lasco_val_corpus.json)", "exact: 39,826, of COCO's 40,504 in val2014"),
        Tokens = "needs the triplets of both splits",
        Length = new("characters of a text, over both splits", "needs the triplets of both splits"),
    };

    private sealed record Meaning(string Definition, string Finding);

    private sealed record Row(string Name)
    {
        public required Meaning Triplets { get; init; }

        public required Meaning TrainCorpus { get; init; }

        public required Meaning ValCorpus { get; init; }

        public int ValCorpusDivisor { get; init; } = 1;

        public required string Tokens { get; init; }

        public required Meaning Length { get; init; }
    }
}
