using System.Runtime.ExceptionServices;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting;

/// <summary>An exception that nobody catches, on a thread or finalizer of a cell, is shown and ends that thread, not the process.</summary>
internal static class CrashGuard
{
    private static int installed;

    public static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) != 0)
            return;
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Handle);
        }
        catch (InvalidOperationException)
        {
            // The host has its own.
        }
    }

    private static bool Handle(Exception e)
    {
        if (CellOutput.Current is not { } output)
            return false;
        if (e is not OperationCanceledException)
            output.Stream("Unhandled on a thread of its own: " + string.Join('\n', ErrorReport.Of(e, "").Traceback) + "\n", error: true);
        return true;
    }
}
