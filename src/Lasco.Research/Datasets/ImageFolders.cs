namespace Lasco.Research.Datasets;

/// <summary>
/// Finds the files that annotations name by a relative path. Copies of a dataset differ in the folders above their
/// images, so each folder of the annotations is looked for once in a few places; files are not looked at.
/// </summary>
/// <param name="root">The image root.</param>
/// <param name="candidates">Where a folder of the annotations may lie below the root, the usual place first.</param>
internal sealed class ImageFolders(string root, Func<string, string[]> candidates)
{
    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);

    /// <summary>The file that an annotation names.</summary>
    /// <param name="path">The path in the annotation, with forward slashes; <c>./</c> before it is ignored.</param>
    /// <returns>The file's path, or null where <paramref name="path"/> is not a path below a root.</returns>
    public string? Find(string path)
    {
        ReadOnlySpan<char> relative = path.AsSpan();
        while (relative.StartsWith("./"))
            relative = relative[2..];
        if (!IsBelowRoot(relative))
            return null;
        int slash = relative.LastIndexOf('/');
        return Path.Join(Folder(slash < 0 ? "" : relative[..slash]), relative[(slash + 1)..]);
    }

    /// <summary>Whether a path stays below the folder that it is relative to and ends with a file name.</summary>
    public static bool IsBelowRoot(ReadOnlySpan<char> path)
    {
        if (path.Contains('\0') || Path.IsPathRooted(path))
            return false;
        foreach (Range segment in path.Split('/'))
        {
            if (path[segment] is "" or "." or "..")
                return false;
        }

        return true;
    }

    private string Folder(ReadOnlySpan<char> annotated)
    {
        var lookup = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(annotated, out string? folder))
            return folder;
        string[] places = [.. candidates(annotated.ToString()).Select(place => Path.Join(root, place))];
        folder = Array.Find(places, Directory.Exists) ?? places[0];
        lookup[annotated] = folder;
        return folder;
    }
}
