namespace Lasco.Notebooks.Tests;

/// <summary>Tests that run cells: the console and the current cell's output are the process's own, so one runs at a time.</summary>
[CollectionDefinition(nameof(Sessions), DisableParallelization = true)]
public sealed class Sessions;
