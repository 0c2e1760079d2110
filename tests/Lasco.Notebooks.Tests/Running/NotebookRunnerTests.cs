using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Running;

namespace Lasco.Notebooks.Tests.Running;

[Collection(nameof(Sessions))]
public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Cells_share_their_state_and_results_stand_in_the_file()
    {
        string file = folder.Notebook("a.ipynb", "md:# Title", "int x = 20;", "", "[skip-execution]throw null!;", "x + 22");
        var run = NotebookRunner.Run(NotebookDocument.Read(file), cancellation: TestContext.Current.CancellationToken);
        Assert.Null(run.Failure);
        Assert.Equal((2, 2), (run.Cells, run.Finished));
        var written = NotebookDocument.Read(file);
        Assert.Equal([1, null, null, 2], written.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.ExecutionCount));
        Assert.Equal("42", Assert.Single(written.Cells[4].Outputs)["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal(".net-csharp", written.Metadata["kernelspec"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void A_second_run_gives_the_same_bytes()
    {
        string file = folder.Notebook("a.ipynb", "Enumerable.Range(0, 3).Sum()", "\"text\"");
        NotebookRunner.Run(NotebookDocument.Read(file), cancellation: TestContext.Current.CancellationToken);
        byte[] once = File.ReadAllBytes(file);
        NotebookRunner.Run(NotebookDocument.Read(file), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(once, File.ReadAllBytes(file));
    }

    [Fact]
    public void The_first_error_ends_the_run_and_is_kept()
    {
        string file = folder.Notebook("a.ipynb", "1", "var y = 2;\nthrow new InvalidOperationException(\"no\\nway\");", "3");
        var run = NotebookRunner.Run(NotebookDocument.Read(file), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(1, run.Finished);
        Assert.Equal("cell 2, line 2: InvalidOperationException: no way", run.Failure!.ToString());
        var written = NotebookDocument.Read(file);
        Assert.Equal("1", written.Cells[0].Outputs.Single()["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("error", written.Cells[1].Outputs.Single()["output_type"]!.GetValue<string>());
        Assert.Null(written.Cells[2].ExecutionCount);
    }

    [Fact]
    public void A_cell_that_is_meant_to_fail_may()
    {
        string file = folder.Notebook("a.ipynb", "[raises-exception]throw new InvalidOperationException();", "2");
        var run = NotebookRunner.Run(NotebookDocument.Read(file), cancellation: TestContext.Current.CancellationToken);
        Assert.Null(run.Failure);
        Assert.Equal(2, run.Finished);
    }

    [Fact]
    public void A_compile_error_names_its_line()
    {
        string file = folder.Notebook("a.ipynb", "int a = 1;\nint b = nothing;");
        var run = NotebookRunner.Run(NotebookDocument.Read(file), cancellation: TestContext.Current.CancellationToken);
        Assert.StartsWith("cell 1, line 2: ", run.Failure!.ToString());
        Assert.Contains("CS0103", run.Failure.Message);
    }

    [Fact]
    public void Each_notebook_begins_anew_in_its_own_folder()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "sub"));
        File.WriteAllText(Path.Combine(folder.Path, "sub", "data.txt"), "here");
        string before = Environment.CurrentDirectory;
        NotebookRunner.Run(NotebookDocument.Read(folder.Notebook("a.ipynb", "int x = 1;")), cancellation: TestContext.Current.CancellationToken);
        string file = folder.Notebook("sub/b.ipynb", "System.IO.File.ReadAllText(\"data.txt\")", "x");
        var run = NotebookRunner.Run(NotebookDocument.Read(file), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("cell 2, line 1", run.Failure!.ToString().Split(": ")[0]);
        Assert.Contains("here", NotebookDocument.Read(file).Cells[0].Outputs.Single().ToJsonString());
        Assert.Equal(before, Environment.CurrentDirectory);
        Assert.False(CellOutput.Stills);
    }

    [Fact]
    public void An_interrupted_run_keeps_the_finished_cells()
    {
        string file = folder.Notebook("a.ipynb", "1", "while (true) { }", "3");
        using var stop = new CancellationTokenSource();
        var progress = new Progress(cell =>
        {
            if (cell is { Cell: 2, Elapsed: null })
                stop.CancelAfter(1500);
        });
        var run = NotebookRunner.Run(NotebookDocument.Read(file), progress, stop.Token);
        Assert.Equal(1, run.Finished);
        Assert.Equal("1", NotebookDocument.Read(file).Cells[0].Outputs.Single()["data"]!["text/plain"]!.GetValue<string>());
    }

    public void Dispose() => folder.Dispose();

    private sealed class Progress(Action<CellProgress> report) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => report(value);
    }
}
