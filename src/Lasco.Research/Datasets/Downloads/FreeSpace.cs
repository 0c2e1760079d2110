namespace Lasco.Research.Datasets.Downloads;

/// <summary>Room on the disk, asked for before it is needed.</summary>
internal static class FreeSpace
{
    private const long Reserve = 64 << 20;

    /// <summary>The bytes that a user may still write in a folder.</summary>
    public static long Of(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    /// <exception cref="DownloadException">The folder's disk has less room.</exception>
    public static void Require(string folder, long bytes, string what, Func<string, long> freeBytes)
    {
        long free = freeBytes(folder);
        if (bytes + Reserve > free)
            throw new DownloadException($"{folder}: {what} needs {ByteSize.Format(bytes)}, and there is room for {ByteSize.Format(Math.Max(0, free - Reserve))}");
    }
}
