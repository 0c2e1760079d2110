namespace Lasco.Notebooks.Display;

/// <summary>The output of the cell that is running, for code that shows things.</summary>
public static class CellOutput
{
    /// <summary>The running cell's output, or the last one's; null before the first cell. One for the process, so that a cell's threads and tasks reach it.</summary>
    public static ICellOutput? Current { get; internal set; }

    /// <summary>
    /// Whether charts and galleries also carry a still picture, for readers that run no script (GitHub). On in the runner;
    /// in the kernel where the environment variable LASCO_STILLS is 1.
    /// </summary>
    public static bool Stills { get; set; } = Environment.GetEnvironmentVariable("LASCO_STILLS") == "1";
}
