using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Documents;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Text.</summary>
    Markdown,

    /// <summary>Something for another program; neither run nor shown.</summary>
    Raw,
}

/// <summary>A cell of a notebook: a view of its JSON, in which everything that is not known here stays as it was.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject json) => Json = json;

    /// <summary>The JSON as it is in the file, with texts as strings instead of lists of lines.</summary>
    public JsonObject Json { get; }

    /// <summary>What it holds.</summary>
    public CellKind Kind => Json["cell_type"]!.GetValue<string>() switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The name that tools know it by; unique in the notebook.</summary>
    public string Id => Json["id"]!.GetValue<string>();

    /// <summary>Its text.</summary>
    public string Source => Json["source"]!.GetValue<string>();

    /// <summary>Whether it is code that a kernel is asked to run: one of white space is not.</summary>
    public bool IsRun => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source) && !HasTag("skip-execution");

    /// <summary>The number that stands beside it in brackets; null where it has not been run.</summary>
    public int? ExecutionCount
    {
        get => Json["execution_count"]?.GetValue<int>();
        set => Json["execution_count"] = value;
    }

    /// <summary>What it has shown, in nbformat's form; empty for cells that are not code.</summary>
    public IEnumerable<JsonObject> Outputs => Json["outputs"] is JsonArray outputs ? outputs.Select(output => output!.AsObject()) : [];

    /// <summary>Whether its metadata has a tag.</summary>
    public bool HasTag(string tag) =>
        Json["metadata"]?["tags"] is JsonArray tags && tags.Any(item => item is JsonValue value && value.TryGetValue(out string? text) && text == tag);

    /// <summary>Replaces what it has shown.</summary>
    internal void SetOutputs(IEnumerable<JsonObject> outputs) => Json["outputs"] = new JsonArray([.. outputs]);
}
