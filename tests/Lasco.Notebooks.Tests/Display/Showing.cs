using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Tests.Display;

/// <summary>Stands for a running cell; there is one for the process, and tests that need it share the collection "sessions".</summary>
internal sealed class Showing : IDisposable
{
    private readonly ICellOutput? before = CellOutput.Current;
    private readonly bool stills = CellOutput.Stills;

    public Showing(bool stills = false)
    {
        CellOutput.Current = Output;
        CellOutput.Stills = stills;
    }

    public RecordedOutput Output { get; } = new();

    public void Dispose()
    {
        CellOutput.Current = before;
        CellOutput.Stills = stills;
    }
}
