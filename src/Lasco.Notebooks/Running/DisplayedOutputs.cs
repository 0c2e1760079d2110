using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Running;

/// <summary>
/// What a notebook's cells have shown, and under which names, so that any cell can replace it. Only what is shown in the end is
/// written out: a chart that is updated a hundred times is drawn as a still once. Guarded by its own lock.
/// </summary>
/// <param name="scrubber">Makes paths relative.</param>
internal sealed class DisplayedOutputs(PathScrubber scrubber)
{
    private readonly Dictionary<string, List<JsonObject>> named = [];
    private readonly Dictionary<JsonObject, MimeBundle> unwritten = [];

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
        unwritten.Remove(output);
        foreach (var outputs in named.Values)
            outputs.Remove(output);
    }

    /// <summary>Replaces what is shown under a name; nothing where nothing is.</summary>
    public void Update(string displayId, MimeBundle bundle)
    {
        foreach (var output in named.GetValueOrDefault(displayId) ?? [])
            Show(output, bundle);
    }

    /// <summary>Shows a bundle in an output.</summary>
    public void Show(JsonObject output, MimeBundle bundle) => unwritten[output] = bundle;

    /// <summary>Writes the forms of what is shown into the outputs.</summary>
    public void WriteOut()
    {
        foreach (var (output, bundle) in unwritten)
        {
            var data = new JsonObject();
            foreach (var (mime, content) in bundle.Data)
            {
                bool isPicture = mime.StartsWith("image/", StringComparison.Ordinal) && mime != "image/svg+xml";
                string text = isPicture ? content : scrubber.Scrub(content);
                data[mime] = MimeBundle.IsJson(mime) ? JsonNode.Parse(text) : text;
            }

            output["data"] = data;
            output["metadata"] = bundle.Metadata?.DeepClone() ?? new JsonObject();
        }

        unwritten.Clear();
    }
}
