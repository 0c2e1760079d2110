namespace Lasco.Notebooks;

/// <summary>Replaces files in one step: a reader, or a run that is killed, sees the old file or the new one, never half of one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, flushes to the disk, then renames over it.</summary>
    /// <param name="path">The file to create or replace. Its folder is created. Where it is a link, what it points to is replaced.</param>
    /// <param name="content">Its whole content.</param>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var file = new FileInfo(path);
        path = (file.Exists ? file.ResolveLinkTarget(returnFinalTarget: true) : null)?.FullName ?? file.FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
                File.SetUnixFileMode(partial, File.GetUnixFileMode(path));
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
