namespace Lasco.Notebooks.Kernel;

/// <summary>Cells that ask for help, as in IPython: <c>?Console.WriteLine</c> or <c>Console.WriteLine?</c>. No C# begins or ends like that.</summary>
internal static class Pager
{
    /// <summary>The name that a cell asks about, or null where it is an ordinary cell.</summary>
    public static string? Question(string code)
    {
        string text = code.Trim(), name = text.Trim('?').Trim();
        return name.Length < text.Length && (text[0] == '?' || text[^1] == '?') && IsName(name) ? name : null;
    }

    private static bool IsName(string text) => text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '_' or '@')
        && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '<' or '>' or ',' or '@');
}
