using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Documents;

/// <summary>
/// JSON byte for byte as Jupyter writes it: Python's <c>json.dumps(indent=1, sort_keys=True, ensure_ascii=False)</c>.
/// A notebook that Jupyter saved and one that was saved here then differ only where their contents do.
/// </summary>
internal static class PythonJson
{
    /// <summary>The text of a value, without a newline at its end.</summary>
    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? value, int depth)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } members:
                Write(text, '{', '}', depth, members.OrderBy(member => member.Key, CodePoints), member =>
                {
                    WriteString(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, depth + 1);
                });
                break;
            case JsonObject:
                text.Append("{}");
                break;
            case JsonArray { Count: > 0 } items:
                Write(text, '[', ']', depth, items, item => Write(text, item, depth + 1));
                break;
            case JsonArray:
                text.Append("[]");
                break;
            case null:
                text.Append("null");
                break;
            default:
                WriteScalar(text, value);
                break;
        }
    }

    private static void Write<T>(StringBuilder text, char open, char close, int depth, IEnumerable<T> items, Action<T> write)
    {
        char before = open;
        foreach (var item in items)
        {
            text.Append(before).Append('\n').Append(' ', depth + 1);
            write(item);
            before = ',';
        }

        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void WriteScalar(StringBuilder text, JsonNode value)
    {
        if (value.GetValueKind() == JsonValueKind.String)
            WriteString(text, value.GetValue<string>());
        else if (value.GetValueKind() == JsonValueKind.Number)
            text.Append(Number(value.ToJsonString()));
        else
            text.Append(value.ToJsonString());
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                '\b' => text.Append("\\b"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>A number as Python prints it: an integer with all its digits, anything else as <c>repr(float)</c>.</summary>
    private static string Number(string token)
    {
        if (token.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return token == "-0" ? "0" : token;
        double number = double.Parse(token, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            return token;

        // .NET and Python agree on the digits, not on where the point and the exponent stand.
        string roundTrip = number.ToString("R", CultureInfo.InvariantCulture);
        string sign = roundTrip.StartsWith('-') ? "-" : "";
        int e = roundTrip.IndexOf('E');
        string mantissa = (e < 0 ? roundTrip : roundTrip[..e])[sign.Length..];
        int point = mantissa.IndexOf('.') is var dot && dot < 0 ? mantissa.Length : dot;
        string figures = mantissa.Replace(".", "", StringComparison.Ordinal), digits = figures.TrimStart('0');
        int exponent = point - 1 - (figures.Length - digits.Length);
        if (e >= 0)
            exponent += int.Parse(roundTrip.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        digits = digits.TrimEnd('0');
        if (digits.Length == 0)
            return sign + "0.0";
        if (exponent is < -4 or >= 16)
        {
            string fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        digits = digits.PadRight(exponent + 1, '0');
        string decimals = digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0";
        return $"{sign}{digits[..(exponent + 1)]}.{decimals}";
    }

    /// <summary>Python sorts strings by code points, .NET by UTF-16 units: they differ beyond the basic plane.</summary>
    private static readonly Comparer<string> CodePoints = Comparer<string>.Create((a, b) =>
    {
        int i = a.AsSpan().CommonPrefixLength(b);
        if (i == a.Length || i == b.Length)
            return a.Length - b.Length;
        return char.IsSurrogate(a[i]) == char.IsSurrogate(b[i]) ? a[i] - b[i] : char.IsSurrogate(a[i]) ? 1 : -1;
    });
}
