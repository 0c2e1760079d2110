namespace Lasco.Notebooks.Scripting;

/// <summary>The thread on which the cells of a session run, one after the other, so that what libraries keep for a thread lasts from cell to cell.</summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 << 20;

    private readonly SemaphoreSlim wanted = new(0);
    private Action? work;
    private TaskCompletionSource? done;

    public CellThread() => new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" }.Start();

    /// <summary>Begins something on the thread. One caller at a time.</summary>
    /// <param name="action">Does not throw.</param>
    /// <returns>Ends with it.</returns>
    public Task Begin(Action action)
    {
        done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        work = action;
        wanted.Release();
        return done.Task;
    }

    /// <summary>On the cells' thread: runs a cell's code, its awaits included.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted in an await.</exception>
    public static object? RunToEnd(Func<Task<object?>> code, CellRun run)
    {
        using var context = new CellContext();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            Task<object?> task = code();
            context.PumpUntil(task, run.Asked);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    /// <summary>Ends the thread after what it does.</summary>
    public void Dispose()
    {
        work = null;
        wanted.Release();
    }

    private void Loop()
    {
        while (true)
        {
            wanted.Wait();
            if (work is not { } action)
                return;
            TaskCompletionSource ending = done!;
            action();
            ending.SetResult();
        }
    }
}
