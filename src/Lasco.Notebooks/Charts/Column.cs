using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lasco.Notebooks.Charts;

/// <summary>
/// One coordinate of a trace's points: numbers, dates, or the names of categories. What is not a finite number is a gap.
/// </summary>
[JsonConverter(typeof(ColumnConverter))]
public sealed class Column : IReadOnlyList<object?>
{
    /// <summary>The most values that a figure takes: beyond, a browser no longer draws it.</summary>
    public const int MostValues = 1_000_000;

    private readonly object?[] values;

    private Column(object?[] values) => this.values = values;

    /// <inheritdoc/>
    public int Count => values.Length;

    /// <inheritdoc/>
    public object? this[int index] => values[index];

    /// <summary>Reads a sequence of numbers, dates, strings, booleans or enumeration members.</summary>
    /// <exception cref="ArgumentException">It has more than <see cref="MostValues"/>, or a value of another type.</exception>
    public static Column Of<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values is Column column)
            return column;
        object?[] read = [.. values.Take(MostValues + 1).Select(value => Checked(value))];
        return read.Length <= MostValues ? new(read) : throw new ArgumentException($"a chart takes at most {MostValues} values; draw a sample of them", nameof(values));
    }

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static object? Checked(object? value) => value switch
    {
        double number => double.IsFinite(number) ? value : null,
        float number => float.IsFinite(number) ? value : null,
        Half number => Half.IsFinite(number) ? (double)number : null,
        null or sbyte or byte or short or ushort or int or uint or long or ulong or decimal or string or bool or DateTime or DateTimeOffset or DateOnly => value,
        Enum => value.ToString(),
        char => value.ToString(),
        _ => throw new ArgumentException($"a chart has no place for a value of type {value.GetType().Name}; give numbers, dates or strings"),
    };
}

/// <summary>Writes a column as Plotly's data array.</summary>
internal sealed class ColumnConverter : JsonConverter<Column>
{
    private const string Date = "yyyy-MM-dd HH:mm:ss.FFFFFF";

    public override Column Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Column value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (object? item in value)
            Write(writer, item);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, object? item)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        switch (item)
        {
            case null:
                writer.WriteNullValue();
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteStringValue(truth ? "true" : "false");
                break;
            case DateTime date:
                writer.WriteStringValue(date.ToString(Date, culture));
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date.UtcDateTime.ToString(Date, culture));
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", culture));
                break;
            default:
                writer.WriteNumberValue(Convert.ToInt64(item, culture));
                break;
        }
    }
}
