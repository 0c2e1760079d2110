namespace Lasco.Notebooks.Scripting;

/// <summary>A line of a cell that is no C# (a magic, a reference) cannot be carried out.</summary>
/// <param name="name">What kind of error it is, for <see cref="CellError.Name"/>.</param>
/// <param name="message">What is wrong, in one line.</param>
/// <param name="path">The cell or file.</param>
/// <param name="line">The line in it, from 1.</param>
internal sealed class CellException(string name, string message, string path, int line) : Exception(message)
{
    public string Name => name;

    public string Path => path;

    public int Line => line;
}
