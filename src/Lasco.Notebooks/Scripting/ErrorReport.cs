using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lasco.Notebooks.Scripting;

/// <summary>What a cell's author reads when it fails: messages, and places in cells.</summary>
internal static class ErrorReport
{
    private const int MostErrors = 20;
    private const int MostFrames = 50;

    public static CellError Of(CompilationException e, string cell)
    {
        var lines = new List<string>();
        foreach (Diagnostic error in e.Errors.Take(MostErrors))
        {
            FileLinePositionSpan place = error.Location.GetMappedLineSpan();
            lines.Add($"{place.Path}, line {place.StartLinePosition.Line + 1}: {error.Id}: {error.GetMessage()}");
            lines.AddRange(Source(e.Tree.GetText(), error.Location.SourceSpan));
        }

        if (e.Errors.Count > MostErrors)
            lines.Add($"and {e.Errors.Count - MostErrors} more");
        return new("CompilationError", $"{e.Errors[0].Id}: {e.Errors[0].GetMessage()}", lines, LineIn(cell, e.Errors[0]));
    }

    public static CellError Of(CellException e, string cell) =>
        new(e.Name, e.Message, [$"{e.Path}, line {e.Line}: {e.Message}"], e.Path == cell ? e.Line : null);

    public static CellError Interrupted(string cell) => new("Interrupted", "The cell was interrupted.", [$"{cell}: The cell was interrupted."], null);

    public static CellError Abandoned(string cell)
    {
        const string Message = "The cell was interrupted. A library or native call that it is in goes on until it returns.";
        return new("Interrupted", Message, [$"{cell}: {Message}"], null);
    }

    public static CellError Of(Exception e, string cell)
    {
        var lines = new List<string>();
        int? line = null;
        Add(e, 0);
        return new(e.GetType().Name, MessageOf(e), lines, line);

        void Add(Exception e, int depth)
        {
            lines.AddRange($"{(depth > 0 ? "---> " : "")}{TypeName(e.GetType())}: {MessageOf(e)}".Split('\n').Select(l => l.TrimEnd('\r')));
            foreach ((string frame, string path, int at) in Frames(e).Take(MostFrames))
            {
                lines.Add($"   at {frame}{path}, line {at}");
                if (path == cell && depth == 0)
                    line ??= at;
            }

            if (depth == 10)
                return;
            foreach (Exception inner in e is AggregateException several ? several.InnerExceptions.Take(5) : e.InnerException is { } one ? [one] : Array.Empty<Exception>())
                Add(inner, depth + 1);
        }
    }

    private static IEnumerable<string> Source(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        string shown = line.ToString();
        int column = span.Start - line.Start;
        int width = Math.Max(1, Math.Min(span.End, line.End) - span.Start);
        yield return "    " + shown;
        yield return "    " + string.Concat(shown.Take(column).Select(c => c == '\t' ? '\t' : ' ')) + new string('^', width);
    }

    private static int? LineIn(string cell, Diagnostic error)
    {
        FileLinePositionSpan place = error.Location.GetMappedLineSpan();
        return place.Path == cell ? place.StartLinePosition.Line + 1 : null;
    }

    private static IEnumerable<(string Frame, string Path, int Line)> Frames(Exception e)
    {
        foreach (StackFrame frame in new StackTrace(e, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is { } method && Names.IsInCell(method) && frame.GetFileName() is { } path)
                yield return (Names.Of(method) is { } name ? $"{name} in " : "", path, frame.GetFileLineNumber());
        }
    }

    private static string TypeName(Type type) => Names.IsInCell(type) ? type.Name : type.FullName ?? type.Name;

    // The message is the author's code too, and may throw.
    private static string MessageOf(Exception e)
    {
        try
        {
            return e.Message ?? "";
        }
        catch (Exception inner)
        {
            return $"(its message threw {inner.GetType().Name})";
        }
    }
}
