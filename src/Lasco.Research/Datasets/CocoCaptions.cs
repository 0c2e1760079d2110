namespace Lasco.Research.Datasets;

/// <summary>An image of COCO with the sentences that describe it (five, mostly).</summary>
/// <param name="Id">The COCO id.</param>
/// <param name="FileName">Its file's name, without a folder.</param>
/// <param name="Captions">Its captions in the order of the file; empty where there are none.</param>
public sealed record CocoCaptionedImage(long Id, string FileName, IReadOnlyList<string> Captions);

/// <summary>Reads COCO's caption annotations: <c>captions_train2014.json</c>, <c>captions_val2014.json</c>.</summary>
public static class CocoCaptions
{
    private static readonly JsonKeys FileKeys = new(["images", "annotations"]);
    private static readonly JsonKeys ImageKeys = new(["id", "file_name"]);
    private static readonly JsonKeys CaptionKeys = new(["image_id", "caption"]);

    /// <summary>Reads every image and its captions.</summary>
    /// <param name="path">The annotation file.</param>
    /// <returns>The images, in the order of the file.</returns>
    /// <exception cref="InputException">The file is missing or malformed, lists an image twice, or describes one that it does not list.</exception>
    public static IReadOnlyList<CocoCaptionedImage> Read(string path)
    {
        var images = new List<CocoCaptionedImage>();
        var captions = new Dictionary<long, List<string>>();
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            var described = new List<(long Image, string Caption, long Offset)>();
            JsonObject file = json.BeginObject(FileKeys);
            while (json.Next(ref file))
            {
                if (file.Key == "images")
                    ReadImages(ref json, images, captions);
                else
                    ReadAnnotations(ref json, described);
            }

            foreach ((long image, string caption, long offset) in described)
            {
                if (!captions.TryGetValue(image, out List<string>? list))
                    throw json.FailAt(offset, $"the image {image} is not in \"images\"");
                list.Add(caption);
            }
        });
        return images;
    }

    private static void ReadImages(ref JsonFile json, List<CocoCaptionedImage> images, Dictionary<long, List<string>> captions)
    {
        json.BeginList("a list of images");
        for (int i = 0; json.NextItem("image", i); i++)
        {
            long id = 0, offset = json.Offset;
            string name = "";
            JsonObject image = json.BeginObject(ImageKeys);
            while (json.Next(ref image))
            {
                if (image.Key == "id")
                    id = json.Int64();
                else
                    name = json.String("a file name");
            }

            var list = new List<string>(5);
            if (!captions.TryAdd(id, list))
                throw json.FailAt(offset, $"the image {id} is listed twice");
            images.Add(new CocoCaptionedImage(id, name, list));
        }
    }

    private static void ReadAnnotations(ref JsonFile json, List<(long Image, string Caption, long Offset)> described)
    {
        json.BeginList("a list of annotations");
        for (int i = 0; json.NextItem("annotation", i); i++)
        {
            long image = 0, offset = json.Offset;
            string caption = "";
            JsonObject annotation = json.BeginObject(CaptionKeys);
            while (json.Next(ref annotation))
            {
                if (annotation.Key == "image_id")
                    image = json.Int64();
                else
                    caption = json.String("a caption");
            }

            described.Add((image, caption, offset));
        }
    }
}
