namespace Lasco.Research.Datasets;

/// <summary>Reads the list of images of any COCO annotation file: <c>image_info_unlabeled2017.json</c>, <c>captions_val2014.json</c>.</summary>
internal static class CocoImageList
{
    private static readonly JsonKeys FileKeys = new(["images"]);
    private static readonly JsonKeys ImageKeys = new(["id", "file_name"]);

    /// <summary>Reads <c>images</c> and passes over the rest.</summary>
    /// <param name="path">The annotation file.</param>
    /// <param name="add">Takes the id and the file name of each image.</param>
    /// <exception cref="InputException">The file is missing or malformed, or lists an image twice.</exception>
    public static void Read(string path, Action<long, string> add)
    {
        var ids = new HashSet<long>();
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            JsonObject file = json.BeginObject(FileKeys);
            while (json.Next(ref file))
            {
                json.BeginList("a list of images");
                for (int i = 0; json.NextItem("image", i); i++)
                    ReadImage(ref json, ids, add);
            }
        });
    }

    private static void ReadImage(ref JsonFile json, HashSet<long> ids, Action<long, string> add)
    {
        long id = 0;
        string name = "";
        JsonObject image = json.BeginObject(ImageKeys);
        while (json.Next(ref image))
        {
            if (image.Key == "id")
            {
                id = json.Int64();
                if (!ids.Add(id))
                    throw json.Fail($"the image {id} is listed twice");
            }
            else
            {
                name = json.String("a file name");
                if (name.Contains('/') || !ImageFolders.IsBelowRoot(name))
                    throw json.Expected("a file name, without a folder");
            }
        }

        add(id, name);
    }
}
