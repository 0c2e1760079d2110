using System.Text.Json;

using System.Globalization;

namespace Lasco.Research.Datasets;

/// <summary>
/// Reads LaSCo (section 3 of the paper): <c>lasco_train.json</c>, <c>lasco_val.json</c> and the galleries
/// <c>lasco_train_corpus.json</c> and <c>lasco_val_corpus.json</c>, over COCO's 2014 images. The class has the dataset's own spelling because
/// <c>Lasco</c> is the root namespace.
/// </summary>
public static class LaSCo
{
    private static readonly JsonKeys TripletKeys = new(["qid", "query-image", "query-text", "target-image"]);
    private static readonly JsonKeys CorpusKeys = new(["id", "path"]);

    /// <summary>The splits that were released.</summary>
    public static IReadOnlyList<string> Splits { get; } = ["train", "val"];

    /// <summary>The K of the paper's LaSCo tables.</summary>
    public static IReadOnlyList<int> Ks { get; } = [1, 5, 10, 50, 500, 1000];

    /// <summary>Reads one split.</summary>
    /// <param name="root">The folder of the annotation files.</param>
    /// <param name="split"><c>train</c> or <c>val</c>: the gallery is the split's corpus file or, where <c>train</c> has none, every image that its triplets name.</param>
    /// <param name="imageRoot">The folder that holds COCO's <c>train2014</c> and <c>val2014</c>, directly, below <c>images</c>, or as <c>train/train2014</c> and <c>val/val2014</c>; <paramref name="root"/> by default.</param>
    /// <param name="excludeQuery">Whether the query image is left out of the ranking. No released code says which the paper did.</param>
    /// <returns>The split; images carry their COCO id, which alone says whether two paths are one image.</returns>
    /// <exception cref="InputException">A file is missing or malformed, names an image that the gallery lacks, gives one image two file names, or has a <c>qid</c> twice.</exception>
    public static CoirSplit Read(string root, string split, string? imageRoot = null, bool excludeQuery = false)
    {
        if (!Splits.Contains(split))
            throw new InputException($"LaSCo has no split \"{split}\"; expected train or val");
        string annotations = Path.Combine(root, $"lasco_{split}.json");
        string corpus = Path.Combine(root, $"lasco_{split}_corpus.json");
        bool hasCorpus = split == "val" || File.Exists(corpus);
        var images = new CocoImages(new ImageFolders(imageRoot ?? root, PlacesOf));
        if (hasCorpus)
            ReadCorpus(corpus, images);
        TripletColumns triplets = ReadTriplets(annotations, images, galleryFile: hasCorpus ? corpus : null);
        return new CoirSplit
        {
            Name = $"LaSCo {split}",
            Images = images.ToCorpus(),
            Triplets = triplets,
            Gallery = [.. Enumerable.Range(0, images.Count)],
            ExcludeQuery = excludeQuery,
            Ks = Ks,
            Source = hasCorpus ? corpus : annotations,
        };
    }

    /// <summary>Reads the gallery of a split alone.</summary>
    internal static ImageCorpus ReadCorpus(string root, string split, string? imageRoot = null)
    {
        var images = new CocoImages(new ImageFolders(imageRoot ?? root, PlacesOf));
        ReadCorpus(Path.Combine(root, $"lasco_{split}_corpus.json"), images);
        return images.ToCorpus();
    }

    private static string[] PlacesOf(string folder)
    {
        string name = folder[(folder.LastIndexOf('/') + 1)..];
        return [name, $"images/{name}", folder, $"{name.Replace("2014", "", StringComparison.Ordinal)}/{name}"];
    }

    // The validation corpus is a list of {id, path}; the training corpus maps ids to paths.
    private static void ReadCorpus(string path, CocoImages images) => JsonFile.Read(path, (ref JsonFile json) =>
    {
        if (json.TokenType == JsonTokenType.StartObject)
            ReadCorpusMap(ref json, images);
        else
            ReadCorpusList(ref json, images);
    });

    private static void ReadCorpusMap(ref JsonFile json, CocoImages images)
    {
        json.BeginMap("an object of image ids and paths");
        while (json.NextEntry() is { } name)
        {
            if (!long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
                throw json.Fail("expected the id of an image as the key");
            if (!images.TryAdd(id, images.ReadPath(ref json)))
                throw json.Fail($"the image {id} is listed twice");
        }
    }

    private static void ReadCorpusList(ref JsonFile json, CocoImages images)
    {
        json.BeginList("a list of images");
        for (int i = 0; json.NextItem("image", i); i++)
        {
            long id = 0, offset = json.Offset;
            (string, int) file = ("", 0);
            JsonObject image = json.BeginObject(CorpusKeys);
            while (json.Next(ref image))
            {
                if (image.Key == "id")
                    id = json.Int64();
                else
                    file = images.ReadPath(ref json);
            }

            if (!images.TryAdd(id, file))
                throw json.FailAt(offset, $"the image {id} is listed twice");
        }
    }

    private static TripletColumns ReadTriplets(string path, CocoImages images, string? galleryFile)
    {
        var triplets = new TripletColumns();
        var ids = new HashSet<long>();
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            json.BeginList("a list of triplets");
            for (int i = 0; json.NextItem("triplet", i); i++)
            {
                long id = 0;
                int query = 0, target = 0;
                JsonObject triplet = json.BeginObject(TripletKeys);
                while (json.Next(ref triplet))
                {
                    switch (triplet.Key)
                    {
                        case "qid":
                            id = json.Int64();
                            if (!ids.Add(id))
                                throw json.Fail($"the qid {id} stands in an earlier triplet too");
                            break;
                        case "query-image":
                            query = images.Read(ref json, galleryFile);
                            break;
                        case "query-text":
                            triplets.SetText(ref json);
                            break;
                        default:
                            target = images.Read(ref json, galleryFile);
                            break;
                    }
                }

                triplets.Add(id, query, target);
            }
        });
        return triplets;
    }
}
