using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Documents;

/// <summary>What a notebook of format 4 must have before anything relies on it. Places are named as <c>cells[3].source</c>.</summary>
internal static class NotebookShape
{
    private const int Format = 4, MaxIdLength = 64;

    /// <summary>The notebook, with fields that older tools left out filled in.</summary>
    /// <exception cref="NotebookException">Something is missing or of another kind.</exception>
    public static JsonObject Check(JsonNode? root, string path)
    {
        if (root is not JsonObject notebook)
            throw new NotebookException(path, "not a notebook: expected a JSON object with nbformat, metadata and cells");
        int format = Integer(notebook, "nbformat", path, "") ?? throw new NotebookException(path, "not a notebook: it has no nbformat");
        if (format != Format)
            throw new NotebookException(path, $"nbformat is {format}, expected {Format}; {(format < Format ? "Jupyter converts it: jupyter nbconvert --to notebook FILE" : "it was written by a newer tool")}");
        if (Integer(notebook, "nbformat_minor", path, "") is null)
            notebook["nbformat_minor"] = 0;
        Fill<JsonObject>(notebook, "metadata", path, "");
        if (notebook["cells"] is not JsonArray cells)
            throw new NotebookException(path, "cells: expected an array");

        var ids = new Dictionary<string, int>();
        for (int i = 0; i < cells.Count; i++)
            CheckCell(cells[i], i, ids, path);
        return notebook;
    }

    private static void CheckCell(JsonNode? node, int index, Dictionary<string, int> ids, string path)
    {
        string place = $"cells[{index}]";
        if (node is not JsonObject cell)
            throw new NotebookException(path, $"{place}: expected an object");
        string kind = Text(cell, "cell_type") ?? "";
        if (kind is not ("code" or "markdown" or "raw"))
            throw new NotebookException(path, $"{place}.cell_type: expected code, markdown or raw");
        if (!IsText(cell["source"]))
            throw new NotebookException(path, $"{place}.source: expected a text or a list of texts");
        Fill<JsonObject>(cell, "metadata", path, place + ".");
        CheckId(cell, index, ids, path);
        foreach (var attachment in cell.ContainsKey("attachments") ? Fill<JsonObject>(cell, "attachments", path, place + ".") : [])
        {
            if (attachment.Value is not JsonObject)
                throw new NotebookException(path, $"{place}.attachments.{attachment.Key}: expected an object");
        }

        if (kind != "code")
            return;
        _ = Integer(cell, "execution_count", path, place + ".");
        cell.TryAdd("execution_count", null);
        var outputs = Fill<JsonArray>(cell, "outputs", path, place + ".");
        for (int i = 0; i < outputs.Count; i++)
            CheckOutput(outputs[i], $"{place}.outputs[{i}]", path);
    }

    private static void CheckOutput(JsonNode? node, string place, string path)
    {
        if (node is not JsonObject output || Text(output, "output_type") is not { } type)
            throw new NotebookException(path, $"{place}: expected an object with an output_type");
        if (type == "stream" && (!IsText(output["text"]) || Text(output, "name") is null))
            throw new NotebookException(path, $"{place}: a stream needs a name and a text");
        if (type is "display_data" or "execute_result" && output["data"] is not JsonObject)
            throw new NotebookException(path, $"{place}.data: expected an object");
        if (type == "error" && (Text(output, "ename") is null || Text(output, "evalue") is null || output["traceback"] is not JsonArray lines || !IsText(lines)))
            throw new NotebookException(path, $"{place}: an error needs ename, evalue and a traceback");
    }

    private static void CheckId(JsonObject cell, int index, Dictionary<string, int> ids, string path)
    {
        if (!cell.ContainsKey("id"))
            return;
        if (Text(cell, "id") is not { Length: > 0 and <= MaxIdLength } id || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new NotebookException(path, $"cells[{index}].id: expected 1 to {MaxIdLength} letters, digits, - or _");
        if (!ids.TryAdd(id, index))
            throw new NotebookException(path, $"cells[{index}].id: \"{id}\" is the id of cells[{ids[id]}] already; expected another");
    }

    private static T Fill<T>(JsonObject owner, string field, string path, string prefix)
        where T : JsonNode
    {
        if (!owner.ContainsKey(field))
            owner[field] = typeof(T) == typeof(JsonArray) ? new JsonArray() : new JsonObject();
        return owner[field] as T ?? throw new NotebookException(path, $"{prefix}{field}: expected an {(typeof(T) == typeof(JsonArray) ? "array" : "object")}");
    }

    private static int? Integer(JsonObject owner, string field, string path, string prefix)
    {
        if (owner[field] is not { } node)
            return null;
        return node is JsonValue value && value.TryGetValue(out int number) ? number : throw new NotebookException(path, $"{prefix}{field}: expected an integer");
    }

    private static string? Text(JsonObject owner, string field) => owner[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static bool IsText(JsonNode? node) => node is JsonArray items ? items.All(IsString) : IsString(node);

    private static bool IsString(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;
}
