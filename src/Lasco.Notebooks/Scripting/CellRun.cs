namespace Lasco.Notebooks.Scripting;

/// <summary>
/// One run of one cell, and the ways to end it early. Loops and functions of cells, waits of the session and the console look
/// whether they are still wanted; waits of the framework are woken with an exception. Code of libraries and native code comes
/// to its end first; whoever will not wait for that interrupts again, and the cell's thread is left behind.
/// </summary>
/// <remarks>
/// Tearing a thread out of whatever it does (ControlledExecution) is not used: the runtime of .NET 10 on Linux ends the
/// process where that hits code between two calls.
/// </remarks>
internal sealed class CellRun
{
    private const int GraceMs = 50;

    private static readonly AsyncLocal<CellRun?> Local = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource asked = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly TaskCompletionSource abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock waking = new();
    private Thread? thread;
    private bool woken;
    private long askedAt;

    /// <summary>The run that is under way in this process, or null.</summary>
    public static CellRun? Running { get; private set; }

    /// <summary>The run that began the work on this thread; it flows into tasks and threads as the execution context does.</summary>
    public static CellRun? Mine => Local.Value;

    /// <summary>Cancelled when the user interrupts.</summary>
    public CancellationToken Asked => asked.Token;

    /// <summary>Ends when the user interrupts again a cell that goes on.</summary>
    public Task Abandoned => abandoned.Task;

    /// <summary>On the cells' thread: threads and tasks begun from here on are this run's.</summary>
    public void Begin()
    {
        lock (waking)
            thread = Thread.CurrentThread;
        Local.Value = this;
        Running = this;
    }

    /// <summary>On the cells' thread: nothing of an interrupt reaches it from here on.</summary>
    public void End()
    {
        while (!TryEnd())
        {
        }

        Local.Value = null;
        Leave();
    }

    /// <summary>The run is under way no longer.</summary>
    public void Leave()
    {
        if (Running == this)
            Running = null;
    }

    public void ThrowIfInterrupted() => asked.Token.ThrowIfCancellationRequested();

    /// <summary>Ends the cell in the background. Does nothing to a cell that has ended.</summary>
    public void Interrupt()
    {
        if (ended.IsSet)
            return;
        if (Interlocked.CompareExchange(ref askedAt, Environment.TickCount64, 0) is var first && first == 0)
            new Thread(Press) { IsBackground = true, Name = "interrupt" }.Start(); // the cell may have taken every thread of the pool
        else if (Environment.TickCount64 - first > Patience.TotalMilliseconds)
            abandoned.TrySetResult();
    }

    private void Press()
    {
        Interruption.Announce();
        asked.Cancel();
        while (!ended.Wait(GraceMs))
            Wake();
    }

    private void Wake()
    {
        lock (waking)
        {
            if (ended.IsSet || thread is null)
                return;
            woken = true;
            thread.Interrupt();
        }
    }

    private bool TryEnd()
    {
        try
        {
            lock (waking)
                ended.Set();
            if (woken)
                Thread.Sleep(1); // takes the exception that may be waiting for the thread's next wait
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }
}
