namespace Lasco.Cli.Tests;

/// <summary>Copies of the checkout's notebooks in a folder that goes away, with the checkout's neighbours, so that their relative paths lead where they should.</summary>
internal sealed class NotebookCopies : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("lasco-notebooks-").FullName;

    public NotebookCopies()
    {
        foreach (string neighbour in new[] { "artifacts", "data", "docs" })
            Directory.CreateSymbolicLink(Path.Combine(root, neighbour), Path.Combine(Checkout, neighbour));
        Directory.CreateDirectory(Folder);
    }

    /// <summary>The checkout that the tests were built in.</summary>
    public static string Checkout { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The folder of the copies.</summary>
    public string Folder => Path.Combine(root, "notebooks");

    /// <summary>Copies a notebook.</summary>
    /// <returns>The copy's path.</returns>
    public string Take(string name)
    {
        string copy = Path.Combine(Folder, name);
        File.Copy(Path.Combine(Checkout, "notebooks", name), copy);
        return copy;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Lasco.Research.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the tests are not inside a checkout"));
}
