using Lasco.Research.Datasets.Downloads;

namespace Lasco.Research.Datasets.Catalog;

/// <summary>What the kit reads: the datasets of the paper, what they are made of, and the weights that models begin with.</summary>
public static partial class DatasetCatalog
{
    private const string Coco = "http://images.cocodataset.org/";

    /// <summary>All entries: datasets first, then what they are made of.</summary>
    public static IReadOnlyList<CatalogEntry> All { get; } = [Lasco, Cirr, FashionIq, Circo, Coco2014, Coco2017, Vqa2, Nlvr2, Blip];

    /// <summary>The entry of a name.</summary>
    /// <param name="name">Its <see cref="CatalogEntry.Name"/>.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static CatalogEntry Find(string name) =>
        All.FirstOrDefault(entry => entry.Name == name)
        ?? throw new InputException($"there is no dataset \"{name}\"; expected {string.Join(", ", All.Select(entry => entry.Name))}");

    private static CatalogEntry Lasco => new()
    {
        Name = "lasco",
        Title = "LaSCo",
        Summary = "389,305 queries on 121,479 images of COCO 2014, made from VQA2.0 (paper section 3).",
        Home = "https://github.com/levymsn/LaSCo",
        Licence = "MIT (annotations)",
        ImagesOf = "coco2014",
        Files =
        [
            LascoFile("lasco_train.json", "d2e833b07223e758d01ab24ab3509fa81620f9b8"),
            LascoFile("lasco_train_corpus.json", "fac0ff30ed02ba728878e23b88a7f51e6974974b") with { IsOptional = true },
            LascoFile("lasco_val.json", "b7f5c7d668d824250eb171d7a3a31b51cfda6c62"),
            LascoFile("lasco_val_corpus.json", "222abe35e0e6bb2cf5c874d8622f830d2b5aa49b") with { Bytes = 2_740_369 },
        ],
        Parts = [LascoCorpus("train", 81_653), LascoTriplets("train", 359_268), LascoCorpus("val", 39_826), LascoTriplets("val", 30_037)],
    };

    private static CatalogEntry Cirr => new()
    {
        Name = "cirr",
        Title = "CIRR",
        Summary = "36,554 queries on images of NLVR2, with subsets of six similar images (Liu et al. 2021).",
        Home = "https://github.com/Cuberick-Orion/CIRR",
        Licence = "MIT (annotations)",
        ImagesOf = "nlvr2",
        Files =
        [
            CirrFile("captions/cap.rc2.train.json", null, "118a9aa7a70283964593947e88dc2cc452fc3ac7"),
            CirrFile("captions/cap.rc2.val.json", 1_609_916, "0c65c92cb41ec1aee226df91ed4b2851a774a9b4"),
            CirrFile("captions/cap.rc2.test1.json", 1_254_129, "e34a010f4e5e3fefee931a99c59a0aa4775b8ece"),
            CirrFile("image_splits/split.rc2.train.json", 969_680, "27cee6d5462420908c93f2d5bad0a56d65972418"),
            CirrFile("image_splits/split.rc2.val.json", 105_568, "0d147941d0b476e9057d2781b2302e36fff06e7b"),
            CirrFile("image_splits/split.rc2.test1.json", 120_364, "24548fffcc44b99a86ecdfbb9fdb415fb6f90811"),
            CirrFile("captions_ext/cap.ext.rc2.train.json", null, "55b3c16267159a27fb971dcf36e16fde11261f22") with { IsOptional = true },
            CirrFile("captions_ext/cap.ext.rc2.val.json", 1_075_082, "2ae64c9d16a63bdcac9113f2a7584972977bb73d") with { IsOptional = true },
            CirrFile("captions_ext/cap.ext.rc2.test1.json", 938_095, "7acbca22d69b7c211b2d3ccf9b225fff2de1aca6") with { IsOptional = true },
        ],
        Parts =
        [
            CirrSplit("train", 28_225, 16_939), CirrSplit("val", 4_181, 2_297), CirrSplit("test1", 4_148, 2_315),
            CirrExtendedSplit("train", 28_225), CirrExtendedSplit("val", 4_181), CirrExtendedSplit("test1", 4_148),
        ],
    };

