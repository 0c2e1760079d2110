namespace Lasco.Notebooks.Scripting;

/// <summary>What could stand where the cursor is. Positions count UTF-16 units of the cell's text.</summary>
/// <param name="Matches">The texts, sorted.</param>
/// <param name="Start">Where the text that a match replaces begins.</param>
/// <param name="End">Where it ends.</param>
public sealed record Completions(IReadOnlyList<string> Matches, int Start, int End);
