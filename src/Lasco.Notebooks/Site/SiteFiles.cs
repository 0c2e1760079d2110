using System.Security.Cryptography;

namespace Lasco.Notebooks.Site;

/// <summary>The files of a site, gathered before any is written.</summary>
internal sealed class SiteFiles
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>Adds or replaces a file.</summary>
    /// <param name="path">Its path in the site, with slashes.</param>
    /// <param name="content">Its content.</param>
    public void Add(string path, byte[] content) => files[path] = content;

    /// <summary>Adds a picture under a name made from its content.</summary>
    /// <returns>Its path in the site.</returns>
    public string AddPicture(byte[] content, string ending)
    {
        string path = $"pictures/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.{ending}";
        files[path] = content;
        return path;
    }

    /// <summary>Writes all of them, each in one step; those that are there already as they should be are left alone.</summary>
    public void Write(string folder)
    {
        foreach (var (path, content) in files)
        {
            string file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            if (!File.Exists(file) || new FileInfo(file).Length != content.Length || !File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
                AtomicFile.Write(file, content);
        }
    }
}
