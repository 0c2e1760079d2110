namespace Lasco.Notebooks;

/// <summary>
/// A notebook, or something asked of it, is not what it should be. The message is one line that names the file, the cell and
/// what was expected; the command line prints it and exits with code 2.
/// </summary>
public sealed class NotebookException : Exception
{
    /// <summary>A problem with a file, or at a place in it.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="problem">What is wrong, where, and what was expected.</param>
    /// <param name="inner">The exception that revealed it.</param>
    public NotebookException(string file, string problem, Exception? inner = null)
        : base($"{file}: {problem}".ReplaceLineEndings(" "), inner) => File = file;

    /// <summary>The file.</summary>
    public string File { get; }
}
