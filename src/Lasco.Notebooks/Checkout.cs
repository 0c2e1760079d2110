namespace Lasco.Notebooks;

/// <summary>The working copy that a file belongs to.</summary>
public static class Checkout
{
    /// <summary>The nearest folder upwards that holds a repository or a solution; null where there is none.</summary>
    /// <param name="folder">The folder to begin with.</param>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
        {
            if (Path.Exists(Path.Combine(at.FullName, ".git")) || (at.Exists && at.EnumerateFiles("*.sln").Any()))
                return at.FullName;
        }

        return null;
    }
}
