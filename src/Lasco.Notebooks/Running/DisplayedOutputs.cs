using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Running;

/// <summary>What a notebook's cells have shown under names, so that any cell can replace it. Guarded by its own lock.</summary>
internal sealed class DisplayedOutputs
{
    private readonly Dictionary<string, List<JsonObject>> named = [];

    /// <summary>Held while outputs change or are read.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Remembers an output; what is shown under the name already becomes the same, as in Jupyter.</summary>
    public void Add(string displayId, JsonObject output, MimeBundle bundle)
    {
        Update(displayId, bundle);
        if (!named.TryGetValue(displayId, out var outputs))
            named[displayId] = outputs = [];
        outputs.Add(output);
    }

    /// <summary>Forgets an output that was taken away.</summary>
    public void Remove(JsonObject output)
    {
        foreach (var outputs in named.Values)
            outputs.Remove(output);
    }

    /// <summary>Replaces what is shown under a name; nothing where nothing is.</summary>
    public void Update(string displayId, MimeBundle bundle)
    {
        foreach (var output in named.GetValueOrDefault(displayId) ?? [])
            Fill(output, bundle);
    }

    /// <summary>Writes the forms of a bundle into an output.</summary>
    public static void Fill(JsonObject output, MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mime, content) in bundle.Data)
            data[mime] = MimeBundle.IsJson(mime) ? JsonNode.Parse(content) : content;
        output["data"] = data;
        output["metadata"] = bundle.Metadata?.DeepClone() ?? new JsonObject();
    }
}
