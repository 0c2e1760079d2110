using System.Globalization;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>Values that are one thing, as text that is the same in every culture.</summary>
internal static class Scalar
{
    private const int MostCharacters = 1_000_000;

    public static string Text(object value)
    {
        try
        {
            string text = value switch
            {
                string s => s,
                Type type => TypeName.Of(type),
                DateTime or DateTimeOffset => Date((IFormattable)value),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                Delegate or Task => TypeName.Of(value.GetType()),
                _ => value.ToString() is { } said && said != value.GetType().ToString() ? said : TypeName.Of(value.GetType()),
            };
            return text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters), $"… {text.Length - MostCharacters} more characters");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{TypeName.Of(value.GetType())} ({e.GetType().Name}: {e.Message})";
        }
    }

    /// <summary>A date, with its time where it has one.</summary>
    public static string Date(IFormattable value)
    {
        string text = value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        string zone = value is DateTimeOffset offset ? offset.ToString(" zzz", CultureInfo.InvariantCulture) : value is DateTime { Kind: DateTimeKind.Utc } ? "Z" : "";
        return text + zone;
    }
}
