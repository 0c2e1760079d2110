namespace Lasco.Notebooks.Protocol;

/// <summary>A cell that was run.</summary>
/// <param name="Session">Its session, from 1.</param>
/// <param name="Line">Its number in the session.</param>
/// <param name="Source">Its text.</param>
internal readonly record struct HistoryEntry(int Session, int Line, string Source);
