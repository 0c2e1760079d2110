using System.Net;
using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting.Magics;

/// <summary><c>#!who</c>, <c>#!whos</c>.</summary>
internal static class Variables
{
    private const int Width = 100;

    public static void Who(Directive directive, CellScope scope) =>
        scope.Output.Display(new(new Dictionary<string, string> { [MimeBundle.Text] = string.Join('\t', scope.Submissions.Variables().Select(v => v.Name)) }));

    public static void Whos(Directive directive, CellScope scope)
    {
        var rows = scope.Submissions.Variables().Select(v => (v.Name, Type: Names.Of(v.Type), Value: Short(v.Value))).ToList();
        string text = string.Join('\n', rows.Prepend(("Variable", "Type", "Value")).Select(r => $"{r.Item1}\t{r.Item2}\t{r.Item3}"));
        string html = "<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>"
            + string.Concat(rows.Select(r => $"<tr><td>{Escape(r.Name)}</td><td>{Escape(r.Type)}</td><td>{Escape(r.Value)}</td></tr>")) + "</tbody></table>";
        scope.Output.Display(new(new Dictionary<string, string> { [MimeBundle.Text] = text, [MimeBundle.Html] = html }));
    }

    private static string Short(object? value)
    {
        string text;
        try
        {
            text = value switch { null => "null", string s => s, _ => value.ToString() ?? "" };
        }
        catch (Exception e)
        {
            text = $"({e.GetType().Name})";
        }

        text = text.ReplaceLineEndings(" ");
        return text.Length > Width ? text[..Width] + "…" : text;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
