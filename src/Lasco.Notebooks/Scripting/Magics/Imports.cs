using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Scripting.Magics;

/// <summary><c>#load</c>, <c>#!import</c>.</summary>
internal static class Imports
{
    private const long MostBytes = 64 << 20;

    public static void Load(Directive directive, CellScope scope)
    {
        if (directive.Argument.Length == 0)
            throw directive.Error($"{directive.Name} needs a file");
        string path = Path.GetFullPath(directive.Argument, scope.Folder);
        if (!File.Exists(path))
            throw directive.Error($"{directive.Argument}: there is no such file");
        if (scope.Importing.Contains(path))
            throw directive.Error($"{directive.Argument}: imports itself");
        if (new FileInfo(path).Length > MostBytes)
            throw directive.Error($"{directive.Argument}: larger than {MostBytes >> 20} MB");

        CellScope inner = scope with { Folder = Path.GetDirectoryName(path)!, Importing = [.. scope.Importing, path] };
        string name = Path.GetFileName(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".cs" or ".csx":
                inner.Carry(Read(directive, path), name);
                break;
            case ".ipynb":
                int number = 0;
                foreach (string code in Cells(directive, Read(directive, path)))
                    inner.Carry(code, $"{name} cell {++number}");
                break;
            default:
                throw directive.Error($"{directive.Argument}: only .cs, .csx and .ipynb can be imported");
        }
    }

    private static string Read(Directive directive, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw directive.Error($"{directive.Argument}: {e.GetType().Name} when it is read");
        }
    }

    /// <summary>The code cells of a notebook, which all have to be C#.</summary>
    private static List<string> Cells(Directive directive, string notebook)
    {
        try
        {
            var found = new List<string>();
            foreach (JsonNode? cell in JsonNode.Parse(notebook)!["cells"]!.AsArray())
            {
                if ((string?)cell!["cell_type"] != "code")
                    continue;
                JsonNode? metadata = cell["metadata"];
                string? language = (string?)metadata?["polyglot_notebook"]?["kernelName"] ?? (string?)metadata?["dotnet_interactive"]?["language"];
                string code = cell["source"] is JsonArray lines ? string.Concat(lines.Select(l => (string?)l)) : (string?)cell["source"] ?? "";
                if (language is not (null or "csharp") && Languages.Of("#!" + language) is null)
                    throw directive.Error($"{directive.Argument}: a cell's language is {language}, which cannot be imported");
                found.Add(language is null or "csharp" ? code : $"#!{language}\n{code}");
            }

            return found;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw directive.Error($"{directive.Argument}: not a notebook");
        }
    }
}
