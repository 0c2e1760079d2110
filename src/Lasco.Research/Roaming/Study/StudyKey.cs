namespace Lasco.Research.Roaming.Study;

/// <summary>What a page says of its study: enough to check exports against.</summary>
/// <param name="Id">The study's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Scale">How raters answer.</param>
/// <param name="Items">The ids of its items.</param>
public sealed record StudyKey(string Id, string Title, RatingScale Scale, IReadOnlySet<string> Items);
