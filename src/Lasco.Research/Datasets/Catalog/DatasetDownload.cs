using Lasco.Research.Datasets.Downloads;

namespace Lasco.Research.Datasets.Catalog;

/// <summary>What a download did.</summary>
/// <param name="Fetched">The files and archives that were fetched.</param>
/// <param name="Present">Those that were there.</param>
/// <param name="ByHand">What is left to be done by hand.</param>
public sealed record DownloadSummary(IReadOnlyList<string> Fetched, IReadOnlyList<string> Present, IReadOnlyList<string> ByHand);

/// <summary>Fetches what a dataset's folder lacks, and unpacks it.</summary>
/// <param name="downloader">Fetches.</param>
public sealed class DatasetDownload(Downloader downloader)
{
    /// <summary>Fetches every file and archive that may be downloaded and is not there.</summary>
    /// <param name="entry">The dataset.</param>
    /// <param name="root">Its folder; it is created.</param>
    /// <param name="progress">Told how far the file in hand is.</param>
    /// <param name="cancellation">Stops and keeps what has arrived: the next run goes on there.</param>
    /// <exception cref="InputException">A file is there with another length than was published, or an archive is damaged.</exception>
    /// <exception cref="DownloadException">A file cannot be fetched, or there is no room for all that is to be.</exception>
    public async Task<DownloadSummary> RunAsync(
        CatalogEntry entry, string root, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(root);
        CatalogFile[] files = [.. entry.Files.Where(file => file.Url is not null)];
        CatalogFile[] missingFiles = [.. files.Where(file => IsMissing(file, root))];
        CatalogArchive[] missingArchives = [.. entry.Archives.Where(archive => !IsUnpacked(entry, archive, root))];
        RequireRoom(root, missingFiles, missingArchives);

        foreach (CatalogFile file in missingFiles)
        {
            var request = new DownloadRequest(file.Url!, Path.Combine(root, file.Path), file.Bytes, file.Checksum);
            await downloader.FetchAsync(request, progress, cancellation).ConfigureAwait(false);
        }

        foreach (CatalogArchive archive in missingArchives)
            await FetchAndUnpackAsync(archive, root, progress, cancellation).ConfigureAwait(false);
        return new DownloadSummary(
            [.. missingFiles.Select(file => file.Path), .. missingArchives.Select(archive => archive.Name)],
            [.. files.Except(missingFiles).Select(file => file.Path), .. entry.Archives.Except(missingArchives).SelectMany(archive => archive.Members)],
            entry.ByHand);
    }

    private static bool IsMissing(CatalogFile file, string root)
    {
        var there = new FileInfo(file.In(root));
        if (there.Exists && file.Bytes is { } bytes && FileLength.Of(there.FullName) is var length && bytes != length)
            throw new InputException(there.FullName, $"has {length:N0} bytes where the published file has {bytes:N0}; move it away to have it downloaded");
        return !there.Exists;
    }

    private static bool IsUnpacked(CatalogEntry entry, CatalogArchive archive, string root) => archive.Members.All(member =>
        entry.Images.FirstOrDefault(images => $"{images.Path}/" == member) is { } images
            ? Directory.Exists(images.In(root)) && ImageFolder.Files(images.In(root)).Count() >= (images.Count ?? 1)
            : File.Exists(Path.Combine(root, archive.Folder, member)));

    // An archive and its content are on the disk together before the archive is removed; images hardly compress.
    private void RequireRoom(string root, CatalogFile[] files, CatalogArchive[] archives)
    {
        long bytes = files.Sum(file => Rest(root, file.Path, file.Bytes)) + archives.Sum(archive => Rest(root, archive.Name, archive.Bytes ?? archive.RoughBytes) + Unpacked(archive));
        FreeSpace.Require(root, bytes, "what is to be downloaded and unpacked", downloader.FreeBytes);
    }

    private static long Unpacked(CatalogArchive archive) => archive.Members.Any(member => member.EndsWith('/')) ? archive.Bytes ?? archive.RoughBytes ?? 0 : 0;

    private static long Rest(string root, string path, long? bytes)
    {
        string full = Path.Combine(root, path);
        FileInfo there = new FileInfo(full) is { Exists: true } whole ? whole : new FileInfo($"{full}.part");
        return Math.Max(0, (bytes ?? 0) - (there.Exists ? there.Length : 0));
    }

    private async Task FetchAndUnpackAsync(CatalogArchive archive, string root, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        string path = Path.Combine(root, archive.Name);
        bool isOurs = !File.Exists(path);
        if (isOurs)
            await downloader.FetchAsync(new DownloadRequest(archive.Url, path, archive.Bytes, archive.Checksum), progress, cancellation).ConfigureAwait(false);
        else
            CheckGiven(archive, path, progress, cancellation);
        try
        {
            ZipUnpacker.Unpack(path, Path.Combine(root, archive.Folder), archive.Members, downloader.FreeBytes, progress, cancellation);
        }
        catch (InputException e) when (isOurs)
        {
            File.Move(path, $"{path}.refused", overwrite: true);
            throw new DownloadException($"{archive.Url}: what arrived is of no use ({e.Message}); it is kept as {archive.Name}.refused, and the next run fetches it anew", e);
        }
        catch (InputException e)
        {
            throw new InputException($"{e.Message}; move the archive away to have it downloaded");
        }

        if (isOurs)
            File.Delete(path);
    }

    private static void CheckGiven(CatalogArchive archive, string path, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        long length = FileLength.Of(path);
        var told = new DirectProgress<long>(done => progress?.Report(new DownloadProgress(archive.Name, DownloadPhase.Checking, done, length)));
        if ((archive.Bytes is { } bytes && bytes != length) || (archive.Checksum is { } checksum && !checksum.Matches(path, told, cancellation)))
            throw new InputException(path, "is not the published archive; move it away to have it downloaded");
    }
}
