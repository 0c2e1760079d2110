using System.Globalization;
using CsvHelper;

namespace Lasco.Research.Experiments;

/// <summary>A row of results.</summary>
/// <param name="Method">What was evaluated.</param>
/// <param name="Values">A figure for each column, percent.</param>
/// <param name="Paper">The paper's figures for the real dataset, percent; null where it has none.</param>
public sealed record ResultRow(string Method, IReadOnlyList<double> Values, IReadOnlyList<double?> Paper)
{
    /// <summary>Whether the paper has a figure for this row.</summary>
    public bool IsInPaper => Paper.Any(value => value is not null);
}

/// <summary>A table of measured results with the paper's own figures for the real dataset beside them.</summary>
/// <param name="Name">A short name, for files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="PaperSource">Where the paper's figures come from: the table and its dataset.</param>
/// <param name="Columns">The metrics.</param>
/// <param name="Rows">The rows.</param>
public sealed record ResultTable(string Name, string Title, string PaperSource, IReadOnlyList<string> Columns, IReadOnlyList<ResultRow> Rows)
{
    /// <summary>The figure of a row.</summary>
    /// <param name="method">The row.</param>
    /// <param name="column">The column.</param>
    /// <returns>The figure, percent; NaN where it is missing.</returns>
    public double this[string method, string column]
    {
        get
        {
            var row = Rows.FirstOrDefault(row => row.Method == method);
            int at = Columns.ToList().IndexOf(column);
            return row is null || at < 0 ? double.NaN : row.Values[at];
        }
    }

    /// <summary>Writes CSV: a line for each row, the measured columns, then the paper's.</summary>
    /// <param name="path">The file; replaced atomically.</param>
    public void WriteCsv(string path) => AtomicFile.Write(path, stream =>
    {
        using var csv = CsvWriter.Create(stream, leaveOpen: true);
        Record(["Method", .. Columns, .. Columns.Select(column => $"{PaperSource}: {column}")]);
        foreach (var row in Rows)
            Record([row.Method, .. row.Values.Select(value => Number(value)), .. row.Paper.Select(Number)]);

        void Record(string[] fields) => csv.WriteRecord(fields);

        static string Number(double? value) => value?.ToString("F2", CultureInfo.InvariantCulture) ?? "";
    });
}
