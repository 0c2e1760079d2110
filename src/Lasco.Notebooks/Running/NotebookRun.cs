namespace Lasco.Notebooks.Running;

/// <summary>How far a run is, after each cell.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Cell">The cell's number, from 1: the one that stands beside it in brackets.</param>
/// <param name="Cells">How many there are to run.</param>
/// <param name="FirstLine">The first line of the cell's code that is no comment.</param>
/// <param name="Elapsed">What the cell took; null when it begins.</param>
public sealed record CellProgress(string File, int Cell, int Cells, string FirstLine, TimeSpan? Elapsed);

/// <summary>Why a run stopped before its end.</summary>
/// <param name="Cell">The cell's number, from 1.</param>
/// <param name="Line">The line in it, from 1, where it is known.</param>
/// <param name="Error">The exception's type, or CompilationError, or Interrupted.</param>
/// <param name="Message">What is wrong, on one line.</param>
public sealed record CellFailure(int Cell, int? Line, string Error, string Message)
{
    /// <summary>As <c>cell 3, line 2: DivideByZeroException: Attempted to divide by zero.</c>.</summary>
    public override string ToString() =>
        $"cell {Cell}{(Line is { } line ? $", line {line}" : "")}: {(Error == "CompilationError" || Message.StartsWith(Error, StringComparison.Ordinal) ? "" : Error + ": ")}{Message}";
}

/// <summary>A notebook that was run.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Cells">How many cells there were to run.</param>
/// <param name="Finished">How many ended well.</param>
/// <param name="Seconds">What it took.</param>
/// <param name="Failure">Why it stopped, or null.</param>
public sealed record NotebookRun(string File, int Cells, int Finished, double Seconds, CellFailure? Failure);
