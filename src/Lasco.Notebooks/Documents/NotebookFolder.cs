namespace Lasco.Notebooks.Documents;

/// <summary>Folders of notebooks.</summary>
public static class NotebookFolder
{
    /// <summary>The folder <c>notebooks</c> of the checkout that the current folder belongs to, or else the program.</summary>
    /// <exception cref="NotebookException">There is none.</exception>
    public static string Default
    {
        get
        {
            foreach (string start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
            {
                if (Checkout.Find(start) is { } checkout && Path.Combine(checkout, "notebooks") is var folder && Directory.Exists(folder))
                    return Path.GetRelativePath(Environment.CurrentDirectory, folder);
            }

            throw new NotebookException("notebooks", "there is no such folder here; name the notebooks");
        }
    }

    /// <summary>The notebooks of a folder in the order of their names, without those that Jupyter keeps as checkpoints.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<string> List(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)];
}
