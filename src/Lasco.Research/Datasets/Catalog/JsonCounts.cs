namespace Lasco.Research.Datasets.Catalog;

/// <summary>Counts the elements of lists in large files, without keeping them.</summary>
internal static class JsonCounts
{
    /// <summary>The length of a list that is the value of a key.</summary>
    public static long OfList(string path, string key)
    {
        long count = 0;
        var keys = new JsonKeys([key]);
        JsonFile.Read(path, (ref JsonFile json) =>
        {
            JsonObject file = json.BeginObject(keys);
            while (json.Next(ref file))
                count = Count(ref json);
        });
        return count;
    }

    /// <summary>The length of a list that is the whole file.</summary>
    public static long OfFile(string path)
    {
        long count = 0;
        JsonFile.Read(path, (ref JsonFile json) => count = Count(ref json));
        return count;
    }

    private static long Count(ref JsonFile json)
    {
        long count = 0;
        json.BeginList("a list");
        for (; json.NextItem("item", count); count++)
            json.Skip();
        return count;
    }
}
