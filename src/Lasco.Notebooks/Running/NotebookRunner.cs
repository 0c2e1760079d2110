using System.Diagnostics;
using System.Text.Json.Nodes;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Running;

/// <summary>Runs a notebook top to bottom in this process, in a session of its own, and writes what it shows into its file.</summary>
public static class NotebookRunner
{
    /// <summary>
    /// Runs the cells until one fails. The file is replaced after each, so that nothing shown so far is lost; cells that were not
    /// reached keep what they showed before. While it runs, the process's current folder is the notebook's.
    /// </summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="progress">Hears of each cell when it begins and when it ends.</param>
    /// <param name="cancellation">Interrupts the running cell and ends the run.</param>
    public static NotebookRun Run(NotebookDocument notebook, IProgress<CellProgress>? progress = null, CancellationToken cancellation = default)
    {
        bool stills = CellOutput.Stills;
        string folder = Environment.CurrentDirectory;
        try
        {
            CellOutput.Stills = true;
            Environment.CurrentDirectory = notebook.Folder;
            return RunCells(notebook, progress, cancellation);
        }
        finally
        {
            Environment.CurrentDirectory = folder;
            CellOutput.Stills = stills;
        }
    }

    private static NotebookRun RunCells(NotebookDocument notebook, IProgress<CellProgress>? progress, CancellationToken cancellation)
    {
        using var session = new CSharpSession(notebook.Folder);
        var scrubber = new PathScrubber(notebook.Folder);
        var displayed = new DisplayedOutputs(scrubber);
        var cells = notebook.Cells.Where(cell => cell.IsRun).ToArray();
        var watch = Stopwatch.StartNew();
        CellFailure? failure = null;
        int finished = 0;

        NotebookLanguage.Declare(notebook);
        foreach (var idle in notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !cell.IsRun && string.IsNullOrWhiteSpace(cell.Source)))
            Keep(idle, null, []);
        while (failure is null && finished < cells.Length && !cancellation.IsCancellationRequested)
        {
            var cell = cells[finished];
            int number = finished + 1;
            var started = watch.Elapsed;
            progress?.Report(new CellProgress(notebook.Path, number, cells.Length, FirstLine(cell.Source), null));
            var recorder = new CellRecorder(displayed, scrubber, number);
            var error = session.Execute(NotebookLanguage.Code(cell), $"cell {number}", recorder, cancellation).Error;
            Keep(cell, number, recorder.End(error));
            if (error is not null && (cancellation.IsCancellationRequested || !cell.HasTag("raises-exception")))
                failure = new CellFailure(number, error.Line, error.Name, scrubber.Scrub(OneLine(error.Message)));
            else
                finished++;
            progress?.Report(new CellProgress(notebook.Path, number, cells.Length, FirstLine(cell.Source), watch.Elapsed - started));
        }

        lock (displayed.Gate)
        {
            displayed.WriteOut();
            notebook.Write();
        }

        return new NotebookRun(notebook.Path, cells.Length, finished, watch.Elapsed.TotalSeconds, failure);

        void Keep(NotebookCell cell, int? count, IReadOnlyList<JsonObject> outputs)
        {
            lock (displayed.Gate)
            {
                cell.ExecutionCount = count;
                cell.SetOutputs(outputs);
                if (count is not null)
                    notebook.Write();
            }
        }
    }

    private static string FirstLine(string source) =>
        source.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)) ?? "";

    private static string OneLine(string message) => message.TrimEnd().ReplaceLineEndings(" ");
}
