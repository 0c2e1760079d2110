using Lasco.Notebooks.Scripting;

namespace Lasco.Notebooks.Tests.Scripting;

/// <summary>A session in a folder of its own, and the outputs of its last cell.</summary>
[Collection(nameof(Sessions))]
public abstract class SessionTest : IDisposable
{
    private int cells;

    protected SessionTest() => Session = new(Folder);

    protected string Folder { get; } = Directory.CreateTempSubdirectory("lasco-session").FullName;

    protected CSharpSession Session { get; }

    protected RecordedOutput Output { get; set; } = new();

    /// <summary>Runs the next cell; the first is cell 1.</summary>
    protected CellResult Run(string code, RecordedOutput? output = null)
    {
        Output = output ?? new();
        return Session.Execute(code, $"cell {++cells}", Output);
    }

    /// <summary>Runs the next cell, which is to succeed, and gives its result's text.</summary>
    protected string? Value(string code)
    {
        CellError? error = Run(code).Error;
        Assert.True(error is null, string.Join('\n', error?.Traceback ?? []));
        return Output.LastResult?.Data["text/plain"];
    }

    /// <summary>Runs the next cell, which is to fail.</summary>
    protected CellError Fails(string code)
    {
        CellError? error = Run(code).Error;
        Assert.NotNull(error);
        Assert.DoesNotContain(error.Traceback, l => l.Contains('/') && l.Contains(".cs:line"));
        Assert.DoesNotContain(error.Traceback, l => l.Contains("Microsoft.CodeAnalysis") || l.Contains("Lasco.Notebooks"));
        return error;
    }

    /// <summary>Begins the next cell on a thread of its own.</summary>
    protected RunningCell Begin(string code, RecordedOutput? output = null) => new(() => Run(code, output));

    protected string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        Session.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A cell that runs while the test goes on.</summary>
    protected sealed class RunningCell
    {
        private readonly Thread thread;
        private CellResult? result;

        public RunningCell(Func<CellResult> run)
        {
            thread = new Thread(() => result = run()) { IsBackground = true };
            thread.Start();
        }

        public bool HasEnded => !thread.IsAlive;

        public CellResult Result => result!;

        public bool EndsWithin(int milliseconds) => thread.Join(milliseconds);
    }
}
