namespace Lasco.Notebooks.Scripting;

/// <summary>One run of one cell, and the way to end it early.</summary>
internal sealed class CellRun : IDisposable
{
    private static readonly AsyncLocal<CellRun?> Local = new();
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource asked = new();
    private readonly CancellationTokenSource abort = new();
    private readonly ManualResetEventSlim ended = new();

    /// <summary>The run that began the work on this thread; it flows into tasks and threads as the execution context does.</summary>
    public static CellRun? Mine => Local.Value;

    /// <summary>Cancelled when the user interrupts: for waits and loops that look.</summary>
    public CancellationToken Asked => asked.Token;

    /// <summary>Cancelled a moment later, where the cell still runs: for code that has to be torn away.</summary>
    public CancellationToken Abort => abort.Token;

    /// <summary>The run that is under way in this process, or null.</summary>
    public static CellRun? Running { get; private set; }

    /// <summary>On the cells' thread, before the cell's code: threads and tasks begun from here on are its own.</summary>
    public void Begin()
    {
        Local.Value = this;
        Running = this;
    }

    public void ThrowIfInterrupted() => asked.Token.ThrowIfCancellationRequested();

    /// <summary>Asks loops and waits to stop, and soon after takes the thread out of whatever it does. Does nothing to a cell that has ended.</summary>
    public void Interrupt()
    {
        // A thread of its own: the cell may have taken every thread of the pool.
        new Thread(() =>
        {
            if (ended.IsSet)
                return;
            Interruption.Announce();
            asked.Cancel();
            if (!ended.Wait(Grace))
                abort.Cancel();
        })
        { IsBackground = true, Name = "interrupt" }.Start();
    }

    /// <summary>The cell has ended. Threads that it left may still ask whether it was interrupted.</summary>
    public void Dispose()
    {
        ended.Set();
        Running = null;
        Local.Value = null;
    }
}
