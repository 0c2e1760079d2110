using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>A value in one line of bounded length and depth, whatever it is: lazy, endless, cyclic, throwing.</summary>
internal static class ShortText
{
    private const int MostCharacters = 120, MostItems = 8, MostDepth = 3;

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, depth: 0, MostCharacters);
        return OneLine(text, MostCharacters);
    }

    /// <summary>The items of a sequence: in one line where they fit, else one below the other.</summary>
    public static string OfSequence(Items items)
    {
        var texts = items.Shown.Select(item => item is null ? "null" : item is string ? $"\"{Of(item)}\"" : Of(item)).ToList();
        if (items.More is not null)
            texts.Add(items.More);
        string line = $"[{string.Join(", ", texts)}]";
        return line.Length <= MostCharacters ? line : $"[\n  {string.Join(",\n  ", texts)}\n]";
    }

    public static bool IsNumber(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint
        or Int128 or UInt128 or BigInteger or float or double or decimal or Half;

    /// <summary>A number with six significant digits, or all of those before the point.</summary>
    public static string Number(object value) => value switch
    {
        float or double or Half when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && Math.Abs(number) is >= 1e5 and < 1e15 =>
            number.ToString("0.#", CultureInfo.InvariantCulture),
        float or double or Half => ((IFormattable)value).ToString("G6", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static void Append(StringBuilder text, object? value, int depth, int most)
    {
        if (text.Length > most)
            return;
        switch (value)
        {
            case null:
                text.Append(depth == 0 ? "" : "null");
                break;
            case string s:
                text.Append(depth == 0 ? s.AsSpan(0, Math.Min(s.Length, most + 1)) : $"\"{s.AsSpan(0, Math.Min(s.Length, most + 1))}\"");
                break;
            case Unreadable unreadable:
                Append(text, unreadable.Error, depth, most);
                break;
            case Exception e:
                text.Append(e.GetType().Name).Append(": ").Append(e.Message);
                break;
            case Type type:
                text.Append(TypeName.Of(type));
                break;
            case DateTime or DateTimeOffset:
                text.Append(Scalar.Date((IFormattable)value));
                break;
            case IFormattable when IsNumber(value):
                text.Append(Number(value));
                break;
            case IDictionary or IEnumerable when depth >= MostDepth:
                text.Append('…');
                break;
            case IEnumerable sequence when !Members.HasText(value.GetType()):
                AppendItems(text, Items.Of(sequence, MostItems), depth, most);
                break;
            case System.Runtime.CompilerServices.ITuple tuple:
                Enclosed(text, "(", ")", tuple.Length, i => Append(text, tuple[i], depth + 1, most));
                break;
            default:
                AppendObject(text, value, depth, most);
                break;
        }
    }

    private static void AppendItems(StringBuilder text, Items items, int depth, int most)
    {
        int room = most;
        Enclosed(text, "[", "]", items.Shown.Count + (items.More is null ? 0 : 1), i =>
        {
            if (i < items.Shown.Count)
                Append(text, items.Shown[i], depth + 1, room);
            else
                text.Append(items.More);
        });
    }

    private static void AppendObject(StringBuilder text, object value, int depth, int most)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Append(text, Members.Value(value, 0), depth + 1, most);
            text.Append(": ");
            Append(text, Members.Value(value, 1), depth + 1, most);
        }
        else if (!Members.IsStructured(value))
        {
            text.Append(Scalar.Text(value));
        }
        else if (depth >= MostDepth)
        {
            text.Append(TypeName.Of(type)).Append(" …");
        }
        else
        {
            string[] names = Members.Names(value);
            string name = TypeName.Of(type);
            Enclosed(text, name.Length == 0 ? "{ " : $"{name} {{ ", " }", names.Length, i =>
            {
                if (text.Length > most)
                    return;
                text.Append(names[i]).Append(" = ");
                Append(text, Members.Value(value, i), depth + 1, most);
            });
        }
    }

    private static void Enclosed(StringBuilder text, string open, string close, int count, Action<int> append)
    {
        text.Append(open);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
                text.Append(", ");
            append(i);
        }

        text.Append(close);
    }

    private static string OneLine(StringBuilder text, int most)
    {
        text.Replace("\r\n", " ").Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        if (text.Length <= most)
            return text.ToString();
        int end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text.ToString(0, end) + "…";
    }
}
