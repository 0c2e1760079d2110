namespace Lasco.Research.Datasets.Statistics;

/// <summary>What there is to count in a dataset: the paper's Table 1 for each split, and what lies behind its averages.</summary>
public sealed record DatasetAnalysis
{
    /// <summary>How many of the most frequent words are kept.</summary>
    public const int TopWords = 20;

    /// <summary>The dataset: <c>fashioniq</c>, <c>cirr</c> or <c>lasco</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>Table 1's image domain: what the pictures show.</summary>
    public required string Domain { get; init; }

    /// <summary>Each split that is there and, last, <c>all</c> of them together.</summary>
    public required IReadOnlyList<SplitAnalysis> Splits { get; init; }

    /// <summary>The released splits whose annotations are not there.</summary>
    public required IReadOnlyList<string> MissingSplits { get; init; }

    /// <summary>What each two splits have in common.</summary>
    public required IReadOnlyList<SplitOverlap> Overlaps { get; init; }

    /// <summary>All splits together.</summary>
    public SplitAnalysis All => Splits[^1];

    /// <summary>The split of a name, or null where it is not there.</summary>
    /// <param name="split"><c>train</c>, <c>val</c>, the test split, or <c>all</c>.</param>
    public SplitAnalysis? this[string split] => Splits.FirstOrDefault(analysis => analysis.Row.Split == split);

    /// <summary>Reads and counts those splits of a dataset whose annotations are there.</summary>
    /// <param name="dataset"><c>fashioniq</c>, <c>cirr</c> or <c>lasco</c>.</param>
    /// <param name="root">The dataset's folder.</param>
    /// <param name="tokenize">The BERT ids of a text, with [CLS] and [SEP]; null where tokens are not to be counted.</param>
    /// <exception cref="InputException">There is no such dataset, none of its splits is there, or a file of a split is missing or malformed.</exception>
    public static DatasetAnalysis Compute(string dataset, string root, Func<string, int[]>? tokenize)
    {
        (IReadOnlyList<string> Splits, string Pattern, string Domain) source = dataset switch
        {
            "fashioniq" => (FashionIq.Splits, "captions/cap.dress.*.json", "Fashion"),
            "cirr" => (Cirr.Splits, "captions/cap.rc2.*.json", "Natural"),
            "lasco" => (LaSCo.Splits, "lasco_*.json", "Natural"),
            _ => throw new InputException($"there is no dataset \"{dataset}\"; expected fashioniq, cirr or lasco"),
        };
        string FileOf(string split) => source.Pattern.Replace("*", split, StringComparison.Ordinal);
        ILookup<bool, string> splits = source.Splits.ToLookup(split => File.Exists(Path.Combine(root, FileOf(split))));
        if (!splits[true].Any())
            throw new InputException(root, $"holds no split of {dataset}; expected {string.Join(" or ", source.Splits.Select(FileOf))}");
        var analysis = Compute(splits[true].Select(split => (split, Read(split))), tokenize);
        return analysis with { Dataset = dataset, Domain = source.Domain, MissingSplits = [.. splits[false]] };

        // FashionIQ's categories are read one after another, so that one is in memory at a time.
        IEnumerable<CoirSplit> Read(string split) => dataset == "fashioniq"
            ? FashionIq.Categories.Select(category => FashionIq.Read(root, category, split))
            : CoirDatasets.Read(dataset, root, split);
    }

    /// <summary>Counts splits that were read.</summary>
    /// <param name="splits">The splits with their parts (one, or FashionIQ's categories), enumerated once. An image or token that several have counts once.</param>
    /// <param name="tokenize">The BERT ids of a text, with [CLS] and [SEP]; null where tokens are not to be counted.</param>
    public static DatasetAnalysis Compute(IEnumerable<(string Split, IEnumerable<CoirSplit> Parts)> splits, Func<string, int[]>? tokenize)
    {
        var images = new Dictionary<string, int>(StringComparer.Ordinal);
        var counters = new List<(string Split, SplitCounter Counter)>();
        var all = new SplitCounter(images, tokenize);
        foreach ((string split, IEnumerable<CoirSplit> parts) in splits)
        {
            var counter = new SplitCounter(images, tokenize);
            foreach (CoirSplit part in parts)
                counter.Add(part);
            counters.Add((split, counter));
            all.Add(counter);
        }

        return new DatasetAnalysis
        {
            Dataset = "",
            Domain = "",
            Splits = [.. counters.Select(split => split.Counter.ToAnalysis(split.Split)), all.ToAnalysis("all")],
            MissingSplits = [],
            Overlaps =
            [
                .. counters.SelectMany((first, i) => counters.Skip(i + 1)
                    .Select(second => first.Counter.Overlap(first.Split, second.Counter, second.Split))),
            ],
        };
    }
}
