namespace Lasco.Research.Datasets.Statistics;

/// <summary>A word and how often it occurs.</summary>
/// <param name="Word">The word, in lower case.</param>
/// <param name="Count">How often.</param>
public readonly record struct WordFrequency(string Word, int Count);
