namespace Lasco.Research.Datasets;

/// <summary>A folder of pictures as a corpus.</summary>
public static class ImageFolder
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png" };

    /// <summary>The pictures in a folder and its sub-folders, ordered by their path.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The images; an identifier is the path relative to the folder.</returns>
    /// <exception cref="InputException">There is no such folder, or no picture in it.</exception>
    public static IReadOnlyList<ImageRef> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException(folder, "there is no such folder");
        var images = Files(folder)
            .Select(file => new ImageRef(Path.GetRelativePath(folder, file), file))
            .ToArray();
        return images.Length > 0 ? images : throw new InputException(folder, "holds no .jpg, .jpeg or .png file");
    }

    /// <summary>The pictures in a folder that exists and its sub-folders, ordered by their path.</summary>
    internal static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal);
}
