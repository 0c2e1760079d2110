using System.Diagnostics;
using System.Runtime.InteropServices;
using Lasco.Notebooks.Protocol;
using Lasco.Notebooks.Zmq;

namespace Lasco.Notebooks.Kernel;

/// <summary>The kernel as a process: what <c>Lasco.Notebooks.dll CONNECTION_FILE</c> does.</summary>
internal static class KernelProcess
{
    private const int BadInput = 2;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1.5);

    /// <summary>Runs a kernel until its end.</summary>
    /// <param name="arguments">The connection file.</param>
    /// <returns>The process's exit code: 0, or 2 where the kernel could not be started, after one line on standard error.</returns>
    public static int Run(string[] arguments)
    {
        // Cells redirect the console; the kernel's own lines go where the process began.
        var log = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        if (arguments is not [var file])
        {
            Log("expected one argument: Jupyter's connection file");
            return BadInput;
        }

        try
        {
            var connection = ConnectionInfo.Read(file);
            using var history = new History(History.DefaultFolder, Log);
            using var kernel = new KernelServer(connection, Environment.CurrentDirectory, history, Log);
            using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                kernel.Interrupt();
            });
            using var terminations = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
            {
                context.Cancel = true;
                kernel.Stop();
            });
            ParentWatch.Start(kernel.Stop);
            kernel.WaitUntilStopped();
            EndWithin(Farewell);
            return 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or ZmqException)
        {
            Log(e.Message);
            return BadInput;
        }
        catch (DllNotFoundException)
        {
            Log("ZeroMQ is not installed (Debian's package libzmq5)");
            return BadInput;
        }

        void Log(string line) => log.WriteLine($"lasco kernel: {line}".ReplaceLineEndings(" "));
    }

    /// <summary>Ends the process even where a cell's thread or its exit handlers would not let it.</summary>
    private static void EndWithin(TimeSpan time) => new Thread(() =>
    {
        Thread.Sleep(time);
        Process.GetCurrentProcess().Kill();
    })
    {
        Name = "jupyter end", IsBackground = true,
    }.Start();
}
