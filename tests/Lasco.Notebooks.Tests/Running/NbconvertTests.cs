using System.Text.Json.Nodes;
using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Running;
using Lasco.Notebooks.Tests.Kernel;

namespace Lasco.Notebooks.Tests.Running;

/// <summary>Jupyter's own runner, nbconvert with the kernel, is the oracle of ours.</summary>
[Collection(nameof(Sessions))]
[Trait("Speed", "Slow")]
public sealed class NbconvertTests : IDisposable
{
    private static readonly string[] Cells =
    [
        "record Row(string Name, double Recall);\nvar rows = new[] { new Row(\"a\", .25), new Row(\"b\", .5) };\nrows",
        "foreach (int i in Enumerable.Range(0, 1500)) Console.WriteLine(i);\nConsole.Error.WriteLine(\"done\");",
        "Chart.Line([1, 2, 3], [3, 1, 2], \"loss\") with { Title = \"A chart\" }",
        "var shown = display(\"before\");\nawait Task.Delay(5);\nshown.Update(\"after\");",
        "foreach (int i in Enumerable.Range(0, 20).WithProgress(\"epoch\")) await Task.Delay(1);",
        "display(HTML(\"<b>bold</b>\"));\nclear_output();\ndisplay(1.5);",
        "int Fail(int x) => throw new InvalidOperationException(\"no\");\nshown = null;",
        "[raises-exception]Fail(3)",
        "[raises-exception]undeclared + 1",
        "rows.Length",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly JupyterPython python = new();

    [Fact]
    public async Task The_runner_gives_the_outputs_that_nbconvert_gives()
    {
        await python.Require("nbconvert", "nbclient");
        string ours = folder.Notebook("ours.ipynb", Cells), theirs = folder.Notebook("theirs.ipynb", Cells);
        Assert.Null(NotebookRunner.Run(NotebookDocument.Read(ours), cancellation: TestContext.Current.CancellationToken).Failure);
        var (code, output) = await python.Run(
            ["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", "--ExecutePreprocessor.kernel_name=.net-csharp", theirs], ("LASCO_STILLS", "1"));
        Assert.True(code == 0, output);
        var (expected, actual) = (NotebookDocument.Read(theirs), NotebookDocument.Read(ours));
        for (int i = 0; i < Cells.Length; i++)
            Assert.Equal((i, Text(expected.Cells[i])), (i, Text(actual.Cells[i])));
    }

    public void Dispose()
    {
        folder.Dispose();
        python.Dispose();
    }

    /// <summary>A cell's outputs with neighbouring pieces of a stream joined, which Jupyter leaves as they came, and keys in order.</summary>
    private static string Text(NotebookCell cell)
    {
        var outputs = new List<JsonObject>();
        foreach (var output in cell.Outputs.Select(output => (JsonObject)output.DeepClone()))
        {
            if (outputs is [.., var last] && last["name"] is { } name && JsonNode.DeepEquals(name, output["name"]))
                last["text"] = Join(last["text"]) + Join(output["text"]);
            else
                outputs.Add(output);
        }

        return string.Join("\n", outputs.Select(Sorted));
    }

    private static string Join(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => line!.GetValue<string>())) : text!.GetValue<string>();

    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject all => $"{{{string.Join(",", all.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{Sorted(pair.Value)}"))}}}",
        JsonArray lines when lines.All(line => line is JsonValue value && value.TryGetValue<string>(out _)) => Join(lines),
        JsonArray items => $"[{string.Join(",", items.Select(Sorted))}]",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node?.ToJsonString() ?? "null",
    };
}
