namespace Lasco.Research;

/// <summary>Runs work on background threads ahead of the loop that takes its results, in order.</summary>
internal static class Prefetch
{
    /// <summary>The results of <paramref name="work"/>, at most <paramref name="ahead"/> of them waiting or under way.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="work">What to run; its exceptions are thrown by the enumeration.</param>
    /// <param name="ahead">At least 1.</param>
    public static IEnumerable<T> Ahead<T>(IEnumerable<Func<T>> work, int ahead)
    {
        var pending = new Queue<Task<T>>();
        foreach (var function in work)
        {
            pending.Enqueue(Task.Run(function));
            if (pending.Count > ahead)
                yield return pending.Dequeue().GetAwaiter().GetResult();
        }

        while (pending.TryDequeue(out var task))
            yield return task.GetAwaiter().GetResult();
    }
}
