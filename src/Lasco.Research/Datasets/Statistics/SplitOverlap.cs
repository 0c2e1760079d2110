namespace Lasco.Research.Datasets.Statistics;

/// <summary>What two splits have in common.</summary>
/// <param name="First">One split.</param>
/// <param name="Second">The other.</param>
/// <param name="CorpusImages">Images that are in both galleries.</param>
/// <param name="TripletImages">Images that triplets of both name.</param>
/// <param name="Triplets">Different triplets (query, target and texts) that are in both.</param>
public sealed record SplitOverlap(string First, string Second, int CorpusImages, int TripletImages, int Triplets);
