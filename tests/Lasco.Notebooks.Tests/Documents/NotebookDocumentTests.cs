using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Lasco.Notebooks.Documents;

namespace Lasco.Notebooks.Tests.Documents;

public sealed class NotebookDocumentTests
{
    private const string Rich = """
        {"nbformat": 4, "nbformat_minor": 5, "zz_unknown": {"b": [1, 2.50, 1e22, -0.0, 1E-7, 123456789012345678901234567890, 1e16, 0.0001], "a": null, "🙂": 1, "\uffee": 2},
         "metadata": {"kernelspec": {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}, "signature": "x", "own": {"deep": [[], {}, true]}},
         "cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {"trusted": true, "tags": []}, "attachments": {"p.png": {"image/png": "QUJD"}}, "source": ["# Über\n", "line \u2028 sep\r\n", "end"]},
          {"cell_type": "raw", "id": "b", "metadata": {"format": "text/x"}, "source": "raw \u0001 \"q\" \\ \t\f\b/<>&é😀\u007f"},
          {"cell_type": "code", "id": "c", "metadata": {}, "execution_count": 3, "source": "", "outputs": [
            {"output_type": "stream", "name": "stdout", "text": "one\ntwo\n"},
            {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "x\ny", "application/json": ["a\nb"], "image/svg+xml": ["<svg>\n", "</svg>"], "application/vnd.plotly.v1+json": {"data": [], "layout": {"title": "t"}}, "image/png": "QUJD\n"}},
            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["l1\nl2"]},
            {"output_type": "execute_result", "execution_count": 3, "metadata": {"image/png": {"width": 3}}, "data": {"text/html": ["<b>\n", "</b>"]}}]}
         ]}
        """;

