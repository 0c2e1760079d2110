using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Running;
using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Tests.Running;

public sealed class CellRecorderTests
{
    private readonly DisplayedOutputs displayed = new(new PathScrubber(Path.GetTempPath()));

    [Fact]
    public void Neighbouring_pieces_of_a_stream_are_one_output()
    {
        var cell = Cell();
        cell.Stream("a", false);
        cell.Stream("b\n", false);
        cell.Stream("oh", true);
        cell.Stream("c", false);
        Assert.Equal(["stdout:ab\n", "stderr:oh", "stdout:c"], cell.End(null).Select(output => $"{output["name"]}:{output["text"]}"));
    }

    [Fact]
    public void Clearing_takes_away_now_or_with_the_next_output()
    {
        var cell = Cell();
        cell.Stream("gone", false);
        cell.Clear(wait: false);
        cell.Stream("stays for now", false);
        cell.Clear(wait: true);
        cell.Display(Text("new"));
        Assert.Equal("new", Assert.Single(cell.End(null))["data"]!["text/plain"]!.GetValue<string>());

        cell = Cell();
        cell.Stream("stays", false);
        cell.Clear(wait: true);
        Assert.Equal("stays", Assert.Single(cell.End(null))["text"]!.GetValue<string>());
    }

    [Fact]
    public void An_update_replaces_what_any_cell_shows_under_the_name_even_later()
    {
        var first = Cell();
        first.Display(Text("old"), "x");
        var shown = first.End(null);
        var second = Cell();
        second.Display(Text("other"), "y");
        second.Update(Text("new"), "x");
        second.Update(Text("nowhere"), "z");
        displayed.WriteOut();
        Assert.Equal("new", shown[0]["data"]!["text/plain"]!.GetValue<string>());
        var ended = second.End(null);
        second.Update(Text("late"), "y");
        second.Stream("too late", false);
        second.Display(Text("too late"));
        displayed.WriteOut();
        Assert.Equal("late", Assert.Single(ended)["data"]!["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public void Only_what_is_shown_in_the_end_is_drawn()
    {
        int drawn = 0;
        var cell = Cell();
        cell.Display(Drawing(), "x");
        for (int i = 0; i < 10; i++)
            cell.Update(Drawing(), "x");
        Assert.Equal("11", Assert.Single(cell.End(null))["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal(1, drawn);

        MimeBundle Drawing()
        {
            string text = $"{++bundles}";
            return new(new DeferredData(() =>
            {
                drawn++;
                return Text(text).Data;
            }));
        }
    }

    [Fact]
    public void Json_forms_stand_as_json_and_results_carry_their_number()
    {
        var cell = Cell();
        cell.Result(new MimeBundle(new Dictionary<string, string> { ["text/plain"] = "f", [MimeBundle.Plotly] = """{"data":[1]}""" }, new JsonObject { ["image/png"] = new JsonObject { ["width"] = 3 } }));
        var output = Assert.Single(cell.End(null));
        Assert.Equal("""{"output_type":"execute_result","execution_count":7,"data":{"text/plain":"f","application/vnd.plotly.v1+json":{"data":[1]}},"metadata":{"image/png":{"width":3}}}""", output.ToJsonString().Replace("\\u002B", "+"));
    }

    [Fact]
    public void Output_is_bounded_and_says_so()
    {
        var cell = Cell();
        string line = new('x', 1000);
        for (int i = 0; i < 5000; i++)
            cell.Stream(line, false);
        var outputs = cell.End(null);
        Assert.Equal(CellRecorder.MaxStream, outputs[0]["text"]!.GetValue<string>().Length);
        Assert.Equal($"\n[{5_000_000 - CellRecorder.MaxStream:N0} more characters of console output are not kept]\n", outputs[1]["text"]!.GetValue<string>());

        cell = Cell();
        for (int i = 0; i < CellRecorder.MaxOutputs + 5; i++)
            cell.Display(Text("d"));
        Assert.Equal("[5 more outputs are not kept]\n", cell.End(null)[^1]["text"]!.GetValue<string>());
    }

    [Fact]
    public void Absolute_paths_become_relative_even_across_pieces()
    {
        var folder = Directory.CreateTempSubdirectory("lasco-notebooks-");
        try
        {
            string notebooks = folder.CreateSubdirectory("notebooks").FullName;
            folder.CreateSubdirectory(".git");
            var scrubber = new PathScrubber(notebooks);
            var cell = new CellRecorder(new DisplayedOutputs(scrubber), scrubber, 1);
            cell.Stream($"in {notebooks[..9]}", false);
            cell.Stream($"{notebooks[9..]}/a.csv, {folder.FullName}/data/b, {folder.FullName}-other/c, {notebooks}", false);
            cell.Display(Text($"file://{folder.FullName}/x"));
            var outputs = cell.End(new CellError("E", $"no {notebooks}/q", [$"at {folder.FullName}"], null));
            Assert.Equal($"in ./a.csv, ../data/b, {folder.FullName}-other/c, .", outputs[0]["text"]!.GetValue<string>());
            Assert.Equal("file://../x", outputs[1]["data"]!["text/plain"]!.GetValue<string>());
            Assert.Equal("no ./q", outputs[2]["evalue"]!.GetValue<string>());
            Assert.Equal("at ..", outputs[2]["traceback"]![0]!.GetValue<string>());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MimeBundle Text(string text) => new(new Dictionary<string, string> { ["text/plain"] = text });

    private int bundles;

    private CellRecorder Cell() => new(displayed, new PathScrubber(Path.GetTempPath()), 7);
}
