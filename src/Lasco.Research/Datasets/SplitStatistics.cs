namespace Lasco.Research.Datasets;

/// <summary>A row of the paper's Table 1, for one split or a whole dataset.</summary>
/// <param name="Split">The split, or <c>all</c>.</param>
/// <param name="Triplets">#Triplets.</param>
/// <param name="Corpus">#Corpus: the different images of the galleries.</param>
/// <param name="TripletImages">The different images that triplets name as query or target.</param>
/// <param name="Texts">The transition texts; FashionIQ has two for a triplet.</param>
/// <param name="UniqueTokens">#Unique Tokens: the different token ids of the texts, [CLS] and [SEP] among them.</param>
/// <param name="AverageTextLength">Avg. Txt. Length: the mean length of a text in Unicode characters (code points), as Python counts; 0 without texts.</param>
public sealed record SplitStatistics(
    string Split, int Triplets, int Corpus, int TripletImages, int Texts, int UniqueTokens, double AverageTextLength);