    private static CatalogEntry FashionIq => new()
    {
        Name = "fashioniq",
        Title = "FashionIQ",
        Summary = "30,134 queries with two captions each on photographs of dresses, shirts and tops (Wu et al. 2021).",
        Home = "https://github.com/XiaoxiaoGuo/fashion-iq",
        Licence = "CDLA (annotations); the photographs belong to their sellers",
        Files =
        [
            FashionFile("captions/cap.dress.train.json", 1_178_488, "d28eb4728a0813b0f4b9ffd7d000598f2cf8cc57"),
            FashionFile("captions/cap.dress.val.json", 397_427, "8058b4f6939644bb74956d488fe83b927d8b1d75"),
            FashionFile("captions/cap.dress.test.json", 335_557, "c3b32df9213fc87e3dceef8b3447debd45c45160"),
            FashionFile("captions/cap.shirt.train.json", 1_167_604, "73cdde170add81b6a3d5d937403ff6ab4d9ae23d"),
            FashionFile("captions/cap.shirt.val.json", 398_072, "deb212a7a20fb8da5d09fe96cff109439090b2e1"),
            FashionFile("captions/cap.shirt.test.json", 333_382, "b63efc40847c0adf71313fd58b2a03684da26a41"),
            FashionFile("captions/cap.toptee.train.json", 1_200_387, "20130e9c9af7d28ea39c33e5750076f01338d951"),
            FashionFile("captions/cap.toptee.val.json", 391_897, "da6e44a6c2af25e46aba791b09519263049fafcf"),
            FashionFile("captions/cap.toptee.test.json", 345_441, "534d2b92b29663d9de5361c24100a99cf35bd409"),
            FashionFile("image_splits/split.dress.train.json", 206_138, "395673437ef7a6019c42dca35cfe776d61cc33f7"),
            FashionFile("image_splits/split.dress.val.json", 68_708, "043c875df540c80b1c9b04313d971fee0d97f97a"),
            FashionFile("image_splits/split.dress.test.json", 68_726, "15dab4929cc5694ee3dcc89f804ef87b07d169fe"),
            FashionFile("image_splits/split.shirt.train.json", 342_650, "a3bdda5a7962e4f0a01f502e0691c8f2739379f3"),
            FashionFile("image_splits/split.shirt.val.json", 114_230, "e7eda347d43305a0251a9828d9d97db57aadf9d1"),
            FashionFile("image_splits/split.shirt.test.json", 114_230, "99eb760be749844f744824d4f4507ed04255fa77"),
            FashionFile("image_splits/split.toptee.train.json", 290_180, "3d7a224041ecbaba3b3e7499017409ad338ae64b"),
            FashionFile("image_splits/split.toptee.val.json", 96_716, "a45be27ee3f244bb793725fa058b897fec583311"),
            FashionFile("image_splits/split.toptee.test.json", 96_734, "270b30ebcc72f0bae02153b090768d74d72f5d76"),
        ],
        Images = [new CatalogImages("images", null)],
        ByHand =
        [
            "FashionIQ's photographs may not be passed on; its authors list their addresses.",
            "Fetch image_url/asin2url.dress.txt, asin2url.shirt.txt and asin2url.toptee.txt from https://github.com/hongwang600/fashion-iq-metadata: a line is an ASIN, white space and an address.",
            "Fetch each address and keep it as images/ASIN.jpg (or .png) below the dataset's folder. The same repository has, under image_url/broken_links, some whose address no longer works; for others, ask the authors or those who publish on the dataset.",
            "Then run: lasco data verify fashioniq --root FOLDER. It names every photograph that is still missing or cannot be decoded.",
        ],
        Parts =
        [
            FashionSplit("dress", "train", 5_985, 11_452), FashionSplit("dress", "val", 2_017, 3_817), FashionSplit("dress", "test", 2_024, 3_818),
            FashionSplit("shirt", "train", 5_988, 19_036), FashionSplit("shirt", "val", 2_038, 6_346), FashionSplit("shirt", "test", 2_038, 6_346),
            FashionSplit("toptee", "train", 6_027, 16_121), FashionSplit("toptee", "val", 1_961, 5_373), FashionSplit("toptee", "test", 2_056, 5_374),
        ],
    };

