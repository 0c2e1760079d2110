using System.Globalization;

namespace Lasco.Research.Datasets;

/// <summary>
/// Reads CIRCO (Baldrati et al. 2023): <c>annotations/SPLIT.json</c>, queries with several right answers, over the
/// unlabeled images of COCO 2017, which <c>image_info_unlabeled2017.json</c> lists. A test bed: there is no training split.
/// </summary>
public static class Circo
{
    private const string ImageList = "image_info_unlabeled2017.json";

    private static readonly JsonKeys ValKeys =
        new(["id", "reference_img_id", "target_img_id", "relative_caption", "shared_concept", "gt_img_ids"], "semantic_aspects");

    private static readonly JsonKeys TestKeys =
        new(["id", "reference_img_id", "relative_caption", "shared_concept"], "target_img_id", "gt_img_ids", "semantic_aspects");

    /// <summary>The splits that were released; <c>test</c> without targets.</summary>
    public static IReadOnlyList<string> Splits { get; } = ["val", "test"];

    /// <summary>The K of mAP@K over all right answers, and of Recall@K of the first.</summary>
    public static IReadOnlyList<int> Ks { get; } = [5, 10, 25, 50];

    /// <summary>Reads one split with its gallery.</summary>
    /// <param name="root">The folder of <c>annotations</c>, or of the annotation files themselves.</param>
    /// <param name="split"><c>val</c> or <c>test</c>.</param>
    /// <param name="imageRoot">The folder of <c>COCO2017_unlabeled</c>, or of its <c>annotations</c> and <c>unlabeled2017</c>; <paramref name="root"/> by default.</param>
    /// <returns>The split: the gallery is the whole image list, <see cref="Triplet.Target"/> the image that the caption was written for, <see cref="Triplet.FurtherTargets"/> the other right answers; the query image stays in the ranking, as in the authors' evaluation.</returns>
    /// <exception cref="InputException">A file is missing or malformed, or names an image that the image list lacks.</exception>
    public static CoirSplit Read(string root, string split, string? imageRoot = null)
    {
        IReadOnlyList<CircoQuery> queries = ReadQueries(root, split);
        string list = FindImageList(imageRoot ?? root);
        ImageCorpus images = ReadImages(list, imageRoot ?? root);
        return new CoirSplit
        {
            Name = $"CIRCO {split}",
            Images = images,
            Triplets = [.. queries.Select(query => ToTriplet(query, images, FileOf(root, split), list))],
            Gallery = [.. Enumerable.Range(0, images.Count)],
            Ks = Ks,
            MapKs = Ks,
            Source = list,
        };
    }

    /// <summary>Reads the annotations of one split alone.</summary>
    /// <param name="root">The folder of <c>annotations</c>, or of the annotation files themselves.</param>
    /// <param name="split"><c>val</c> or <c>test</c>.</param>
    /// <returns>The queries in the file's order.</returns>
    /// <exception cref="InputException">The file is missing or malformed, has an id twice, or right answers that repeat or do not begin with the target.</exception>
    public static IReadOnlyList<CircoQuery> ReadQueries(string root, string split)
    {
        if (!Splits.Contains(split))
            throw new InputException($"CIRCO has no split \"{split}\"; expected val or test");
        var queries = new List<CircoQuery>();
        var ids = new HashSet<long>();
        JsonFile.Read(FileOf(root, split), (ref JsonFile json) =>
        {
            json.BeginList("a list of queries");
            for (int i = 0; json.NextItem("query", i); i++)
            {
                long offset = json.Offset;
                (CircoQuery query, long? target) = ReadQuery(ref json, split == "test" ? TestKeys : ValKeys);
                if (!ids.Add(query.Id))
                    throw json.FailAt(offset, $"the id {query.Id} stands in an earlier query too");
                if (target is { } first && (query.GroundTruths.Count == 0 || query.GroundTruths[0] != first))
                    throw json.FailAt(offset, $"expected gt_img_ids to begin with the target_img_id {first}");
                queries.Add(query);
            }
        });
        return queries;
    }

    internal static string FileOf(string root, string split)
    {
        string usual = Path.Combine(root, "annotations", $"{split}.json"), beside = Path.Combine(root, $"{split}.json");
        return File.Exists(usual) || !File.Exists(beside) ? usual : beside;
    }

    private static string FindImageList(string root)
    {
        string[] places = [.. new[] { "COCO2017_unlabeled/annotations", "annotations", "." }.Select(folder => Path.GetFullPath(Path.Combine(root, folder, ImageList)))];
        return Array.Find(places, File.Exists) ?? places[0];
    }

    private static ImageCorpus ReadImages(string list, string root)
    {
        var folders = new ImageFolders(root, folder => [$"COCO2017_unlabeled/{folder}", folder, $"images/{folder}"]);
        var images = new List<ImageRef>();
        CocoImageList.Read(list, (id, file) => images.Add(new ImageRef(Name(id), folders.Find($"unlabeled2017/{file}")!)));
        return new ImageCorpus(images);
    }

    private static (CircoQuery Query, long? Target) ReadQuery(ref JsonFile json, JsonKeys keys)
    {
        long id = 0, reference = 0;
        long? target = null;
        string caption = "", concept = "";
        var answers = new List<long>();
        var aspects = new List<string>();
        JsonObject query = json.BeginObject(keys);
        while (json.Next(ref query))
        {
            switch (query.Key)
            {
                case "id":
                    id = json.Int64();
                    break;
                case "reference_img_id":
                    reference = json.Int64();
                    break;
                case "target_img_id":
                    target = json.Int64();
                    break;
                case "relative_caption":
                    caption = json.String("a caption");
                    break;
                case "shared_concept":
                    concept = json.String();
                    break;
                case "gt_img_ids":
                    ReadAnswers(ref json, answers);
                    break;
                default:
                    json.BeginList("a list of aspects");
                    while (json.NextElement())
                        aspects.Add(json.String("an aspect"));
                    break;
            }
        }

        return (new CircoQuery(id, reference, caption, concept, answers, aspects), target);
    }

    private static void ReadAnswers(ref JsonFile json, List<long> answers)
    {
        json.BeginList("a list of image ids");
        while (json.NextElement())
        {
            long answer = json.Int64();
            if (answers.Contains(answer))
                throw json.Fail($"the image {answer} stands twice among the right answers");
            answers.Add(answer);
        }
    }

    private static Triplet ToTriplet(CircoQuery query, ImageCorpus images, string file, string list)
    {
        int[] answers = [.. query.GroundTruths.Select(PositionOf)];
        return new Triplet
        {
            Id = query.Id,
            Query = PositionOf(query.Reference),
            Target = answers.Length > 0 ? answers[0] : -1,
            FurtherTargets = answers.Length > 0 ? answers[1..] : [],
            Texts = [query.RelativeCaption],
        };

        int PositionOf(long id) => images.IndexOf(Name(id)) is >= 0 and int position
            ? position
            : throw new InputException(file, $"query {query.Id}: the image {id} is not in {list}");
    }

    private static string Name(long id) => id.ToString(CultureInfo.InvariantCulture);
}
