namespace Lasco.Research.Roaming.Study;

/// <summary>A rater's answer.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Score">The score, as it stands in the file.</param>
public readonly record struct StudyRating(string Item, long Score);
