using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Documents;

/// <summary>
/// Whether a notebook is in C#, by what Jupyter (<c>kernelspec</c>, <c>language_info</c>) and .NET Interactive
/// (<c>polyglot_notebook</c>, <c>dotnet_interactive</c>) write into its metadata and its cells'.
/// </summary>
internal static class NotebookLanguage
{
    private static readonly string[] CSharp = ["C#", "csharp", "cs", "polyglot-notebook"];

    /// <summary>Languages for which there is a magic: <c>#!html</c>.</summary>
    private static readonly string[] Magics = ["html", "markdown", "javascript"];

    /// <summary>Passes a notebook in C#, or one that does not say.</summary>
    /// <exception cref="NotebookException">The notebook, or one of its cells, is in another language.</exception>
    public static void Check(NotebookDocument notebook)
    {
        var metadata = notebook.Metadata;
        string? language = Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Text(metadata, "kernelspec", "language") ?? Text(metadata, "language_info", "name");
        if (language is not null && !IsCSharp(language))
            throw new NotebookException(notebook.Path, $"is in {language}, expected C# (its metadata's kernelspec says so)");

        for (int i = 0; i < notebook.Cells.Count; i++)
        {
            var cell = notebook.Cells[i];
            if (cell.Kind == CellKind.Code && OfCell(cell) is { } other && !IsCSharp(other) && !Magics.Contains(other))
                throw new NotebookException(notebook.Path, $"cells[{i}]: a cell in {other}, expected C#");
        }
    }

    /// <summary>Says that a notebook is in C#, where it does not say anything.</summary>
    public static void Declare(NotebookDocument notebook)
    {
        notebook.Metadata.TryAdd("kernelspec", new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" });
        notebook.Metadata.TryAdd("language_info", new JsonObject
        {
            ["codemirror_mode"] = "text/x-csharp", ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp",
        });
    }

    /// <summary>What a cell gives to the session: its text, with the magic of its language where its metadata name another than C#.</summary>
    public static string Code(NotebookCell cell) =>
        OfCell(cell) is { } language && Magics.Contains(language) && !cell.Source.TrimStart().StartsWith("#!", StringComparison.Ordinal)
            ? $"#!{language}\n{cell.Source}"
            : cell.Source;

    private static string? OfCell(NotebookCell cell)
    {
        var metadata = cell.Json["metadata"]!.AsObject();
        return Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language") ?? Text(metadata, "vscode", "languageId");
    }

    private static bool IsCSharp(string language) => CSharp.Contains(language, StringComparer.OrdinalIgnoreCase);

    private static string? Text(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (string field in path)
            node = (node as JsonObject)?[field];
        return node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}
