using System.Globalization;
using System.Runtime.InteropServices;

namespace Lasco.Notebooks.Kernel;

/// <summary>Tells when the process that started the kernel is gone, so that no kernel stays behind when Jupyter is killed.</summary>
internal static partial class ParentWatch
{
    private const string Variable = "JPY_PARENT_PID";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Starts to watch, where Jupyter says which process to watch (JPY_PARENT_PID).</summary>
    /// <param name="gone">Called when it is gone.</param>
    public static void Start(Action gone)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int jupyter) || jupyter <= 1)
            return;
        int parent = GetParent();
        new Thread(() =>
        {
            // A parent that died hands its children to another. Jupyter may also be a parent's parent, behind a script.
            while (GetParent() == parent && Exists(jupyter))
                Thread.Sleep(Interval);
            gone();
        })
        {
            Name = "jupyter parent", IsBackground = true,
        }.Start();
    }

    private static bool Exists(int process) => Signal(process, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    private const int NoSuchProcess = 3;

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
