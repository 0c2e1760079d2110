namespace Lasco.Research.Datasets;

/// <summary>
/// One split of a composed image retrieval dataset: what training and evaluation need to know of LaSCo, CIRR,
/// CIRCO or FashionIQ (one of its categories), and all that they know of it.
/// </summary>
public sealed record CoirSplit
{
    /// <summary>The dataset and its split, for titles and messages: <c>CIRR val</c>, <c>FashionIQ dress val</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Every image that a triplet or the gallery refers to.</summary>
    public required ImageCorpus Images { get; init; }

    /// <summary>The triplets, in the order of the annotation file.</summary>
    public required IReadOnlyList<Triplet> Triplets { get; init; }

    /// <summary>The images that targets are searched among: positions in <see cref="Images"/>, in the order of the split file.</summary>
    public required IReadOnlyList<int> Gallery { get; init; }

    /// <summary>Whether the query image is left out of the ranking, as CIRR's protocol asks.</summary>
    public bool ExcludeQuery { get; init; }

    /// <summary>The K of Recall@K that the dataset's tables report.</summary>
    public required IReadOnlyList<int> Ks { get; init; }

    /// <summary>The K of Recall_subset@K; empty where the dataset has no subsets.</summary>
    public IReadOnlyList<int> SubsetKs { get; init; } = [];

    /// <summary>The K of mAP@K over all right answers of a query; empty where queries have one.</summary>
    public IReadOnlyList<int> MapKs { get; init; } = [];

    /// <summary>The annotation file that lists <see cref="Images"/>, for messages.</summary>
    public string? Source { get; init; }

    /// <summary>For each image of <see cref="Images"/> its position in <see cref="Gallery"/>, or −1.</summary>
    internal int[] GalleryPositions()
    {
        int[] positions = new int[Images.Count];
        Array.Fill(positions, -1);
        for (int i = 0; i < Gallery.Count; i++)
            positions[Gallery[i]] = i;
        return positions;
    }

    /// <summary>For each triplet the images that its target is ranked among in Recall_subset, the query left out: positions in <see cref="Gallery"/>.</summary>
    internal int[][] SubsetCandidates()
    {
        int[] positions = GalleryPositions();
        return [.. Triplets.Select(triplet => triplet.Subset.Where(image => image != triplet.Query).Select(image => positions[image]).ToArray())];
    }

    /// <summary>Checks that the file of every image is there, so that a run fails before its first step and not hours later.</summary>
    /// <exception cref="InputException">Files are missing: names the first, how many there are, and <see cref="Source"/>.</exception>
    public void RequireImages()
    {
        string? first = null;
        int missing = 0;
        foreach (ImageRef image in Images)
        {
            if (File.Exists(image.Path))
                continue;
            first ??= image.Path;
            missing++;
        }

        if (first is not null)
            throw new InputException(first, $"there is no such image; of the {Images.Count} images of {Name}, listed by {Source ?? "its annotations"}, {missing} are missing");
    }
}
