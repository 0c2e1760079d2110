using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting;

/// <summary>
/// C# cells that share their state. One cell runs at a time; <see cref="Interrupt"/>, <see cref="Complete"/>,
/// <see cref="Inspect"/> and <see cref="Check"/> may be called from any thread meanwhile.
/// </summary>
/// <remarks>
/// The console and <see cref="CellOutput.Current"/> are the process's, so cells of several sessions take turns.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private static readonly Lock OneCell = new();

    private readonly CellThread thread = new();
    private readonly OutputQueue outputs = new();
    private readonly Submissions submissions = new(new SessionAssemblies());
    private readonly Task warm;
    private volatile CellRun? running;

    /// <summary>Begins a session; the compiler warms up in the background.</summary>
    /// <param name="folder">The notebook's folder: what relative paths of <c>#r</c>, <c>#load</c> and <c>#!import</c> start from.</param>
    public CSharpSession(string folder)
    {
        Folder = Path.GetFullPath(folder);
        CrashGuard.Install();
        warm = Task.Run(Warmup.Run);
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>Runs a cell, and comes back when it has ended: whatever it does, this does not throw.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="name">The cell's name in errors, as <c>cell 3</c>.</param>
    /// <param name="output">Receives what it shows.</param>
    public CellResult Execute(string code, string name, ICellOutput output)
    {
        var run = new CellRun();
        running = run;
        lock (OneCell)
        {
            CellError? error = null;
            var queued = new QueuedOutput(outputs, output);
            try
            {
                thread.Run(() => error = Run(code, name, run, queued));
            }
            catch (Exception e)
            {
                error = ErrorReport.Of(e, name);
            }

            running = null;
            return new(error);
        }
    }

    /// <summary>Stops the running cell as soon as managed code runs; does nothing where none is running.</summary>
    public void Interrupt() => running?.Interrupt();

    /// <summary>What could stand at a position of a cell that is being written.</summary>
    public Completions Complete(string code, int cursor) => new([], cursor, cursor);

    /// <summary>The signature and summary of what stands at a position, or null where there is nothing to say.</summary>
    public MimeBundle? Inspect(string code, int cursor) => null;

    /// <summary>Whether a cell could be run as it stands.</summary>
    public Completeness Check(string code) => Completeness.Complete;

    /// <inheritdoc/>
    public void Dispose()
    {
        Interrupt();
        thread.Dispose();
        outputs.Dispose();
    }

    private CellError? Run(string code, string name, CellRun run, QueuedOutput output)
    {
        CellOutput.Current = output;
        ConsoleCapture.Install();
        run.Begin();
        try
        {
            warm.Wait(run.Asked);
            Func<Task<object?>> compiled = submissions.Compile(code, name, run.Asked);
            if (CellThread.RunInterruptibly(compiled, value => value is null ? null : Formatting.Bundle(value), run) is { } result)
                output.Result(result);
            return null;
        }
        catch (Exception) when (run.Asked.IsCancellationRequested)
        {
            return ErrorReport.Interrupted(name);
        }
        catch (CompilationException e)
        {
            return ErrorReport.Of(e, name);
        }
        catch (CellException e)
        {
            return ErrorReport.Of(e, name);
        }
        catch (Exception e)
        {
            return ErrorReport.Of(e, name);
        }
        finally
        {
            run.End();
            output.Drain();
        }
    }
}
