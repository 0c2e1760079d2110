namespace Lasco.Research.Tests.Datasets;

/// <summary>A temporary dataset root, deleted at the end of the test.</summary>
internal sealed class AnnotationFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("lasco-datasets-").FullName;

    public string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        string full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
