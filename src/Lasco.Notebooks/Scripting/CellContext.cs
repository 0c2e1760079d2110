using System.Runtime.ExceptionServices;

namespace Lasco.Notebooks.Scripting;

/// <summary>
/// Brings a cell back to its own thread after each <c>await</c>, where it can be interrupted. A thread that is busy or blocked
/// (<c>task.Result</c>) keeps nobody waiting: what it has not taken up within a moment runs on the thread pool, as it would
/// without a context. What an <c>async void</c> throws fails the cell, on whichever thread.
/// </summary>
internal sealed class CellContext : SynchronizationContext, IDisposable
{
    private const int PatienceMs = 20;

    private readonly object gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    private readonly Timer rescue;
    private long busySince = Environment.TickCount64;
    private ExceptionDispatchInfo? thrown;
    private bool pumping;
    private bool done;

    public CellContext() => rescue = new Timer(_ => Rescue(), null, Timeout.Infinite, Timeout.Infinite);

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!TryEnqueue(d, state))
            OnPool(d, state);
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs what is posted until a task has ended.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public void PumpUntil(Task task, CancellationToken interrupted)
    {
        task.ContinueWith(static (_, me) => ((CellContext)me!).Wake(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using CancellationTokenRegistration waking = interrupted.UnsafeRegister(static me => ((CellContext)me!).Wake(), this);
        while (Next(task, interrupted) is { } work)
            work.Callback(work.State);
    }

    /// <summary>Hands what is left to the thread pool.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            done = true;
            pumping = false;
            Drain();
        }

        rescue.Dispose();
    }

    private (SendOrPostCallback Callback, object? State)? Next(Task task, CancellationToken interrupted)
    {
        lock (gate)
        {
            pumping = true;
            try
            {
                while (true)
                {
                    thrown?.Throw();
                    if (task.IsCompleted)
                        return null;
                    interrupted.ThrowIfCancellationRequested();
                    if (queue.TryDequeue(out var work))
                        return work;
                    Monitor.Wait(gate);
                }
            }
            finally
            {
                pumping = false;
                busySince = Environment.TickCount64;
            }
        }
    }

    private bool TryEnqueue(SendOrPostCallback callback, object? state)
    {
        lock (gate)
        {
            if (!pumping && (done || Environment.TickCount64 - busySince > PatienceMs))
                return false;
            queue.Enqueue((callback, state));
            if (pumping)
                Monitor.Pulse(gate);
            else
                rescue.Change(PatienceMs + 5, Timeout.Infinite);
            return true;
        }
    }

    private void Wake()
    {
        lock (gate)
            Monitor.PulseAll(gate);
    }

    private void Rescue()
    {
        lock (gate)
        {
            if (!pumping)
                Drain();
        }
    }

    private void Drain()
    {
        while (queue.TryDequeue(out var work))
            OnPool(work.Callback, work.State);
    }

    private void OnPool(SendOrPostCallback callback, object? state) =>
        ThreadPool.UnsafeQueueUserWorkItem(work => Run(work.callback, work.state), (callback, state), preferLocal: false);

    private void Run(SendOrPostCallback callback, object? state)
    {
        try
        {
            callback(state);
        }
        catch (Exception e) when (FailsTheCell(e))
        {
        }
    }

    private bool FailsTheCell(Exception e)
    {
        lock (gate)
        {
            if (done)
                return false;
            thrown ??= ExceptionDispatchInfo.Capture(e);
            Monitor.PulseAll(gate);
            return true;
        }
    }
}
