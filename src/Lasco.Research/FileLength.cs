namespace Lasco.Research;

/// <summary>Lengths of files. A symbolic link is as long as the file that it leads to, where <see cref="FileInfo"/> says how long the link itself is.</summary>
internal static class FileLength
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <exception cref="IOException">There is no such file, or the links lead in a circle.</exception>
    public static long Of(string path) => ((FileInfo?)File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).Length;
}
