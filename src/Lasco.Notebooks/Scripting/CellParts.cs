using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Lasco.Notebooks.Scripting;

/// <summary>Takes a cell apart: C#, lines that are directives or magics, and stretches in other languages.</summary>
internal static class CellParts
{
    public static IReadOnlyList<CellPart> Split(string code, string path)
    {
        var parts = new List<CellPart>();
        SourceText text = SourceText.From(code);
        int from = 0;
        while (from < code.Length)
        {
            int next = Code(text, from, path, parts);
            from = next < code.Length ? Markup(text, next, path, parts) : next;
        }

        return parts;
    }

    /// <summary>The cell's C# with all else blanked: for questions about it.</summary>
    public static string CodeOnly(string code)
    {
        char[] blank = Blank(code);
        foreach (CodePart part in Split(code, "").OfType<CodePart>())
        {
            for (int i = 0; i < blank.Length; i++)
            {
                if (!char.IsWhiteSpace(part.Text[i]))
                    blank[i] = part.Text[i];
            }
        }

        return new(blank);
    }

    /// <summary>Reads C# up to a line that switches to another language, or the end.</summary>
    private static int Code(SourceText text, int from, string path, List<CellPart> parts)
    {
        string code = text.ToString();
        string rest = new string(' ', from) + code[from..];
        SyntaxNode root = Submissions.Parse(rest).GetRoot();
        int start = from;
        foreach (SyntaxTrivia trivia in root.DescendantTrivia().Where(t => t.IsDirective))
        {
            TextLine line = text.Lines.GetLineFromPosition(trivia.SpanStart);
            if (trivia.SpanStart < start || ReadDirective(trivia, line, path) is not { } directive)
                continue;
            AddCode(text, start, line.Start, parts);
            start = line.EndIncludingLineBreak;
            if (Languages.Of(directive.Name) is { } language && language != Languages.CSharp)
                return line.Start;
            if (Languages.Of(directive.Name) is null)
                parts.Add(directive);
        }

        AddCode(text, start, code.Length, parts);
        return code.Length;
    }

    /// <summary>Reads text from a line that names its language up to the next such line.</summary>
    private static int Markup(SourceText text, int from, string path, List<CellPart> parts)
    {
        int first = text.Lines.IndexOf(from);
        string language = Languages.Of(text.Lines[first].ToString().Trim())!;
        int last = first + 1;
        while (last < text.Lines.Count && Languages.Of(text.Lines[last].ToString().Trim()) is null)
            last++;
        int start = text.Lines[first].EndIncludingLineBreak;
        int end = last < text.Lines.Count ? text.Lines[last].Start : text.Length;
        parts.Add(new MarkupPart(language, text.ToString(TextSpan.FromBounds(start, end)).TrimEnd(), first + 1));
        return end;
    }

    private static Directive? ReadDirective(SyntaxTrivia trivia, TextLine line, string path)
    {
        string whole = line.ToString().Trim();
        bool ours = trivia.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia or SyntaxKind.ShebangDirectiveTrivia
            || (trivia.IsKind(SyntaxKind.BadDirectiveTrivia) && (whole.StartsWith("#!", StringComparison.Ordinal) || whole.StartsWith("#i ", StringComparison.Ordinal)));
        if (!ours || trivia.GetStructure() is not DirectiveTriviaSyntax { IsActive: true })
            return null;
        string[] words = whole.Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(words[0], words.Length > 1 ? Unquoted(words[1]) : "", path, line.LineNumber + 1);
    }

    private static void AddCode(SourceText text, int start, int end, List<CellPart> parts)
    {
        if (string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end))))
            return;
        string code = text.ToString();
        char[] blank = Blank(code);
        code.CopyTo(start, blank, start, end - start);
        parts.Add(new CodePart(new(blank), text.Lines.IndexOf(start) + 1));
    }

    private static char[] Blank(string code) => [.. code.Select(c => c is '\n' or '\r' ? c : ' ')];

    private static string Unquoted(string argument)
    {
        if (!argument.StartsWith('"'))
            return argument;
        int end = argument.IndexOf('"', 1);
        return end < 0 ? argument[1..] : argument[1..end];
    }
}
