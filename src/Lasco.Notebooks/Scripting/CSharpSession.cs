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

    private CellThread thread = new();
    private readonly OutputQueue outputs = new();
    private readonly SessionAssemblies assemblies = new();
    private readonly Submissions submissions;
    private readonly Task warm;
    private volatile CellRun? running;

    /// <summary>Begins a session; the compiler warms up in the background.</summary>
    /// <param name="folder">The notebook's folder: what relative paths of <c>#r</c>, <c>#load</c> and <c>#!import</c> start from.</param>
    public CSharpSession(string folder)
    {
        Folder = Path.GetFullPath(folder);
        submissions = new(assemblies);
        CrashGuard.Install();
        warm = Task.Run(Warmup.Run);
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>Runs a cell, and comes back when it has ended: whatever it does, this does not throw.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="name">The cell's name in errors, as <c>cell 3</c>.</param>
    /// <param name="output">Receives what it shows.</param>
    /// <param name="cancellation">Interrupts it, as <see cref="Interrupt"/> does.</param>
    public CellResult Execute(string code, string name, ICellOutput output, CancellationToken cancellation = default)
    {
        var run = new CellRun();
        running = run;
        using CancellationTokenRegistration interrupt = cancellation.Register(run.Interrupt);
        lock (OneCell)
        {
            CellError? error = null;
            Task cell = thread.Begin(() => error = Run(code, name, run, new QueuedOutput(outputs, output)));
            if (Task.WaitAny(cell, run.Abandoned) == 1 && !cell.IsCompleted)
            {
                run.Leave();
                thread.Dispose();
                thread = new();
                error = ErrorReport.Abandoned(name);
            }

            running = null;
            return new(error);
        }
    }

    /// <summary>
    /// Stops the running cell, as soon as a native call or a library that it is in has returned; does nothing where none is
    /// running. Called again after a second or more, it leaves the cell behind: <see cref="Execute"/> returns, and what the cell was
    /// in goes on until it returns to the cell's code.
    /// </summary>
    public void Interrupt() => running?.Interrupt();

    /// <summary>What could stand at a position of a cell that is being written.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The position, in UTF-16 units.</param>
    public Completions Complete(string code, int cursor) => CompletionSource.At(code, cursor, submissions);

    /// <summary>The signature and summary of what stands at a position, or null where there is nothing to say.</summary>
    public MimeBundle? Inspect(string code, int cursor) => InspectionSource.At(code, cursor, submissions);

    /// <summary>Whether a cell could be run as it stands.</summary>
    public Completeness Check(string code) => CompletenessCheck.Of(code);

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
            new CellScope(submissions, assemblies, Folder, output, run, []).Carry(code, name);
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
