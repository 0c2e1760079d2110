namespace Lasco.Research.Datasets;

/// <summary>
/// Reads FashionIQ: <c>captions/cap.CATEGORY.SPLIT.json</c> and <c>image_splits/split.CATEGORY.SPLIT.json</c>. Each
/// category is a split of its own with its own gallery.
/// </summary>
public static class FashionIq
{
    private static readonly string[] ImageExtensions = [".png", ".jpg", ".jpeg"];

    /// <summary>The categories, in the dataset's order.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["dress", "shirt", "toptee"];

    /// <summary>The splits that were released; <c>test</c> without targets.</summary>
    public static IReadOnlyList<string> Splits { get; } = ["train", "val", "test"];

    /// <summary>The K of Recall@K.</summary>
    public static IReadOnlyList<int> Ks { get; } = [10, 50];

    /// <summary>Reads one split of one category.</summary>
    /// <param name="root">The folder of <c>captions</c> and <c>image_splits</c>.</param>
    /// <param name="category"><c>dress</c>, <c>shirt</c> or <c>toptee</c>.</param>
    /// <param name="split"><c>train</c>, <c>val</c> or <c>test</c>.</param>
    /// <param name="imageRoot">The folder that holds <c>ASIN.png</c> or <c>ASIN.jpg</c>, directly or below <c>images</c>; <paramref name="root"/> by default.</param>
    /// <param name="tripletImagesOnly">
    /// Leaves out of the images and the gallery what no triplet names: the other protocol in use, with galleries of 8,582
    /// validation images in all. By default the gallery is the split file, as in the paper (15,415 in all).
    /// </param>
    /// <returns>The split; a triplet's two captions are in the file's order, its target −1 where the file has none (<c>test</c>).</returns>
    /// <exception cref="InputException">A file is missing or malformed, or names an image that the split file lacks.</exception>
    public static CoirSplit Read(string root, string category, string split, string? imageRoot = null, bool tripletImagesOnly = false)
    {
        if (!Categories.Contains(category))
            throw new InputException($"FashionIQ has no category \"{category}\"; expected dress, shirt or toptee");
        if (!Splits.Contains(split))
            throw new InputException($"FashionIQ has no split \"{split}\"; expected train, val or test");
        string list = Path.Combine(root, "image_splits", $"split.{category}.{split}.json");
        ImageCorpus images = ReadImages(list, root, imageRoot);
        Triplet[] triplets = ReadTriplets(Path.Combine(root, "captions", $"cap.{category}.{split}.json"), split, images, list);
        if (tripletImagesOnly)
            (images, triplets) = KeepTripletImages(images, triplets);
        return new CoirSplit
        {
            Name = $"FashionIQ {category} {split}",
            Images = images,
            Triplets = triplets,
            Gallery = [.. Enumerable.Range(0, images.Count)],
            Ks = Ks,
            Source = list,
        };
    }

    private static ImageCorpus ReadImages(string path, string root, string? imageRoot)
    {
        string folder = Path.Combine(imageRoot ?? root, "images");
        if (imageRoot is not null && !Directory.Exists(folder))
            folder = imageRoot;
        HashSet<string> files = ListFiles(folder);
        var images = new List<ImageRef>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            json.BeginList("a list of image names");
            for (int i = 0; json.NextItem("image", i); i++)
            {
                string id = json.String("the name of an image");
                if (id.Contains('/') || !ImageFolders.IsBelowRoot(id))
                    throw json.Expected("the name of an image, without a folder");
                if (!ids.Add(id))
                    throw json.Fail($"the image \"{id}\" is listed twice");
                string extension = Array.Find(ImageExtensions, extension => files.Contains(id + extension)) ?? ImageExtensions[0];
                images.Add(new ImageRef(id, Path.Join(folder, id + extension)));
            }
        });
        return new ImageCorpus(images);
    }

    // One listing is cheaper than asking for every image under each extension; the gallery is still the split file.
    private static HashSet<string> ListFiles(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true };
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", options).Select(file => Path.GetFileName(file))]
            : [];
    }

    private static Triplet[] ReadTriplets(string path, string split, ImageCorpus images, string list)
    {
        JsonKeys keys = split == "test" ? new(["candidate", "captions"], "target") : new(["candidate", "captions", "target"]);
        var triplets = new List<Triplet>();
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            json.BeginList("a list of triplets");
            for (int i = 0; json.NextItem("triplet", i); i++)
            {
                int query = 0, target = -1;
                string[] captions = [];
                JsonObject triplet = json.BeginObject(keys);
                while (json.Next(ref triplet))
                {
                    switch (triplet.Key)
                    {
                        case "candidate":
                            query = images.Read(ref json, list);
                            break;
                        case "target":
                            target = images.Read(ref json, list);
                            break;
                        default:
                            captions = ReadCaptions(ref json);
                            break;
                    }
                }

                triplets.Add(new Triplet { Id = i, Query = query, Target = target, Texts = captions });
            }
        });
        return [.. triplets];
    }

    private static string[] ReadCaptions(ref JsonFile json)
    {
        const string Pair = "a list of two captions";
        json.BeginList(Pair);
        json.NextElement();
        string first = json.String("a caption, the first of two");
        json.NextElement();
        string second = json.String("a caption, the second of two");
        return json.NextElement() ? throw json.Expected(Pair) : [first, second];
    }

    private static (ImageCorpus Images, Triplet[] Triplets) KeepTripletImages(ImageCorpus images, Triplet[] triplets)
    {
        var isKept = new bool[images.Count];
        foreach (Triplet triplet in triplets)
        {
            isKept[triplet.Query] = true;
            if (triplet.Target >= 0)
                isKept[triplet.Target] = true;
        }

        var kept = new ImageCorpus(images.Where((_, i) => isKept[i]));
        int PositionOf(int image) => image < 0 ? image : kept.IndexOf(images[image].Id);
        return (kept, [.. triplets.Select(triplet => triplet with { Query = PositionOf(triplet.Query), Target = PositionOf(triplet.Target) })]);
    }
}
