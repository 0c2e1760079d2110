namespace Lasco.Research.Models;

/// <summary>The sizes of CLIP4Cir's Combiner, as in a model folder's <c>config.json</c>. A key that is not one of these is an error.</summary>
public sealed record CombinerConfig
{
    /// <summary>Dimension of the image and text features, CLIP's embedding dimension.</summary>
    public required int FeatureDim { get; init; }

    /// <summary>Width that each feature is projected to.</summary>
    public required int ProjectionDim { get; init; }

    /// <summary>Width of the hidden layers.</summary>
    public required int HiddenDim { get; init; }

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">A JSON file.</param>
    /// <exception cref="InputException">The file is missing, malformed, has an unknown key, lacks one, or a size is out of range.</exception>
    public static CombinerConfig Read(string path)
    {
        var config = ConfigFile.Read<CombinerConfig>(path);
        ConfigFile.CheckSizes(path, ("feature_dim", config.FeatureDim), ("projection_dim", config.ProjectionDim), ("hidden_dim", config.HiddenDim));
        return config;
    }

    /// <summary>The JSON text that <see cref="Read"/> reads.</summary>
    public string ToJson() => ConfigFile.Text(this);
}
