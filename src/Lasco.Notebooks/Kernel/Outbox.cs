namespace Lasco.Notebooks.Kernel;

/// <summary>
/// Messages on their way from any thread to the one that owns the sockets, in order and bounded: who adds to a full one waits.
/// </summary>
/// <param name="added">Called after each message, so that the other side looks.</param>
internal sealed class Outbox(Action added)
{
    /// <summary>How much may wait, in bytes. One message may be larger.</summary>
    public const long Capacity = 8 << 20;

    private readonly Queue<(Channel Channel, byte[][] Frames)> messages = [];
    private readonly Lock mutex = new();
    private readonly ManualResetEventSlim room = new(initialState: true);
    private long bytes;
    private bool closed;

    /// <summary>Adds a message.</summary>
    /// <param name="channel">Where it is to go.</param>
    /// <param name="frames">The message.</param>
    /// <param name="urgent">Not to wait even when there is no room: for the few small messages that must get through.</param>
    public void Add(Channel channel, byte[][] frames, bool urgent)
    {
        if (!urgent)
            room.Wait();

        // An interrupt stops a cell's thread wherever it is, but never in a finally block: there, nothing is left half done.
        try
        {
        }
        finally
        {
            lock (mutex)
            {
                if (!closed)
                {
                    messages.Enqueue((channel, frames));
                    Count(frames.Sum(frame => (long)frame.Length));
                }
            }

            added();
        }
    }

    /// <summary>The next message, which stays until <see cref="Remove"/>; null where there is none.</summary>
    public (Channel Channel, byte[][] Frames)? Peek()
    {
        lock (mutex)
            return messages.TryPeek(out var message) ? message : null;
    }

    /// <summary>Takes the next message out.</summary>
    public void Remove()
    {
        lock (mutex)
            Count(-messages.Dequeue().Frames.Sum(frame => (long)frame.Length));
    }

    /// <summary>Drops what comes from now on, and lets nobody wait.</summary>
    public void Close()
    {
        lock (mutex)
        {
            closed = true;
            room.Set();
        }
    }

    private void Count(long change)
    {
        bytes += change;
        if (bytes < Capacity || closed)
            room.Set();
        else
            room.Reset();
    }
}
