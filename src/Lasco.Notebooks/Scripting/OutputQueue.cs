namespace Lasco.Notebooks.Scripting;

/// <summary>
/// Publishes what cells show, in order, on a thread of its own: a cell that is interrupted in the middle of a call leaves no
/// half of a message behind.
/// </summary>
internal sealed class OutputQueue : IDisposable
{
    /// <summary>How long text waits for more of it.</summary>
    private const int LingerMs = 50;

    /// <summary>How much may wait before those who write have to.</summary>
    private const int Capacity = 64;

    private readonly Queue<Action> queue = new();
    private QueuedOutput? lingering;
    private bool disposed;

    public OutputQueue() => new Thread(Loop) { IsBackground = true, Name = "outputs" }.Start();

    /// <summary>Guards the queue, and the text that has not come into it.</summary>
    public object Gate { get; } = new();

    /// <summary>Under the gate: publishes soon. Waits where much is waiting already.</summary>
    public void Enqueue(Action publish)
    {
        while (queue.Count >= Capacity && !disposed)
            Monitor.Wait(Gate);
        queue.Enqueue(publish);
        Monitor.PulseAll(Gate);
    }

    /// <summary>Under the gate: an output has text, which is to be flushed after a moment.</summary>
    public void Linger(QueuedOutput output)
    {
        if (lingering is null)
            Monitor.PulseAll(Gate);
        lingering = output;
    }

    public void Dispose()
    {
        lock (Gate)
        {
            disposed = true;
            Monitor.PulseAll(Gate);
        }
    }

    private void Loop()
    {
        while (Next() is { } publish)
            publish();
    }

    private Action? Next()
    {
        lock (Gate)
        {
            Action? next;
            while (!queue.TryDequeue(out next))
            {
                if (disposed)
                    return null;
                if (lingering is null)
                {
                    Monitor.Wait(Gate);
                }
                else if (!Monitor.Wait(Gate, LingerMs))
                {
                    lingering?.Flush();
                    lingering = null;
                }
            }

            Monitor.PulseAll(Gate);
            return next;
        }
    }
}