    [Fact]
    public void Writes_the_bytes_that_nbformat_writes()
    {
        const string Program = "import sys,nbformat; sys.stdout.buffer.write((nbformat.writes(nbformat.reads(sys.stdin.buffer.read().decode(),as_version=4))+'\\n').encode())";
        byte[] expected = Python(Program, Encoding.UTF8.GetBytes(Rich));
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(Parse(Rich).ToBytes()));
    }

    [Fact]
    public void Numbers_are_written_as_python_writes_them()
    {
        var random = new Random(5);
        double[] numbers = [.. Enumerable.Range(0, 3000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))).Where(double.IsFinite),
            .. Enumerable.Range(0, 2000).Select(_ => Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-8, 20)), random.Next(0, 6))),
            5e-324, double.MaxValue, double.Epsilon, 1e16, 9999999999999998, 1e15, 123456789.125, 0.1 + 0.2, 1e-4, 9.9999e-5, 1e21, 100, -0.0];
        string json = "[" + string.Join(",", numbers.Select(n => n.ToString("E16", System.Globalization.CultureInfo.InvariantCulture))) + "]";
        byte[] expected = Python("import sys,json; sys.stdout.write(json.dumps(json.load(sys.stdin),indent=1))", Encoding.UTF8.GetBytes(json));
        Assert.Equal(Encoding.UTF8.GetString(expected), PythonJson.Write(JsonNode.Parse(json)));
    }

    [Fact]
    public void Reading_what_was_written_changes_nothing()
    {
        byte[] once = Parse(Rich).ToBytes();
        Assert.Equal(once, NotebookDocument.Parse(once, "again.ipynb").ToBytes());
    }

    [Fact]
    public void Missing_ids_are_made_and_stay_the_same()
    {
        const string Old = """{"nbformat":4,"nbformat_minor":2,"metadata":{},"cells":[{"cell_type":"code","source":["1"],"metadata":{},"outputs":[],"execution_count":null},{"cell_type":"code","source":["1"],"metadata":{},"outputs":[],"execution_count":null},{"cell_type":"markdown","source":"","metadata":{}}]}""";
        var notebook = Parse(Old);
        string[] ids = [.. notebook.Cells.Select(cell => cell.Id)];
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}$", id));
        Assert.Equal(ids, Parse(Old).Cells.Select(cell => cell.Id));
        Assert.Equal(5, JsonNode.Parse(notebook.ToBytes())!["nbformat_minor"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("not json", "line 1: not JSON")]
    [InlineData("[1]", "expected a JSON object")]
    [InlineData("null", "expected a JSON object")]
    [InlineData("{}", "no nbformat")]
    [InlineData("""{"nbformat":3,"worksheets":[]}""", "nbformat is 3, expected 4; Jupyter converts it")]
    [InlineData("""{"nbformat":5,"cells":[]}""", "nbformat is 5, expected 4; it was written by a newer tool")]
    [InlineData("""{"nbformat":"4","cells":[]}""", "nbformat: expected an integer")]
    [InlineData("""{"nbformat":4,"nbformat_minor":5}""", "cells: expected an array")]
    [InlineData("""{"nbformat":4,"metadata":[],"cells":[]}""", "metadata: expected an object")]
    [InlineData("""{"nbformat":4,"cells":[1]}""", "cells[0]: expected an object")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"heading","source":""}]}""", "cells[0].cell_type: expected code, markdown or raw")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":["a",1]}]}""", "cells[0].source: expected a text")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","outputs":[{}]}]}""", "cells[0].outputs[0]: expected an object with an output_type")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","outputs":[{"output_type":"stream","name":"stdout","text":3}]}]}""", "cells[0].outputs[0]: a stream needs")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","id":"x"},{"cell_type":"raw","source":"","id":"x"}]}""", "cells[1].id: \"x\" is the id of cells[0] already")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","id":"ä"}]}""", "cells[0].id: expected 1 to 64")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"\ud800"}]}""", "not Unicode")]
    [InlineData("""{"nbformat":4,"nbformat":4,"cells":[]}""", "not JSON")]
    [InlineData("""{"nbformat":4,"metadata":{"kernelspec":{"name":"python3","language":"python"}},"cells":[]}""", "is in python, expected C#")]
    [InlineData("""{"nbformat":4,"metadata":{},"cells":[{"cell_type":"code","source":"let x = 1","metadata":{"dotnet_interactive":{"language":"fsharp"}}}]}""", "cells[0]: a cell in fsharp, expected C#")]
    public void Bad_input_is_one_clear_line(string content, string problem)
    {
        var error = Assert.Throws<NotebookException>(() => Parse(content));
        Assert.StartsWith("some.ipynb: ", error.Message);
        Assert.Contains(problem, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Truncated_or_altered_files_never_raise_anything_else()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Rich);
        var random = new Random(1);
        for (int i = 0; i < 3000; i++)
        {
            byte[] bytes = i < 1000 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (int k = 0; i >= 1000 && k < 3; k++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                _ = NotebookDocument.Parse(bytes, "some.ipynb").ToBytes();
            }
            catch (NotebookException)
            {
            }
        }
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Throws<NotebookException>(() => Parse($"{{\"nbformat\":4,\"cells\":[],\"x\":{new string('[', 100_000)}{new string(']', 100_000)}}}"));

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        string folder = Path.GetTempPath();
        Assert.Contains("is a folder", Assert.Throws<NotebookException>(() => NotebookDocument.Read(folder)).Message);
        Assert.Equal("no/such.ipynb: there is no such file", Assert.Throws<NotebookException>(() => NotebookDocument.Read("no/such.ipynb")).Message);
    }

    private static NotebookDocument Parse(string content) => NotebookDocument.Parse(Encoding.UTF8.GetBytes(content), "some.ipynb");

    /// <summary>Debian's Python, which has nbformat.</summary>
    private static byte[] Python(string program, byte[] input)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3") && Directory.Exists("/usr/lib/python3/dist-packages/nbformat"), "Debian's python3-nbformat is not installed");
        var start = new ProcessStartInfo("/usr/bin/python3") { ArgumentList = { "-c", program }, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var python = Process.Start(start)!;
        var output = new MemoryStream();
        var reading = Task.Run(() => python.StandardOutput.BaseStream.CopyTo(output));
        python.StandardInput.BaseStream.Write(input);
        python.StandardInput.Close();
        reading.Wait();
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        return output.ToArray();
    }
}
