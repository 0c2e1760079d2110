using System.Text.Json;

namespace Lasco.Notebooks.Kernel;

/// <summary>The language that a cell's metadata names, where a notebook has cells of several.</summary>
internal static class CellLanguage
{
    private static readonly (string Section, string Member)[] Places = [("polyglot_notebook", "kernelName"), ("dotnet_interactive", "language")];

    /// <summary>A cell's text with the magic of its language before it, unless it is C# or begins with a magic of its own.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="metadata">The request's metadata, which are the cell's in JupyterLab.</param>
    public static string Apply(string code, JsonElement metadata)
    {
        foreach (var (section, member) in Places)
        {
            if (metadata.TryGetProperty(section, out var value) && value.ValueKind == JsonValueKind.Object
                && value.TryGetProperty(member, out var name) && name.ValueKind == JsonValueKind.String
                && name.GetString() is { Length: > 0 } language && !language.Any(char.IsWhiteSpace))
            {
                return language is "csharp" or "C#" || code.TrimStart().StartsWith("#!", StringComparison.Ordinal) ? code : $"#!{language}\n{code}";
            }
        }

        return code;
    }
}
