using System.Diagnostics;

namespace Lasco.Notebooks.Scripting;

/// <summary>
/// One run of one cell, and the ways to end it early, the gentlest first: loops and waits that look stop by themselves;
/// a moment later, waits of the framework are woken with an exception; and then the thread is torn out of whatever it does,
/// except out of the session's own code (<see cref="Shield"/>).
/// </summary>
internal sealed class CellRun
{
    private const int Free = 0;
    private const int Shielded = 1;
    private const int Torn = 2;

    private const int GraceMs = 50;

    private static readonly AsyncLocal<CellRun?> Local = new();

    [ThreadStatic]
    private static CellRun? onThisThread;

    private readonly CancellationTokenSource asked = new();
    private readonly CancellationTokenSource tear = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly Lock waking = new();
    private Thread? thread;
    private bool woken;
    private int state;
    private int depth;

    /// <summary>The run that is under way in this process, or null.</summary>
    public static CellRun? Running { get; private set; }

    /// <summary>The run that began the work on this thread; it flows into tasks and threads as the execution context does.</summary>
    public static CellRun? Mine => Local.Value;

    /// <summary>Cancelled when the user interrupts.</summary>
    public CancellationToken Asked => asked.Token;

    /// <summary>Cancelled when nothing gentler has helped.</summary>
    public CancellationToken Tear => tear.Token;

    /// <summary>A region that is not torn apart on the cell's thread; on other threads, nothing.</summary>
    public static ShieldedRegion Shield()
    {
        if (onThisThread is not { } run)
            return default;
        if (run.depth++ == 0 && Interlocked.CompareExchange(ref run.state, Shielded, Free) == Torn)
            run.AwaitTear();
        return new(run);
    }

    /// <summary>On the cells' thread: threads and tasks begun from here on are this run's.</summary>
    public void Begin()
    {
        thread = Thread.CurrentThread;
        onThisThread = this;
        Local.Value = this;
        Running = this;
    }

    /// <summary>The cell's code has come to its end: it can be torn no longer, after this has returned or thrown.</summary>
    public void Settle()
    {
        if (Interlocked.CompareExchange(ref state, Shielded, Free) == Torn)
            AwaitTear();
    }

    /// <summary>Nothing of an interrupt reaches the thread from here on.</summary>
    public void End()
    {
        onThisThread = null;
        while (!TryEnd())
        {
        }

        Local.Value = null;
        Running = null;
    }

    public void ThrowIfInterrupted() => asked.Token.ThrowIfCancellationRequested();

    /// <summary>Ends the cell as gently as can be, in the background. Does nothing to a cell that has ended.</summary>
    public void Interrupt()
    {
        // Threads of its own: the cell may have taken every thread of the pool.
        if (!ended.IsSet && !asked.IsCancellationRequested)
            Start("interrupt", Press);
    }

    private static void Start(string name, Action work) => new Thread(() => work()) { IsBackground = true, Name = name }.Start();

    private void Press()
    {
        Interruption.Announce();
        asked.Cancel();
        while (!ended.Wait(GraceMs))
        {
            Wake();
            if (!ended.Wait(GraceMs) && Interlocked.CompareExchange(ref state, Torn, Free) == Free)
                Start("tear", tear.Cancel);
        }
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
                Thread.Sleep(1);
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }

    // The tear is under way, unless it has already landed and this is a finally block or handler that runs after it.
    private void AwaitTear()
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 300)
            Thread.SpinWait(20);
    }

    /// <summary>Ends with its disposal.</summary>
    public readonly ref struct ShieldedRegion(CellRun? run)
    {
        public void Dispose()
        {
            if (run is not null && --run.depth == 0)
                Interlocked.CompareExchange(ref run.state, Free, Shielded);
        }
    }
}
