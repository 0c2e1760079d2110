namespace Lasco.Research.Datasets;

/// <summary>
/// Reads CIRR, release 2: <c>captions/cap.rc2.SPLIT.json</c> and <c>image_splits/split.rc2.SPLIT.json</c>, over
/// NLVR2's images.
/// </summary>
public static class Cirr
{
    private static readonly JsonKeys SubsetKeys = new(["members"]);

    /// <summary>The splits that were released; <c>test1</c> without targets.</summary>
    public static IReadOnlyList<string> Splits { get; } = ["train", "val", "test1"];

    /// <summary>The K of Recall@K.</summary>
    public static IReadOnlyList<int> Ks { get; } = [1, 5, 10, 50];

    /// <summary>The K of Recall_subset@K.</summary>
    public static IReadOnlyList<int> SubsetKs { get; } = [1, 2, 3];

    /// <summary>Reads one split.</summary>
    /// <param name="root">The folder of <c>captions</c> and <c>image_splits</c>.</param>
    /// <param name="split"><c>train</c>, <c>val</c> or <c>test1</c>.</param>
    /// <param name="imageRoot">The folder of <c>train</c>, <c>dev</c> and <c>test1</c>, directly, below <c>img_raw</c> or below <c>images</c>; <paramref name="root"/> by default.</param>
    /// <returns>The split: the gallery is the split file, the target is <c>target_hard</c> (−1 in <c>test1</c>), the query image is left out of the ranking.</returns>
    /// <exception cref="InputException">A file is missing or malformed, names an image that the split file lacks, or has a <c>pairid</c> twice; or, where the subset is ranked (<c>val</c>, <c>test1</c>), an <c>img_set</c> lacks the query or the target.</exception>
    public static CoirSplit Read(string root, string split, string? imageRoot = null)
    {
        if (!Splits.Contains(split))
            throw new InputException($"CIRR has no split \"{split}\"; expected train, val or test1");
        string list = Path.Combine(root, "image_splits", $"split.rc2.{split}.json");
        ImageCorpus images = ReadImages(list, new ImageFolders(imageRoot ?? root, PlacesOf));
        return new CoirSplit
        {
            Name = $"CIRR {split}",
            Images = images,
            Triplets = ReadTriplets(Path.Combine(root, "captions", $"cap.rc2.{split}.json"), split, images, list),
            Gallery = [.. Enumerable.Range(0, images.Count)],
            ExcludeQuery = true,
            Ks = Ks,
            SubsetKs = SubsetKs,
            Source = list,
        };
    }

    // NLVR2's archives have train/0 to train/99; its downloader by address leaves all of train in one folder.
    private static string[] PlacesOf(string folder)
    {
        string[] places = [folder, $"img_raw/{folder}", $"images/{folder}"];
        return folder.StartsWith("train/", StringComparison.Ordinal) ? [.. places, "train", "img_raw/train", "images/train"] : places;
    }

    private static ImageCorpus ReadImages(string path, ImageFolders folders)
    {
        var images = new List<ImageRef>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            json.BeginMap("an object of image names and paths");
            while (json.NextEntry() is { } name)
            {
                if (!names.Add(name))
                    throw json.Fail("the image is listed twice");
                images.Add(new ImageRef(name, folders.Find(json.String("a path")) ?? throw json.Expected("the path of an image below the image root")));
            }
        });
        return new ImageCorpus(images);
    }

    private static Triplet[] ReadTriplets(string path, string split, ImageCorpus images, string list)
    {
        JsonKeys keys = split == "test1"
            ? new(["pairid", "reference", "caption", "img_set"], "target_hard")
            : new(["pairid", "reference", "caption", "img_set", "target_hard"]);
        var triplets = new List<Triplet>();
        var ids = new HashSet<long>();
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            json.BeginList("a list of triplets");
            for (int i = 0; json.NextItem("triplet", i); i++)
            {
                long id = 0, offset = json.Offset;
                int query = 0, target = -1;
                string caption = "";
                int[] subset = [];
                JsonObject triplet = json.BeginObject(keys);
                while (json.Next(ref triplet))
                {
                    switch (triplet.Key)
                    {
                        case "pairid":
                            id = json.Int64();
                            if (!ids.Add(id))
                                throw json.Fail($"the pairid {id} stands in an earlier triplet too");
                            break;
                        case "reference":
                            query = images.Read(ref json, list);
                            break;
                        case "target_hard":
                            target = images.Read(ref json, list);
                            break;
                        case "caption":
                            caption = json.String();
                            break;
                        default:
                            subset = ReadSubset(ref json, images, list);
                            break;
                    }
                }

                if (split != "train" && (!subset.Contains(query) || (target >= 0 && !subset.Contains(target))))
                    throw json.FailAt(offset, "expected the reference and the target among the members of img_set");
                triplets.Add(new Triplet { Id = id, Query = query, Target = target, Texts = [caption], Subset = subset });
            }
        });
        return [.. triplets];
    }

    private static int[] ReadSubset(ref JsonFile json, ImageCorpus images, string list)
    {
        var members = new List<int>(6);
        JsonObject set = json.BeginObject(SubsetKeys);
        while (json.Next(ref set))
        {
            json.BeginList("a list of image names");
            while (json.NextElement())
            {
                int member = images.Read(ref json, list);
                if (members.Contains(member))
                    throw json.Fail($"the member \"{images[member].Id}\" stands twice in one img_set");
                members.Add(member);
            }
        }

        return [.. members];
    }
}
