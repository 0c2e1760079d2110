namespace Lasco.Research.Roaming.Study;

/// <summary>A triplet that raters judge.</summary>
/// <param name="Id">Names it in the whole study: the split and the triplet's id in it, <c>LaSCo val 28714000</c>.</param>
/// <param name="Text">The transition text; FashionIQ's two captions are joined as for evaluation.</param>
/// <param name="QueryPath">The file of the query image, shown on the left.</param>
/// <param name="TargetPath">The file of the target image, shown on the right.</param>
public sealed record StudyItem(string Id, string Text, string QueryPath, string TargetPath);
