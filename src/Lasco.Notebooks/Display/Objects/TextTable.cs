using System.Net;
using System.Text;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>A cell of a table.</summary>
/// <param name="Text">One line.</param>
/// <param name="Html">Its HTML where that is more than the text.</param>
/// <param name="IsNumber">Whether it lines up on the right.</param>
internal readonly record struct Cell(string Text, string? Html = null, bool IsNumber = false);

/// <summary>A table that can be written as HTML and as text.</summary>
/// <param name="Columns">The headings; none for a table without.</param>
/// <param name="Rows">The cells, as many in each row.</param>
/// <param name="More">What to say below the rows, or null.</param>
/// <param name="HasRowHeadings">Whether the first column names the rows.</param>
internal sealed record TextTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, string? More = null, bool HasRowHeadings = false)
{
    private const string Gap = "  ";

    private int Width => Rows.Select(row => row.Count).Append(Columns.Count).Max();

    public string ToHtml()
    {
        var html = new StringBuilder("<table>");
        bool[] right = Numeric();
        if (Columns.Count > 0)
        {
            html.Append("<thead><tr>");
            for (int i = 0; i < Columns.Count; i++)
                Element(html, "th", right[i], Encoded(Columns[i]));
            html.Append("</tr></thead>");
        }

        html.Append("<tbody>");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < row.Count; i++)
                Element(html, HasRowHeadings && i == 0 ? "th" : "td", right[i], row[i].Html ?? Encoded(row[i].Text));
            html.Append("</tr>");
        }

        if (More is not null)
            html.Append($"<tr><td colspan=\"{Width}\" style=\"text-align:left\"><em>{Encoded(More)}</em></td></tr>");
        return html.Append("</tbody></table>").ToString();
    }

    public string ToText()
    {
        int[] widths = [.. Enumerable.Range(0, Width).Select(i => Rows.Select(row => i < row.Count ? row[i].Text.Length : 0).Append(i < Columns.Count ? Columns[i].Length : 0).Max())];
        bool[] right = Numeric();
        var text = new StringBuilder();
        if (Columns.Count > 0)
        {
            Line(text, Columns);
            Line(text, [.. widths.Select(width => new string('-', width))]);
        }

        foreach (var row in Rows)
            Line(text, [.. row.Select(cell => cell.Text)]);
        if (More is not null)
            text.Append(More).Append('\n');
        return text.ToString().TrimEnd('\n');

        void Line(StringBuilder text, IReadOnlyList<string> cells)
        {
            string line = string.Join(Gap, cells.Select((cell, i) => right[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
            text.Append(line.TrimEnd()).Append('\n');
        }
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static void Element(StringBuilder html, string name, bool right, string content) =>
        html.Append($"<{name} style=\"text-align:{(right ? "right" : "left")}\">{content}</{name}>");

    private bool[] Numeric() =>
    [
        .. Enumerable.Range(0, Width).Select(i => Rows.Any(row => i < row.Count && row[i].IsNumber)
            && Rows.All(row => i >= row.Count || row[i].IsNumber || row[i].Text.Length == 0 && row[i].Html is null)),
    ];
}
