using System.Buffers;
using System.IO.Compression;
using Lasco.Research.Imaging;

namespace Lasco.Research.Datasets.Downloads;

/// <summary>
/// Unpacks chosen members of a zip archive that may be hostile: names that leave the folder, links, members that occur
/// twice, and contents that grow beyond reason are refused before the first file is written. A file has its name only
/// once its checksum is right, so that a stopped run goes on where it was.
/// </summary>
internal static class ZipUnpacker
{
    private const int MaxEntries = 1_000_000;
    private const int MaxRatio = 200;
    private const int BlockBytes = 1 << 17;
    private const int UnixTypeMask = 0xF000, UnixFile = 0x8000, UnixFolder = 0x4000;

    /// <summary>Unpacks what is not there yet.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">Where its members go.</param>
    /// <param name="members">The members that are wanted; a name that ends with a slash is a folder with all that is in it.</param>
    /// <param name="freeBytes">The room in a folder.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between files and blocks.</param>
    /// <exception cref="InputException">The archive is damaged, hostile, or lacks a member.</exception>
    /// <exception cref="DownloadException">There is no room.</exception>
    public static void Unpack(
        string archive, string folder, IReadOnlyList<string> members, Func<string, long> freeBytes, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            ZipArchiveEntry[] wanted = Choose(zip, archive, members);
            long total = wanted.Sum(entry => entry.Length);
            Directory.CreateDirectory(folder);
            ZipArchiveEntry[] missing = [.. wanted.Where(entry => Path.Join(folder, entry.FullName) is var file && (!File.Exists(file) || FileLength.Of(file) != entry.Length))];
            FreeSpace.Require(folder, missing.Sum(entry => entry.Length), Path.GetFileName(archive), freeBytes);

            long done = total - missing.Sum(entry => entry.Length);
            var meter = new RateMeter();
            foreach (ZipArchiveEntry entry in missing)
            {
                Extract(entry, archive, Path.Join(folder, entry.FullName), cancellation);
                done += entry.Length;
                if (meter.Add(entry.Length))
                    progress?.Report(new DownloadProgress(Path.GetFileName(archive), DownloadPhase.Unpacking, done, total, meter.Rate));
            }
        }
        catch (InvalidDataException e)
        {
            throw new InputException(archive, $"is not a zip archive, or is damaged: {e.Message}", e);
        }
    }

    private static ZipArchiveEntry[] Choose(ZipArchive zip, string archive, IReadOnlyList<string> members)
    {
        if (zip.Entries.Count > MaxEntries)
            throw new InputException(archive, $"has {zip.Entries.Count:N0} members; at most {MaxEntries:N0} are read");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var wanted = new List<ZipArchiveEntry>();
        var found = new HashSet<string>();
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            Check(entry, archive);
            string? member = entry.FullName.EndsWith('/') ? null : members.FirstOrDefault(member => member.EndsWith('/') ? entry.FullName.StartsWith(member, StringComparison.Ordinal) : entry.FullName == member);
            if (member is null)
                continue;
            if (!names.Add(entry.FullName))
                throw new InputException(archive, $"has the member \"{entry.FullName}\" twice");
            found.Add(member);
            wanted.Add(entry);
        }

        if (members.FirstOrDefault(member => !found.Contains(member)) is { } absent)
            throw new InputException(archive, $"has no member \"{absent}\"");
        long packed = FileLength.Of(archive);
        if (wanted.Sum(entry => (decimal)entry.Length) > (decimal)packed * MaxRatio)
            throw new InputException(archive, $"says that its {packed:N0} bytes unpack to more than {MaxRatio} times as many");
        return [.. wanted];
    }

    private static void Check(ZipArchiveEntry entry, string archive)
    {
        string name = entry.FullName.EndsWith('/') ? entry.FullName[..^1] : entry.FullName;
        if (!ImageFolders.IsBelowRoot(name) || name.Contains('\\') || name.Contains(':'))
            throw new InputException(archive, $"has the member \"{name}\"; expected paths below the folder that it is unpacked to");
        int type = (entry.ExternalAttributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixFile or UnixFolder))
            throw new InputException(archive, $"has the member \"{name}\", which is a link or a device; expected files and folders");
        if (entry.IsEncrypted)
            throw new InputException(archive, $"has the member \"{name}\", which is encrypted");
        if (entry.Length < 0)
            throw new InputException(archive, $"has the member \"{name}\" with a negative length");
    }

    private static void Extract(ZipArchiveEntry entry, string archive, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string partial = $"{path}.part";
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            using (Stream source = entry.Open())
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                uint checksum = 0;
                long length = 0;
                while (source.Read(block) is > 0 and int read)
                {
                    cancellation.ThrowIfCancellationRequested();
                    length += read;
                    if (length > entry.Length)
                        break;
                    checksum = Crc32.Append(checksum, block.AsSpan(0, read));
                    file.Write(block.AsSpan(0, read));
                }

                if (length != entry.Length || checksum != entry.Crc32)
                    throw new InputException(archive, $"the member \"{entry.FullName}\" is damaged: its length or checksum is not what the archive says");
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
