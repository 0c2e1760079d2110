namespace Lasco.Research.Roaming.Quality;

/// <summary>An earlier triplet has the same two images and the same words.</summary>
public sealed class DuplicateRule : ITextRule
{
    private readonly HashSet<(long Query, long Target, string Text)> seen = [];

    /// <inheritdoc/>
    public string Name => "duplicate";

    /// <inheritdoc/>
    public string Description => "an earlier triplet has the same images and text";

    /// <inheritdoc/>
    public bool Rejects(in Transition transition) => !seen.Add((transition.Query.ImageId, transition.Target.ImageId, transition.Text));
}
