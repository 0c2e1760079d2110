namespace Lasco.Notebooks.Scripting;

/// <summary>How a cell ended.</summary>
/// <param name="Error">Null where it ran to its end.</param>
public sealed record CellResult(CellError? Error);

/// <summary>Why a cell failed, in the fields of Jupyter's error message.</summary>
/// <param name="Name">The exception's type, or CompilationError, or Interrupted.</param>
/// <param name="Message">One line or more.</param>
/// <param name="Traceback">Lines to show: the message, then where it came from by cell and line, without frames of the kernel.</param>
/// <param name="Line">The line in the cell, from 1, or null where it is not known.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line);
