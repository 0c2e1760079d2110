namespace Lasco.Research.Mini;

/// <summary>How far the writing of the mini world has come.</summary>
/// <param name="Set">The set being written: <c>lasco</c>, <c>cirr</c>, <c>fashioniq</c> or <c>pretrain</c>.</param>
/// <param name="Done">Images of it that are written.</param>
/// <param name="Total">Images that it has.</param>
public readonly record struct MiniWorldProgress(string Set, int Done, int Total);
