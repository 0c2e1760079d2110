namespace Lasco.Notebooks.Scripting;

/// <summary>A stretch of a cell that is carried out by itself, in order.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal abstract record CellPart(int Line);

/// <summary>C#, in the cell's whole text with everything else blanked, so that lines, columns and offsets are the cell's.</summary>
internal sealed record CodePart(string Text, int Line) : CellPart(Line);

/// <summary>A line such as <c>#r "…"</c> or <c>#!who</c>.</summary>
/// <param name="Name">With its marks, as <c>#r</c>, <c>#!who</c>.</param>
/// <param name="Argument">The rest of the line, without quotes.</param>
/// <param name="Path">The cell or file it stands in.</param>
/// <param name="Line">The line there, from 1.</param>
internal sealed record Directive(string Name, string Argument, string Path, int Line) : CellPart(Line)
{
    /// <summary>An error at this line.</summary>
    public CellException Error(string message) => new("DirectiveError", message, Path, Line);
}

/// <summary>Text in a language that is shown and not run.</summary>
/// <param name="Language">As <c>html</c>.</param>
/// <param name="Text">What follows the line that names the language.</param>
/// <param name="Line">That line, from 1.</param>
internal sealed record MarkupPart(string Language, string Text, int Line) : CellPart(Line);
