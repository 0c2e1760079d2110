using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Lasco.Notebooks.Scripting;

/// <summary>Whether the running cell was interrupted. Loops in cells ask before each round, so that those on other threads stop too.</summary>
public static class Interruption
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(10);
    private static volatile bool pending;
    private static long deadline;

    /// <summary>Cancelled when the user interrupts the cell that this is read in. Outside of cells, never.</summary>
    internal static CancellationToken Token => CellRun.Mine?.Asked ?? CancellationToken.None;

    /// <summary>Returns at once, unless the cell that began this work was interrupted.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (pending)
            Stop();
    }

    /// <summary>Makes loops look whether they are meant, for some seconds.</summary>
    internal static void Announce()
    {
        Volatile.Write(ref deadline, Environment.TickCount64 + (long)Watch.TotalMilliseconds);
        pending = true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stop()
    {
        CellRun.Mine?.ThrowIfInterrupted();
        if (Environment.TickCount64 > Volatile.Read(ref deadline))
            pending = false;
    }
}
