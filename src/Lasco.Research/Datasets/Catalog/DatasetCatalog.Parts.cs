using Lasco.Research.Checkpoints;

namespace Lasco.Research.Datasets.Catalog;

/// <content>How each part is read, and the numbers that were published on it.</content>
public static partial class DatasetCatalog
{
    private sealed record VqaFile(string Name, string Archive, string? Sha256, string? Key, long Count);

    private static VqaFile[] VqaFiles =>
    [
        new("v2_OpenEnded_mscoco_train2014_questions.json", "v2_Questions_Train_mscoco.zip", "05a64b6e2582d06d7585f5429674a9a33851878be1bff9f8668cdcf792df611e", "questions", 443_757),
        new("v2_OpenEnded_mscoco_val2014_questions.json", "v2_Questions_Val_mscoco.zip", "e71f6c5c3e97a51d050f28243e262b28cd0c48d11a6b4632d769d30d3f93222a", "questions", 214_354),
        new("v2_mscoco_train2014_annotations.json", "v2_Annotations_Train_mscoco.zip", "fb101bcefe91422c543c2bb6d70af11eb3119d0ff745ae283d09acdf66250853", "annotations", 443_757),
        new("v2_mscoco_val2014_annotations.json", "v2_Annotations_Val_mscoco.zip", "0caae7c8d1dafd852727f5ac046bc1efca9b72026bd6ffa34fc489f3a7b3291e", "annotations", 214_354),
        new("v2_mscoco_train2014_complementary_pairs.json", "v2_Complementary_Pairs_Train_mscoco.zip", null, null, 200_394),
        new("v2_mscoco_val2014_complementary_pairs.json", "v2_Complementary_Pairs_Val_mscoco.zip", null, null, 95_144),
    ];

    private static CatalogPart CircoGallery => new("gallery", null, (root, images) =>
    {
        CoirSplit[] splits = [.. Datasets.Circo.Splits.Where(split => File.Exists(Datasets.Circo.FileOf(root, split))).Select(split => Datasets.Circo.Read(root, split, images))];
        return splits.Length == 0 ? PartContent.Empty : new PartContent([("images", 123_403, splits[0].Gallery.Count)], PathsOf(splits[0]));
    });

    private static CatalogPart LascoCorpus(string split, int images) => new($"{split} corpus", new CatalogFile($"lasco_{split}_corpus.json"), (root, imageRoot) =>
    {
        ImageCorpus corpus = LaSCo.ReadCorpus(root, split, imageRoot);
        return new PartContent([("images", images, corpus.Count)], corpus.Select(image => image.Path));
    });

    private static CatalogPart LascoTriplets(string split, int triplets) => new(split, new CatalogFile($"lasco_{split}.json"), (root, imageRoot) =>
    {
        CoirSplit read = LaSCo.Read(root, split, imageRoot);
        return new PartContent([("triplets", triplets, read.Triplets.Count)], PathsOf(read));
    })
    {
        Audit = root =>
        {
            ImageCorpus? corpus = CorpusOrNull(root, split);
            return AnnotationAudit.OfList(Path.Combine(root, $"lasco_{split}.json"), "triplet", triplet =>
            {
                triplet.Id("qid");
                triplet.CocoImage("query-image", corpus);
                triplet.Text("query-text");
                triplet.CocoImage("target-image", corpus);
            });
        },
    };

    private static CatalogPart CirrSplit(string split, int triplets, int images) => new(split, new CatalogFile($"captions/cap.rc2.{split}.json"), (root, imageRoot) =>
    {
        CoirSplit read = Datasets.Cirr.Read(root, split, imageRoot);
        return new PartContent([("triplets", triplets, read.Triplets.Count), ("images", images, read.Images.Count)], PathsOf(read))
        {
            Problems = [.. read.Images.Where(image => !IsNlvr2(image, split)).Select(image => $"the image {image.Id} is not named as NLVR2 names the images of {Nlvr2Split(split)}")],
        };
    })
    {
        Audit = root =>
        {
            HashSet<string>? names = AnnotationAudit.NamesIn(Path.Combine(root, "image_splits", $"split.rc2.{split}.json"));
            return AnnotationAudit.OfList(Path.Combine(root, "captions", $"cap.rc2.{split}.json"), "triplet", triplet =>
            {
                triplet.Id("pairid");
                triplet.Image("reference", names);
                if (split != "test1")
                    triplet.Image("target_hard", names);
                triplet.Text("caption");
                triplet.Inside("img_set", () => triplet.Texts("members", known: names));
            });
        },
    };

    private static CatalogPart CirrExtendedSplit(string split, int count) => new($"{split}, extended captions", new CatalogFile($"captions_ext/cap.ext.rc2.{split}.json"), (root, _) =>
    {
        IReadOnlyList<CirrExtendedCaption> captions = CirrExtended.Read(root, split);
        CoirSplit read = Datasets.Cirr.Read(root, split);
        var triplets = read.Triplets.ToDictionary(triplet => triplet.Id);
        return new PartContent([("pairs", count, captions.Count)], [])
        {
            Problems = [.. captions.Where(caption => !IsOf(caption)).Select(caption => $"the pair {caption.PairId} is not one of captions/cap.rc2.{split}.json, or has other images there")],
        };

        bool IsOf(CirrExtendedCaption caption) =>
            triplets.TryGetValue(caption.PairId, out Triplet? triplet)
            && read.Images[triplet.Query].Id == caption.Reference
            && (triplet.Target < 0 ? null : read.Images[triplet.Target].Id) == caption.Target;
    });

