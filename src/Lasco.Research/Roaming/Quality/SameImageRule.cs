using Lasco.Research.Datasets;

namespace Lasco.Research.Roaming.Quality;

/// <summary>The query image is the target image.</summary>
public sealed class SameImageRule : IPairRule
{
    /// <inheritdoc/>
    public string Name => "same-image";

    /// <inheritdoc/>
    public string Description => "query and target are one image";

    /// <inheritdoc/>
    public bool Rejects(in VqaQuestion query, in VqaQuestion target) => query.ImageId == target.ImageId;
}
