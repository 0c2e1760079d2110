using System.Globalization;
using CsvHelper;

namespace Lasco.Research.Experiments;

/// <summary>A table as the paper prints it: figures of the real datasets, percent in the result tables (2 to 7).</summary>
public sealed class PaperTable
{
    private readonly Dictionary<string, Dictionary<string, string>> rows = new(StringComparer.OrdinalIgnoreCase);

    private PaperTable(int number) => Number = number;

    /// <summary>The table's number in the paper.</summary>
    public int Number { get; }

    /// <summary>Reads a table that is shipped with the library (<c>data/paper</c>).</summary>
    /// <param name="number">1 to 7.</param>
    public static PaperTable Read(int number)
    {
        var table = new PaperTable(number);
        using var stream = typeof(PaperTable).Assembly.GetManifestResourceStream($"paper/table{number}.csv")
            ?? throw new ArgumentOutOfRangeException(nameof(number), number, "the paper's tables are 1 to 7");
        using var csv = CsvReader.Create(new StreamReader(stream));
        csv.ReadHeader();
        string[] header = [.. csv.Headers];
        int method = Math.Max(0, Array.IndexOf(header, "Method"));
        while (csv.Read())
        {
            table.rows[csv.GetString(method)] = Enumerable.Range(method + 1, header.Length - method - 1)
                .ToDictionary(column => header[column], column => csv.GetString(column));
        }

        return table;
    }

    /// <summary>A figure.</summary>
    /// <param name="method">The row: a method, or a dataset of Table 1.</param>
    /// <param name="column">The column.</param>
    /// <returns>The figure, or null where the paper has none.</returns>
    public double? this[string method, string column] =>
        double.TryParse(Text(method, column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    /// <summary>What is printed in a cell.</summary>
    /// <param name="method">The row: a method, or a dataset of Table 1.</param>
    /// <param name="column">The column.</param>
    /// <returns>The text, or null where there is no such cell.</returns>
    public string? Text(string method, string column) => rows.GetValueOrDefault(method)?.GetValueOrDefault(column);
}
