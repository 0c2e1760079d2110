using CsvHelper;

namespace Lasco.Research.Experiments;

/// <summary>A results table as the paper prints it: figures of the real datasets, percent.</summary>
public sealed class PaperTable
{
    private readonly Dictionary<string, Dictionary<string, double>> rows = new(StringComparer.OrdinalIgnoreCase);

    private PaperTable(int number) => Number = number;

    /// <summary>The table's number in the paper.</summary>
    public int Number { get; }

    /// <summary>Reads a table that is shipped with the library (<c>data/paper</c>).</summary>
    /// <param name="number">2 to 7.</param>
    public static PaperTable Read(int number)
    {
        var table = new PaperTable(number);
        using var stream = typeof(PaperTable).Assembly.GetManifestResourceStream($"paper/table{number}.csv")
            ?? throw new ArgumentOutOfRangeException(nameof(number), number, "the paper's result tables are 2 to 7");
        using var csv = CsvReader.Create(new StreamReader(stream));
        csv.ReadHeader();
        string[] header = [.. csv.Headers];
        int method = Math.Max(0, Array.IndexOf(header, "Method"));
        while (csv.Read())
        {
            table.rows[csv.GetString(method)] = Enumerable.Range(method + 1, header.Length - method - 1)
                .ToDictionary(column => header[column], csv.Parse<double>);
        }

        return table;
    }

    /// <summary>A figure, percent.</summary>
    /// <param name="method">The row.</param>
    /// <param name="column">The column.</param>
    /// <returns>The figure, or null where the paper has none.</returns>
    public double? this[string method, string column] =>
        rows.TryGetValue(method, out var row) && row.TryGetValue(column, out double value) ? value : null;
}
