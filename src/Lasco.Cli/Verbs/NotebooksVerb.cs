using System.CommandLine;
using System.Globalization;
using Lasco.Notebooks;
using Lasco.Notebooks.Documents;
using Lasco.Notebooks.Running;
using Lasco.Notebooks.Site;
using Lasco.Research;

namespace Lasco.Cli.Verbs;

internal static class NotebooksVerb
{
    public static Command Create() => new("notebooks", "Runs the notebooks, or makes a web site of them.") { CreateRun(), CreateSite() };

    private static Command CreateRun()
    {
        var files = Files("Notebooks to run, one after another.");
        var profile = new Option<string?>("--profile") { Description = "The parameter profile: how much to do." };
        profile.AcceptOnlyFromAmong("quick", "full");
        var parameters = new Option<string[]>("--param") { Description = "A parameter, as name=value; may be given several times.", HelpName = "name=value" };
        var json = CommonOptions.Json();
        var command = new Command("run", "Runs notebooks top to bottom without Jupyter and writes what they show into their files; stops at the first error.")
        {
            files, profile, parameters, json,
        };
        parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError($"--param {token.Value}: expected name=value");
        });
        command.SetAction((parse, cancellation) =>
        {
            var values = new Dictionary<string, string>();
            if (parse.GetValue(profile) is { } chosen)
                values["profile"] = chosen;
            foreach (string[] pair in (parse.GetValue(parameters) ?? []).Select(parameter => parameter.Split('=', 2)))
                values[pair[0]] = pair[1];

            // All are read before the first is run, so that a bad one costs nothing.
            var notebooks = Chosen(parse.GetValue(files)).Select(NotebookDocument.Read).ToArray();
            foreach (var notebook in notebooks)
                NotebookParameters.Inject(notebook, values);

            var runs = new List<NotebookRun>();
            var progress = new DirectProgress<CellProgress>(new CellLines(Console.Error, Console.IsErrorRedirected).Write);
            foreach (var notebook in notebooks.TakeWhile(_ => runs.All(run => run.Failure is null)))
            {
                runs.Add(NotebookRunner.Run(notebook, progress, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }

            if (parse.GetValue(json))
                Display.WriteJson(new { Notebooks = runs });
            var last = runs[^1];
            if (last.Failure is { } failure)
            {
                Display.Note($"lasco: {last.File}: {failure}");
                return Task.FromResult(ExitCode.Failed);
            }

            Display.Note(string.Create(CultureInfo.InvariantCulture, $"{runs.Count} {(runs.Count == 1 ? "notebook" : "notebooks")}, {runs.Sum(run => run.Finished)} cells, {Display.Duration(TimeSpan.FromSeconds(runs.Sum(run => run.Seconds)))}"));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Command CreateSite()
    {
        var files = Files("Notebooks that become chapters, in this order.");
        var folder = CommonOptions.OutFolder("Folder to write.");
        var command = new Command("site", "Makes a web site of the notebooks as they are, which opens from disk without a network.") { files, folder };
        command.SetAction((parse, _) =>
        {
            string path = parse.GetRequiredValue(folder);
            var site = SiteBuilder.Write(Chosen(parse.GetValue(files)), path);
            Display.Note($"wrote {Path.Combine(path, "index.html")} and {site.Pages - 1} {(site.Pages == 2 ? "chapter" : "chapters")}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Argument<string[]> Files(string description) => new("FILES")
    {
        Description = $"{description} Files or folders; by default the checkout's folder notebooks.", Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The notebooks that were named; those of a folder in the order of their names.</summary>
    private static string[] Chosen(string[]? named)
    {
        if (named is not { Length: > 0 })
            named = [NotebookFolder.Default];
        string[] files = [.. named.SelectMany(path => Directory.Exists(path) ? NotebookFolder.List(path) : [path])];
        return files.Length > 0 ? files : throw new NotebookException(named[0], "holds no notebook (.ipynb)");
    }

    /// <summary>A line for each cell; on a terminal it is there while the cell runs.</summary>
    private sealed class CellLines(TextWriter output, bool isRedirected)
    {
        private const int CodeWidth = 48;
        private string? file;

        public void Write(CellProgress cell)
        {
            if (cell.File != file)
                output.WriteLine(file = cell.File);
            string code = cell.FirstLine.Length > CodeWidth ? cell.FirstLine[..(CodeWidth - 1)] + "…" : cell.FirstLine;
            string line = string.Create(CultureInfo.InvariantCulture, $"  [{cell.Cell}/{cell.Cells}] {code,-CodeWidth}");
            if (cell.Elapsed is { } elapsed)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isRedirected ? "" : "\r")}{line} {elapsed.TotalSeconds,6:F1} s"));
            else if (!isRedirected)
                output.Write(line);
        }
    }
}
