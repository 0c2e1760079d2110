using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Lasco.Notebooks.Scripting;

/// <summary>The thread on which all cells of a session run, one after the other, so that what libraries keep for a thread lasts from cell to cell.</summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 << 20;

    private readonly SemaphoreSlim wanted = new(0);
    private readonly SemaphoreSlim done = new(0);
    private Action? work;
    private bool disposed;

    public CellThread() => new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" }.Start();

    /// <summary>Runs something on the thread and waits for it. One caller at a time.</summary>
    public void Run(Action action)
    {
        ExceptionDispatchInfo? thrown = null;
        work = () =>
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
        };
        wanted.Release();
        done.Wait();
        thrown?.Throw();
    }

    /// <summary>On the cells' thread: runs a cell's code, its awaits included, so that it can be stopped anywhere in managed code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="use">What to do with its value, which may run code of the cell too.</param>
    /// <param name="run">Says when to stop.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static T RunInterruptibly<T>(Func<Task<object?>> code, Func<object?, T> use, CellRun run)
    {
        T result = default!;
        ExceptionDispatchInfo? thrown = null;
        using var context = new CellContext();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            // Obsolete for what an abort can do to code that is not prepared for it. A cell's user who interrupts accepts that,
            // and the outputs, the compiler and the channels run elsewhere.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(
                () =>
                {
                    try
                    {
                        try
                        {
                            Task<object?> task = code();
                            context.PumpUntil(task, run.Asked);
                            result = use(task.GetAwaiter().GetResult());
                        }
                        catch (Exception e)
                        {
                            thrown = ExceptionDispatchInfo.Capture(e);
                        }

                        run.Settle();
                    }
                    finally
                    {
                        run.End();
                    }
                },
                run.Tear);
#pragma warning restore SYSLIB0046
            thrown?.Throw();
            return result;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    public void Dispose()
    {
        disposed = true;
        wanted.Release();
    }

    private void Loop()
    {
        while (true)
        {
            wanted.Wait();
            if (disposed)
                return;
            work!();
            done.Release();
        }
    }
}
