using Lasco.Research.Datasets.Downloads;

namespace Lasco.Research.Datasets.Catalog;

/// <summary>A dataset, or a set of weights: what it consists of, where it comes from, and how it is obtained.</summary>
public sealed record CatalogEntry
{
    /// <summary>What the command line calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Its own name.</summary>
    public required string Title { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The page of those who made it.</summary>
    public required string Home { get; init; }

    /// <summary>On what terms it may be used.</summary>
    public required string Licence { get; init; }

    /// <summary>Its files, images aside.</summary>
    public IReadOnlyList<CatalogFile> Files { get; init; } = [];

    /// <summary>Archives that some of <see cref="Files"/> and <see cref="Images"/> come in.</summary>
    public IReadOnlyList<CatalogArchive> Archives { get; init; } = [];

    /// <summary>Its folders of images.</summary>
    public IReadOnlyList<CatalogImages> Images { get; init; } = [];

    /// <summary>The entry that its annotations take their images from, where it has none of its own.</summary>
    public string? ImagesOf { get; init; }

    /// <summary>What must be done by hand, step by step.</summary>
    public IReadOnlyList<string> ByHand { get; init; } = [];

    /// <summary>What its content is compared with.</summary>
    internal IReadOnlyList<CatalogPart> Parts { get; init; } = [];

    /// <summary>The published bytes of what can be downloaded.</summary>
    public long KnownBytes => Files.Where(file => file.Url is not null).Sum(file => file.Bytes ?? 0) + Archives.Sum(archive => archive.Bytes ?? archive.RoughBytes ?? 0);

    /// <summary>How many of the files and archives that can be downloaded have no published length; they are not in <see cref="KnownBytes"/>.</summary>
    public int UnknownLengths => Files.Count(file => file.Url is not null && file.Bytes is null) + Archives.Count(archive => (archive.Bytes ?? archive.RoughBytes) is null);
}

/// <summary>A file of a dataset.</summary>
/// <param name="Path">Its place below the dataset's folder, with forward slashes.</param>
public sealed record CatalogFile(string Path)
{
    /// <summary>Where it can be fetched; null where it comes in an archive or by hand.</summary>
    public Uri? Url { get; init; }

    /// <summary>Its length, where published.</summary>
    public long? Bytes { get; init; }

    /// <summary>What it must add up to, where known.</summary>
    public Checksum? Checksum { get; init; }

    /// <summary>Whether the kit works without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Another place below the folder where readers find it too.</summary>
    public string? OtherPath { get; init; }

    /// <summary>The file below a root: at its usual place, or at the other one where it is there alone.</summary>
    internal string In(string root)
    {
        string usual = System.IO.Path.Combine(root, Path);
        return OtherPath is { } other && !File.Exists(usual) && System.IO.Path.Combine(root, other) is var beside && File.Exists(beside) ? beside : usual;
    }
}

/// <summary>An archive that is fetched, unpacked and removed.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Members">What is unpacked of it: paths, or folders with a slash at the end.</param>
public sealed record CatalogArchive(Uri Url, IReadOnlyList<string> Members)
{
    /// <summary>The folder, below the dataset's, that it is unpacked to.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Its length, where published to the byte.</summary>
    public long? Bytes { get; init; }

    /// <summary>Its length as its page rounds it.</summary>
    public long? RoughBytes { get; init; }

    /// <summary>What it must add up to, where known.</summary>
    public Checksum? Checksum { get; init; }

    /// <summary>Its file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Url.AbsolutePath);
}

/// <summary>A folder of images.</summary>
/// <param name="Path">Its place below the dataset's folder.</param>
/// <param name="Count">How many images it holds, where published.</param>
public sealed record CatalogImages(string Path, int? Count)
{
    /// <summary>Other places below the folder where readers find it too.</summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>The folder below a root: the first place that exists, or the usual one.</summary>
    internal string In(string root) =>
        OtherPaths.Prepend(Path).Select(path => System.IO.Path.Combine(root, path)).FirstOrDefault(Directory.Exists) ?? System.IO.Path.Combine(root, Path);
}

/// <summary>A part of a dataset that is read and counted by itself: a split, a file.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="File">The file that it needs first, below the folder: where that is absent, the part is passed over. Null where it is read in any case.</param>
/// <param name="Read">Reads it from the dataset's folder and the images'.</param>
internal sealed record CatalogPart(string Name, CatalogFile? File, Func<string, string?, PartContent> Read)
{
    /// <summary>Everything that is wrong with its file, from the dataset's folder: asked for where <see cref="Read"/> stops at the first problem.</summary>
    public Func<string, IReadOnlyList<string>> Audit { get; init; } = _ => [];
}

/// <summary>What a part holds.</summary>
/// <param name="Counts">What is counted, the published number, and the number found.</param>
/// <param name="Images">The image files that it names.</param>
internal sealed record PartContent(IReadOnlyList<(string What, long Published, long Found)> Counts, IEnumerable<string> Images)
{
    /// <summary>Nothing to count.</summary>
    public static PartContent Empty { get; } = new([], []);

    /// <summary>What is wrong with it beside its counts.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
