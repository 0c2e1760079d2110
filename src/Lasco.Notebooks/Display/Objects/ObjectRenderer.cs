using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>Objects in words: scalars as text; records, dictionaries and sequences of them as tables.</summary>
internal static class ObjectRenderer
{
    private const int MostColumns = 40;

    private static int MostRows => Formatter.ListExpansionLimit;

    public static Rendering Render(object? value) => value switch
    {
        null => new(Formatter.NullString, null),
        Exception exception => ExceptionRenderer.Render(exception),
        IDictionary dictionary => Dictionary(dictionary),
        Array { Rank: 2 } matrix => Matrix(matrix),
        string or IHtmlContent => new(Scalar.Text(value), null),
        IEnumerable sequence when !Members.HasText(value.GetType()) => Sequence(sequence),
        System.Runtime.CompilerServices.ITuple => new(ShortText.Of(value), null),
        _ when Members.IsStructured(value) => Structure(value),
        _ => new(Scalar.Text(value), null),
    };

    private static Rendering Structure(object value)
    {
        string[] names = Members.Names(value);
        var rows = names.Take(MostColumns).Select((name, i) => (IReadOnlyList<Cell>)[new(name), CellOf(Members.Value(value, i))]).ToList();
        var table = new TextTable([], rows, names.Length > MostColumns ? $"… {names.Length - MostColumns} more" : null, HasRowHeadings: true);
        string title = TypeName.Of(value.GetType());
        return new(title.Length == 0 ? table.ToText() : $"{title}\n{table.ToText()}", table.ToHtml());
    }

    private static Rendering Dictionary(IDictionary dictionary)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var entries = Items.Of(dictionary.Keys, MostRows);
        foreach (object? key in entries.Shown)
            rows.Add([CellOf(key), CellOf(key is null ? null : dictionary[key])]);
        return Of(new(["key", "value"], rows, entries.More));
    }

    private static Rendering Matrix(Array matrix)
    {
        int rows = Math.Min(matrix.GetLength(0), MostRows), columns = Math.Min(matrix.GetLength(1), MostColumns);
        var cells = Enumerable.Range(0, rows).Select(i => (IReadOnlyList<Cell>)
            [.. Enumerable.Range(0, columns).Select(j => CellOf(matrix.GetValue(matrix.GetLowerBound(0) + i, matrix.GetLowerBound(1) + j)))]).ToList();
        bool whole = rows == matrix.GetLength(0) && columns == matrix.GetLength(1);
        return Of(new([], cells, whole ? null : $"… of {matrix.GetLength(0)} × {matrix.GetLength(1)}"));
    }

    private static Rendering Sequence(IEnumerable sequence)
    {
        var items = Items.Of(sequence, MostRows);
        if (items.Shown.Count == 0)
            return new(ShortText.OfSequence(items), null);
        if (!items.Shown.All(IsRow))
            return Values(items);

        // Records of several kinds share a table of all their columns.
        string[] columns = [.. items.Shown.SelectMany(Names).Distinct().Take(MostColumns + 1)];
        if (columns.Length > MostColumns)
            columns[^1] = "…";
        return Of(new(columns, [.. items.Shown.Select(row => Row(row!, columns))], items.More));
    }

    private static Rendering Values(Items items)
    {
        var cells = items.Shown.Select(CellOf).ToList();
        string? html = cells.Any(cell => cell.Html is not null) ? new TextTable([], [.. cells.Select(cell => (IReadOnlyList<Cell>)[cell])], items.More).ToHtml() : null;
        return new(ShortText.OfSequence(items), html);
    }

    private static bool IsRow(object? item) => item is IDictionary || item is not null and not IHtmlContent and not Exception && Members.IsStructured(item);

    private static IEnumerable<string> Names(object? row) =>
        row is IDictionary dictionary ? dictionary.Keys.Cast<object>().Take(MostColumns + 1).Select(ShortText.Of) : Members.Names(row!);

    private static IReadOnlyList<Cell> Row(object row, string[] columns)
    {
        var cells = new Dictionary<string, Cell>();
        if (row is IDictionary dictionary)
        {
            foreach (object key in dictionary.Keys.Cast<object>().Take(MostColumns + 1))
                cells[ShortText.Of(key)] = CellOf(dictionary[key]);
        }
        else
        {
            string[] names = Members.Names(row);
            for (int i = 0; i < Math.Min(names.Length, MostColumns); i++)
                cells[names[i]] = CellOf(Members.Value(row, i));
        }

        return [.. columns.Select(column => cells.GetValueOrDefault(column, new Cell("")))];
    }

    private static Cell CellOf(object? value)
    {
        if (ShortText.IsNumber(value))
            return new(ShortText.Number(value!), IsNumber: true);
        return new(ShortText.Of(value), value is null or string ? null : NestedHtml.Of(value));
    }

    private static Rendering Of(TextTable table) => new(table.ToText(), table.ToHtml());
}