    private static CatalogEntry Circo => new()
    {
        Name = "circo",
        Title = "CIRCO",
        Summary = "1,020 queries with several right answers among the 123,403 unlabeled images of COCO 2017 (Baldrati et al. 2023).",
        Home = "https://github.com/miccunifi/CIRCO",
        Licence = "CC BY-NC 4.0 (annotations)",
        ImagesOf = "coco2017",
        Files =
        [
            CircoFile("val", 111_978, "ae56f48ff7ddda4c7e5018aca72602ca85dfe3b3"),
            CircoFile("test", 167_660, "968f113f016f451112472aa993c5afab29172b87"),
        ],
        Parts = [CircoQueries("val", 220), CircoQueries("test", 800), CircoGallery],
    };

    private static CatalogEntry Coco2014 => new()
    {
        Name = "coco2014",
        Title = "COCO 2014",
        Summary = "The images of LaSCo and VQA2.0, with five captions each (Lin et al. 2014).",
        Home = "https://cocodataset.org",
        Licence = "CC BY 4.0 (annotations); images under Flickr's terms",
        Files = [new CatalogFile("annotations/captions_train2014.json"), new CatalogFile("annotations/captions_val2014.json")],
        Images =
        [
            new CatalogImages("train2014", 82_783) { OtherPaths = ["images/train2014"] },
            new CatalogImages("val2014", 40_504) { OtherPaths = ["images/val2014"] },
        ],
        Archives =
        [
            new CatalogArchive(new Uri($"{Coco}annotations/annotations_trainval2014.zip"), ["annotations/captions_train2014.json", "annotations/captions_val2014.json"])
            {
                Bytes = 252_872_794, Checksum = Sha256("031296bbc80c45a1d1f76bf9a90ead27e94e99ec629208449507a4917a3bf009"),
            },
            new CatalogArchive(new Uri($"{Coco}zips/train2014.zip"), ["train2014/"])
            {
                Bytes = 13_510_573_713, Checksum = Sha256("ede4087e640bddba550e090eae701092534b554b42b05ac33f0300b984b31775"),
            },
            new CatalogArchive(new Uri($"{Coco}zips/val2014.zip"), ["val2014/"])
            {
                Bytes = 6_645_013_297, Checksum = Sha256("fe9be816052049c34717e077d9e34aa60814a55679f804cd043e3cbee3b9fde0"),
            },
        ],
        Parts = [CocoCaptionFile("train2014", 82_783, 414_113), CocoCaptionFile("val2014", 40_504, 202_654), Folder("train2014", 82_783, "images/train2014"), Folder("val2014", 40_504, "images/val2014")],
    };

    private static CatalogEntry Coco2017 => new()
    {
        Name = "coco2017",
        Title = "COCO 2017, unlabeled",
        Summary = "The gallery of CIRCO.",
        Home = "https://cocodataset.org",
        Licence = "CC BY 4.0 (image list); images under Flickr's terms",
        Files = [new CatalogFile("annotations/image_info_unlabeled2017.json")],
        Images = [new CatalogImages("unlabeled2017", 123_403)],
        Archives =
        [
            new CatalogArchive(new Uri($"{Coco}annotations/image_info_unlabeled2017.zip"), ["annotations/image_info_unlabeled2017.json"])
            {
                RoughBytes = 4_000_000, Checksum = new Checksum(ChecksumKind.Md5, "ede38355d5c3e5251bb7f8b68e2c068f"),
            },
            new CatalogArchive(new Uri($"{Coco}zips/unlabeled2017.zip"), ["unlabeled2017/"])
            {
                RoughBytes = 19_000_000_000, Checksum = new Checksum(ChecksumKind.Md5, "7ebc562819fdb32847aab79530457326"),
            },
        ],
        Parts = [CocoImageInfo(123_403), Folder("unlabeled2017", 123_403)],
    };

    private static CatalogEntry Vqa2 => new()
    {
        Name = "vqa2",
        Title = "VQA2.0",
        Summary = "Questions and answers on COCO 2014, with complementary pairs: what LaSCo is made from (Goyal et al. 2017).",
        Home = "https://visualqa.org",
        Licence = "CC BY 4.0",
        ImagesOf = "coco2014",
        Files = [.. VqaFiles.Select(file => new CatalogFile(file.Name))],
        Archives = [.. VqaFiles.Select(file => new CatalogArchive(new Uri($"https://cvmlp.s3.amazonaws.com/vqa/mscoco/vqa/{file.Archive}"), [file.Name]) { Checksum = file.Sha256 is { } sum ? Sha256(sum) : null })],
        Parts = [.. VqaFiles.Select(VqaPart), .. Vqa.Splits.Select(VqaSplit)],
    };

