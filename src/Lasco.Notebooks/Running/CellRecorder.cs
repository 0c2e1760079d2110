using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Running;

/// <summary>
/// Collects what a cell shows, as nbclient would from a kernel: neighbouring pieces of a stream become one output, what comes
/// after the cell's end is dropped (but replaces what is shown under a name), and absolute paths become relative.
/// </summary>
internal sealed class CellRecorder : ICellOutput
{
    /// <summary>Characters of console output that a cell keeps.</summary>
    public const int MaxStream = 1 << 18;

    /// <summary>Outputs that a cell keeps.</summary>
    public const int MaxOutputs = 2000;

    private readonly DisplayedOutputs displayed;
    private readonly PathScrubber scrubber;
    private readonly int count;
    private readonly List<(JsonObject Output, StringBuilder? Text)> outputs = [];
    private int streamed;
    private long droppedText;
    private int droppedOutputs;
    private bool clearNext, ended;

    /// <summary>A recorder for one cell.</summary>
    /// <param name="displayed">What the notebook's cells have shown under names.</param>
    /// <param name="scrubber">Makes paths relative.</param>
    /// <param name="count">The cell's execution count.</param>
    public CellRecorder(DisplayedOutputs displayed, PathScrubber scrubber, int count) =>
        (this.displayed, this.scrubber, this.count) = (displayed, scrubber, count);

    /// <inheritdoc/>
    public void Stream(string text, bool error)
    {
        lock (displayed.Gate)
        {
            if (ended || text.Length == 0)
                return;
            ClearIfAsked();
            int room = Math.Min(text.Length, MaxStream - streamed);
            droppedText += text.Length - room;
            if (room == 0)
                return;
            streamed += room;
            string name = error ? "stderr" : "stdout";
            if (outputs is [.., ({ } last, { } builder)] && last["name"]!.GetValue<string>() == name)
                builder.Append(text, 0, room);
            else
                Add(new JsonObject { ["output_type"] = "stream", ["name"] = name }, new StringBuilder(text, 0, room, room));
        }
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string? displayId = null) => Show("display_data", bundle, displayId);

    /// <inheritdoc/>
    public void Result(MimeBundle bundle) => Show("execute_result", bundle, null);

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId)
    {
        lock (displayed.Gate)
            displayed.Update(displayId, bundle);
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
        lock (displayed.Gate)
        {
            if (ended)
                return;
            clearNext = true;
            if (!wait)
                ClearIfAsked();
        }
    }

    /// <inheritdoc/>
    public string Ask(string prompt, bool password) => throw new NotSupportedException("nobody is there to answer: the notebook is run without a user");

    /// <summary>Ends the cell.</summary>
    /// <param name="error">Why it failed, if it did.</param>
    /// <returns>What it has shown. Later updates change these very objects, under <see cref="DisplayedOutputs.Gate"/>.</returns>
    public IReadOnlyList<JsonObject> End(CellError? error)
    {
        lock (displayed.Gate)
        {
            ended = true;
            displayed.WriteOut();
            foreach (var (output, text) in outputs)
            {
                if (text is not null)
                    output["text"] = scrubber.Scrub(text.ToString());
            }

            var all = outputs.ConvertAll(output => output.Output);
            if (droppedText > 0)
                all.Add(Note(string.Create(CultureInfo.InvariantCulture, $"\n[{droppedText:N0} more characters of console output are not kept]\n")));
            if (droppedOutputs > 0)
                all.Add(Note(string.Create(CultureInfo.InvariantCulture, $"[{droppedOutputs:N0} more outputs are not kept]\n")));
            if (error is not null)
            {
                all.Add(new JsonObject
                {
                    ["output_type"] = "error", ["ename"] = error.Name, ["evalue"] = scrubber.Scrub(error.Message),
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)scrubber.Scrub(line))]),
                });
            }

            return all;
        }
    }

    private static JsonObject Note(string text) => new() { ["output_type"] = "stream", ["name"] = "stderr", ["text"] = text };

    private void Show(string type, MimeBundle bundle, string? displayId)
    {
        var output = new JsonObject { ["output_type"] = type };
        if (type == "execute_result")
            output["execution_count"] = count;
        lock (displayed.Gate)
        {
            if (ended)
                return;
            ClearIfAsked();
            if (!Add(output, null))
                return;
            displayed.Show(output, bundle);
            if (displayId is not null)
                displayed.Add(displayId, output, bundle);
        }
    }

    private bool Add(JsonObject output, StringBuilder? text)
    {
        if (outputs.Count == MaxOutputs)
        {
            droppedOutputs++;
            return false;
        }

        outputs.Add((output, text));
        return true;
    }

    private void ClearIfAsked()
    {
        if (!clearNext)
            return;
        clearNext = false;
        foreach (var (output, _) in outputs)
            displayed.Remove(output);
        outputs.Clear();
        (streamed, droppedText, droppedOutputs) = (0, 0, 0);
    }
}
