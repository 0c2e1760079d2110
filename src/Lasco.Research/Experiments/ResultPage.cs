using System.Globalization;
using System.Net;
using System.Text;
using Lasco.Research.Imaging;

namespace Lasco.Research.Experiments;

/// <summary>A result table as a picture: each figure over a bar, the paper's row beneath in grey.</summary>
public static class ResultPage
{
    private const int MethodWidth = 230, ColumnWidth = 96, RowHeight = 40, Margin = 28;

    private const string Style = """
        body { margin: 0; padding: 28px; font: 15px/1.3 "DejaVu Sans", "Segoe UI", Helvetica, Arial, sans-serif; color: #1c2430; background: #fff; }
        h1 { font-size: 20px; margin: 0 0 4px; }
        p { margin: 0 0 16px; color: #5d6878; }
        table { border-collapse: collapse; table-layout: fixed; }
        th, td { height: 40px; box-sizing: border-box; padding: 0 10px; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        th { border-bottom: 2px solid #1c2430; font-size: 13px; }
        th:first-child, td:first-child { text-align: left; width: 230px; }
        td { width: 96px; border-top: 1px solid #e3e7ee; }
        tr.paper td { border-top: 0; height: 28px; color: #8a94a3; font-size: 13px; }
        td.figure { background: linear-gradient(to right, #cfe3f8 var(--share), transparent var(--share)); }
        td.best { font-weight: bold; }
        """;

    /// <summary>Draws the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The PNG to write.</param>
    /// <exception cref="InputException">There is no Chromium to draw it with.</exception>
    public static void WritePng(ResultTable table, string path)
    {
        int lines = table.Rows.Count * RowHeight + table.Rows.Count(row => row.IsInPaper) * (RowHeight - 12);
        HtmlSnapshot.WritePng(Html(table), path,
            width: 2 * Margin + MethodWidth + ColumnWidth * table.Columns.Count,
            height: 2 * Margin + 64 + RowHeight + lines);
    }

    /// <summary>The table as a page that stands by itself.</summary>
    /// <param name="table">The table.</param>
    public static string Html(ResultTable table)
    {
        double[] best = [.. table.Columns.Select((_, i) => table.Rows.Max(row => row.Values[i]))];
        var html = new StringBuilder();
        html.Append($"<!DOCTYPE html><meta charset=\"utf-8\"><title>{Escape(table.Title)}</title><style>{Style}</style>");
        html.Append($"<h1>{Escape(table.Title)}</h1><p>Recall, percent. Measured on the mini world; grey: {Escape(table.PaperSource)}, the real dataset.</p>");
        html.Append("<table><tr><th>Method</th>").AppendJoin("", table.Columns.Select(column => $"<th>{Escape(column)}</th>")).Append("</tr>");
        foreach (var row in table.Rows)
        {
            html.Append($"<tr><td>{Escape(row.Method)}</td>");
            for (int i = 0; i < row.Values.Count; i++)
                html.Append($"<td class=\"figure{(row.Values[i] == best[i] ? " best" : "")}\" style=\"--share: {Number(row.Values[i])}%\">{Number(row.Values[i])}</td>");
            html.Append("</tr>");
            if (row.IsInPaper)
                html.Append("<tr class=\"paper\"><td>paper</td>").AppendJoin("", row.Paper.Select(value => $"<td>{(value is { } figure ? Number(figure) : "")}</td>")).Append("</tr>");
        }

        return html.Append("</table>").ToString();
    }

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