    private static CatalogEntry Nlvr2 => new()
    {
        Name = "nlvr2",
        Title = "NLVR2",
        Summary = "The images of CIRR (Suhr et al. 2019).",
        Home = "https://lil.nlp.cornell.edu/nlvr/",
        Licence = "images under their owners' terms, on request, for research",
        Images = [new CatalogImages("train", null) { OtherPaths = Nlvr2Places("train") }, new CatalogImages("dev", null) { OtherPaths = Nlvr2Places("dev") }, new CatalogImages("test1", null) { OtherPaths = Nlvr2Places("test1") }],
        ByHand =
        [
            "NLVR2's images are given to researchers who ask for them.",
            "Fill in the form under \"Direct image download\" of https://github.com/lil-lab/nlvr/tree/master/nlvr2 and agree to its terms.",
            "If there is no answer, write to the authors of CIRR, and say that you have filled in NLVR2's form; https://github.com/Cuberick-Orion/CIRR has their address.",
            "Unpack train (with its folders 0 to 99), dev and test1 into one folder. NLVR2's downloader by address is no substitute: many of its links are broken.",
            "Then run: lasco data verify cirr --root CIRR --images FOLDER.",
        ],
        Parts = [Nlvr2Folder("train"), Nlvr2Folder("dev"), Nlvr2Folder("test1")],
    };

    private static CatalogEntry Blip => new()
    {
        Name = "blip",
        Title = "BLIP weights",
        Summary = "BLIP ViT-B/16, pre-trained and tuned for retrieval on COCO (Li et al. 2022), and the vocabulary of bert-base-uncased: what CASE begins with.",
        Home = "https://github.com/salesforce/BLIP",
        Licence = "BSD-3-Clause (weights), Apache-2.0 (vocabulary)",
        Files =
        [
            BlipFile("model_base.pth"),
            BlipFile("model_base_retrieval_coco.pth"),
            new CatalogFile("vocab.txt")
            {
                Url = new Uri("https://huggingface.co/google-bert/bert-base-uncased/resolve/main/vocab.txt"),
                Bytes = 231_508,
                Checksum = Sha256("07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
            },
        ],
        Parts = [BlipWeights("model_base.pth"), BlipWeights("model_base_retrieval_coco.pth")],
    };

    private static Checksum Sha256(string value) => new(ChecksumKind.Sha256, value);

    // Addresses name a commit, so that what they give never changes; git's own name of the content is then its checksum.
    private static CatalogFile GitFile(string repository, string path, string place, long? bytes, string blob) => new(place)
    {
        Url = new Uri($"https://raw.githubusercontent.com/{repository}/{path}"), Bytes = bytes, Checksum = new Checksum(ChecksumKind.GitBlob, blob),
    };

    private static CatalogFile LascoFile(string name, string blob) =>
        GitFile("levymsn/LaSCo/311f4d7d4bc069fc2d8abd3bf523cdfae6b5800f/downloads", name, name, null, blob);

    private static CatalogFile CirrFile(string path, long? bytes, string blob) =>
        GitFile("Cuberick-Orion/CIRR/2276fba2d2c53862c8ae79ea18e1f1ae03719f56", path, path, bytes, blob);

    private static CatalogFile FashionFile(string path, long bytes, string blob) =>
        GitFile("XiaoxiaoGuo/fashion-iq/f71b16c3b09ef03b02c0fed160fa072fb3b8aa16", path, path, bytes, blob);

    private static CatalogFile CircoFile(string split, long bytes, string blob) =>
        GitFile("miccunifi/CIRCO/267b5c9087d856ce1b41d2daf8f385ae5b629a3b", $"annotations/{split}.json", $"annotations/{split}.json", bytes, blob) with { OtherPath = $"{split}.json" };

    private static CatalogFile BlipFile(string name) =>
        new(name) { Url = new Uri($"https://storage.googleapis.com/sfr-vision-language-research/BLIP/models/{name}") };

    private static string[] Nlvr2Places(string folder) => [$"images/{folder}", $"img_raw/{folder}"];
}
