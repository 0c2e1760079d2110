namespace Lasco.Research.Datasets.Catalog;

/// <summary>What is there of a file or a folder.</summary>
public enum ItemState
{
    /// <summary>It is there, as far as its length or its number of files tells.</summary>
    Present,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is not there, and the kit works without it.</summary>
    OptionalMissing,

    /// <summary>It is there with another length, or with fewer files.</summary>
    Different,

    /// <summary>A download of it was begun.</summary>
    Partial,
}

/// <summary>A file or folder of a dataset, as it lies on the disk.</summary>
/// <param name="Path">Its path.</param>
/// <param name="State">What is there.</param>
/// <param name="Note">Lengths or numbers; empty where there is nothing to say.</param>
public sealed record ItemStatus(string Path, ItemState State, string Note);

/// <summary>Looks at a dataset's folder without reading its files.</summary>
public static class DatasetStatus
{
    /// <summary>The state of each file and folder.</summary>
    /// <param name="entry">The dataset.</param>
    /// <param name="root">Its folder; it need not exist.</param>
    public static IReadOnlyList<ItemStatus> Of(CatalogEntry entry, string root) =>
        [.. entry.Files.Select(file => Of(file, root)), .. entry.Images.Select(images => Of(images, root)), .. entry.Archives.SelectMany(archive => Leftovers(archive, root))];

    private static ItemStatus Of(CatalogFile file, string root)
    {
        var there = new FileInfo(file.In(root));
        if (there.Exists)
        {
            long length = FileLength.Of(there.FullName);
            return file.Bytes is { } bytes && bytes != length
                ? new ItemStatus(there.FullName, ItemState.Different, $"{length:N0} bytes; the published file has {bytes:N0}")
                : new ItemStatus(there.FullName, ItemState.Present, $"{length:N0} bytes");
        }

        if (PartOf(there.FullName) is { } part)
            return part with { Path = there.FullName };
        return new ItemStatus(there.FullName, file.IsOptional ? ItemState.OptionalMissing : ItemState.Missing, file.IsOptional ? "optional" : "");
    }

    private static ItemStatus Of(CatalogImages images, string root)
    {
        string folder = Path.GetFullPath(images.In(root));
        if (!Directory.Exists(folder))
            return new ItemStatus(folder, ItemState.Missing, "");
        int count = ImageFolder.Files(folder).Count();
        return images.Count is { } expected && count < expected
            ? new ItemStatus(folder, ItemState.Different, $"{count:N0} images; the published folder has {expected:N0}")
            : new ItemStatus(folder, count > 0 ? ItemState.Present : ItemState.Missing, $"{count:N0} images");
    }

    private static IEnumerable<ItemStatus> Leftovers(CatalogArchive archive, string root)
    {
        string path = Path.GetFullPath(Path.Combine(root, archive.Name));
        if (PartOf(path) is { } part)
            yield return part;
        else if (File.Exists(path))
            yield return new ItemStatus(path, ItemState.Present, $"{FileLength.Of(path):N0} bytes; not needed once it is unpacked");
    }

    private static ItemStatus? PartOf(string path) =>
        new FileInfo($"{path}.part") is { Exists: true } part ? new ItemStatus(part.FullName, ItemState.Partial, $"{part.Length:N0} bytes have arrived") : null;
}
