namespace Lasco.Research.Datasets.Statistics;

/// <summary>What there is to count in one split, or in a whole dataset.</summary>
public sealed record SplitAnalysis
{
    /// <summary>The row of the paper's Table 1.</summary>
    public required SplitStatistics Row { get; init; }

    /// <summary>The texts by their length in Unicode characters.</summary>
    public required Histogram TextLengths { get; init; }

    /// <summary>The texts by their length in BERT tokens, [CLS] and [SEP] among them; empty where nothing tokenizes.</summary>
    public required Histogram TextTokens { get; init; }

    /// <summary>The most frequent first words of texts.</summary>
    public required IReadOnlyList<WordFrequency> FirstWords { get; init; }

    /// <summary>The most frequent verbs by their base form, every occurrence counted; recognised by a list of forms, without a tagger.</summary>
    public required IReadOnlyList<WordFrequency> Verbs { get; init; }

    /// <summary>The images of the gallery and of the triplets by how many triplets name them as query or target.</summary>
    public required Histogram ImageUses { get; init; }

    /// <summary>Texts of nothing but white space.</summary>
    public required int EmptyTexts { get; init; }

    /// <summary>Triplets whose query, target and texts an earlier triplet has too. Hidden targets count as equal.</summary>
    public required int DuplicateTriplets { get; init; }

    /// <summary>Triplets whose query and target an earlier triplet has too, whatever their texts. Triplets with a hidden target are left out.</summary>
    public required int RepeatedPairs { get; init; }

    /// <summary>Triplets whose query is their target.</summary>
    public required int SelfTargets { get; init; }
}