    private static CatalogPart FashionSplit(string category, string split, int triplets, int images) => new($"{category} {split}", new CatalogFile($"captions/cap.{category}.{split}.json"), (root, imageRoot) =>
    {
        CoirSplit read = Datasets.FashionIq.Read(root, category, split, imageRoot);
        return new PartContent([("triplets", triplets, read.Triplets.Count), ("images", images, read.Images.Count)], PathsOf(read));
    })
    {
        Audit = root =>
        {
            HashSet<string>? names = AnnotationAudit.NamesIn(Path.Combine(root, "image_splits", $"split.{category}.{split}.json"));
            return AnnotationAudit.OfList(Path.Combine(root, "captions", $"cap.{category}.{split}.json"), "triplet", triplet =>
            {
                triplet.Image("candidate", names);
                if (split != "test")
                    triplet.Image("target", names);
                triplet.Texts("captions", count: 2);
            });
        },
    };

    private static CatalogPart CircoQueries(string split, int count) => new(split, new CatalogFile($"annotations/{split}.json") { OtherPath = $"{split}.json" }, (root, _) =>
        new PartContent([("queries", count, Datasets.Circo.ReadQueries(root, split).Count)], []))
    {
        Audit = root => AnnotationAudit.OfList(Datasets.Circo.FileOf(root, split), "query", query =>
        {
            query.Id("id");
            query.Int64("reference_img_id");
            query.Text("relative_caption");
            query.Text("shared_concept");
            if (split != "test")
                query.Int64("target_img_id");
        }),
    };

    private static CatalogPart CocoCaptionFile(string split, int images, int captions)
    {
        var file = new CatalogFile($"annotations/captions_{split}.json");
        return new CatalogPart($"{split} captions", file, (root, _) =>
        {
            IReadOnlyList<CocoCaptionedImage> read = CocoCaptions.Read(file.In(root));
            return new PartContent([("images", images, read.Count), ("captions", captions, read.Sum(image => image.Captions.Count))], []);
        });
    }

    private static CatalogPart CocoImageInfo(int images)
    {
        var file = new CatalogFile("annotations/image_info_unlabeled2017.json");
        return new CatalogPart("unlabeled2017 list", file, (root, imageRoot) =>
        {
            var paths = new List<string>();
            string folder = new CatalogImages("unlabeled2017", images).In(imageRoot ?? root);
            CocoImageList.Read(file.In(root), (_, name) => paths.Add(Path.Combine(folder, name)));
            return new PartContent([("images", images, paths.Count)], paths);
        });
    }

    private static CatalogPart Folder(string path, int count, params string[] otherPaths) => new($"{path} folder", null, (root, imageRoot) =>
    {
        string[] files = FilesIn(new CatalogImages(path, count) { OtherPaths = otherPaths }, imageRoot ?? root);
        return new PartContent([("images", count, files.Length)], files);
    });

    private static CatalogPart Nlvr2Folder(string path) => new($"{path} folder", null, (root, imageRoot) =>
    {
        string[] files = FilesIn(new CatalogImages(path, null) { OtherPaths = Nlvr2Places(path) }, imageRoot ?? root);
        return new PartContent(files.Length == 0 ? [("images", 1, 0)] : [], files)
        {
            Problems = [.. files.Where(file => !Nlvr2Image.TryParse(Path.GetFileNameWithoutExtension(file), out Nlvr2Image image) || image.Split != path).Select(file => $"{file} is not named as an image of {path}")],
        };
    });

    private static CatalogPart VqaPart(VqaFile file) => new(Path.GetFileNameWithoutExtension(file.Name), new CatalogFile(file.Name), (root, _) =>
    {
        string path = Path.Combine(root, file.Name);
        long count = file.Key is { } key ? JsonCounts.OfList(path, key) : JsonCounts.OfFile(path);
        return new PartContent([(file.Key ?? "pairs", file.Count, count)], []);
    });

    // What the three files of a split say of each other: only where all of them are there.
    private static CatalogPart VqaSplit(string split) => new($"{split} questions, answers and pairs", null, (root, _) =>
    {
        string[] files = [Vqa.QuestionFile(split), Vqa.AnnotationFile(split), Vqa.PairFile(split)];
        if (!files.All(file => File.Exists(Path.Combine(root, file))))
            return PartContent.Empty;
        var faults = new VqaFaults();
        Vqa.Read(root, split, faults);
        return PartContent.Empty with { Problems = [.. faults.All.Select(fault => fault.ToString())] };
    });

    private static CatalogPart BlipWeights(string name) => new(name, new CatalogFile(name), (root, _) =>
    {
        using var checkpoint = TorchCheckpoint.Open(Path.Combine(root, name));
        return PartContent.Empty;
    });

    private static ImageCorpus? CorpusOrNull(string root, string split)
    {
        try
        {
            return LaSCo.ReadCorpus(root, split);
        }
        catch (InputException)
        {
            return null; // reported by the part that reads it
        }
    }

    private static string[] FilesIn(CatalogImages images, string root) =>
        images.In(root) is var folder && Directory.Exists(folder) ? [.. ImageFolder.Files(folder)] : [];

    private static IEnumerable<string> PathsOf(CoirSplit split) => split.Images.Select(image => image.Path);

    private static bool IsNlvr2(ImageRef image, string split) =>
        Nlvr2Image.TryParse(image.Id, out Nlvr2Image name) && name.Split == Nlvr2Split(split) && Path.GetFileName(image.Path) == name.FileName;

    private static string Nlvr2Split(string split) => split == "val" ? "dev" : split;
}
