namespace Lasco.Research.Tests;

/// <summary>Real annotations and vocabularies that lie beside the checkout on some machines; tests that need them are skipped elsewhere.</summary>
public static class SharedFolder
{
    /// <summary>The path of a file or folder below <c>../shared</c>; the calling test is skipped where it is absent.</summary>
    public static string Require(string path)
    {
        string full = Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", path));
        Assert.SkipUnless(File.Exists(full) || Directory.Exists(full), $"../shared/{path} is not on this machine");
        return full;
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lasco.Research.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("the tests run outside the repository");
    }
}
