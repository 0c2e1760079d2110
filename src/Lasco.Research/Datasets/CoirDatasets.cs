namespace Lasco.Research.Datasets;

/// <summary>The datasets by the names that the command line and recipes use.</summary>
public static class CoirDatasets
{
    /// <summary>lasco, cirr, fashioniq: what models are trained and evaluated on.</summary>
    public static IReadOnlyList<string> Names { get; } = ["lasco", "cirr", "fashioniq"];

    /// <summary><see cref="Names"/> and circo, which has no training split: what models are evaluated on.</summary>
    public static IReadOnlyList<string> Benchmarks { get; } = [.. Names, "circo"];

    /// <summary>Reads a split; FashionIQ's is three, one for each category, since each has its own gallery.</summary>
    /// <param name="name">One of <see cref="Benchmarks"/>.</param>
    /// <param name="root">The folder of the annotations.</param>
    /// <param name="split">train, val, or the dataset's test split.</param>
    /// <param name="imageRoot">The folder of the images, where it is another.</param>
    /// <param name="tripletImagesOnly">FashionIQ: whether the gallery is the images that occur in triplets, not the whole split file.</param>
    /// <exception cref="InputException">The dataset is unknown, or a file is missing or malformed.</exception>
    public static IReadOnlyList<CoirSplit> Read(string name, string root, string split, string? imageRoot = null, bool tripletImagesOnly = false) => name switch
    {
        "lasco" => [LaSCo.Read(root, split, imageRoot)],
        "cirr" => [Cirr.Read(root, split, imageRoot)],
        "circo" => [Circo.Read(root, split, imageRoot)],
        "fashioniq" => [.. FashionIq.Categories.Select(category => FashionIq.Read(root, category, split, imageRoot, tripletImagesOnly))],
        _ => throw new InputException($"there is no dataset \"{name}\": expected {string.Join(", ", Benchmarks)}"),
    };

    /// <summary>One split of all the triplets, for training on several at once.</summary>
    /// <param name="splits">Splits of one dataset; an image that occurs in several is the same image.</param>
    public static CoirSplit Join(IReadOnlyList<CoirSplit> splits)
    {
        if (splits is [var only])
            return only;
        var images = new ImageCorpus(splits.SelectMany(split => split.Images).DistinctBy(image => image.Id));
        return splits[0] with
        {
            Name = string.Join(" + ", splits.Select(split => split.Name)),
            Images = images,
            Triplets = [.. splits.SelectMany(split => split.Triplets.Select(triplet => triplet with
            {
                Query = Moved(split, triplet.Query),
                Target = Moved(split, triplet.Target),
                Subset = Array.ConvertAll(triplet.Subset, image => Moved(split, image)),
                FurtherTargets = Array.ConvertAll(triplet.FurtherTargets, image => Moved(split, image)),
            }))],
            Gallery = [.. Enumerable.Range(0, images.Count)],
        };

        int Moved(CoirSplit split, int image) => image < 0 ? image : images.IndexOf(split.Images[image].Id);
    }
}
