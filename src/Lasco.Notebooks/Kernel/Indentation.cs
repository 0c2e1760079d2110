namespace Lasco.Notebooks.Kernel;

/// <summary>White space that the next line of a cell is likely to begin with.</summary>
internal static class Indentation
{
    private const string Step = "    ";

    /// <summary>That of the last line, and a step more after an opening bracket.</summary>
    public static string After(string code)
    {
        string last = code.TrimEnd()[(code.TrimEnd().LastIndexOf('\n') + 1)..];
        string indent = last[..^last.TrimStart().Length];
        return last is [.., '{' or '(' or '['] ? indent + Step : indent;
    }
}
