using System.Numerics;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Display;

/// <summary>The formatters that were made for a type, by the notebook or by the type itself, and not for every object.</summary>
internal static class RegisteredFormatters
{
    /// <summary>Types for which the Formatting package brings formatters that are to be used.</summary>
    private static readonly Type[] Package = [typeof(IHtmlContent), typeof(PocketView), typeof(System.Text.Json.JsonDocument), typeof(System.Text.Json.JsonElement)];

    /// <summary>Types for which it brings formatters that add nothing to their plain text, or less than a table.</summary>
    private static readonly Type[] Plain =
    [
        typeof(string), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Type), typeof(Enum), typeof(decimal), typeof(BigInteger),
        typeof(ReadOnlyMemory<char>), typeof(Exception), typeof(System.Dynamic.ExpandoObject),
    ];

    /// <summary>The formatter that was made for a type, or null where there is none but the ones for every object.</summary>
    public static ITypeFormatter? For(Type type, string mime)
    {
        try
        {
            var formatter = Formatter.GetPreferredFormatterFor(type, mime);
            if (Formatter.RegisteredFormatters(false).Contains(formatter))
                return formatter;
            if (mime is not (MimeBundle.Text or MimeBundle.Html))
                return formatter;
            if (Package.Any(known => known.IsAssignableFrom(type)))
                return mime == MimeBundle.Html ? formatter : null;
            return formatter.Type == typeof(object) || formatter.Type.IsInterface || Plain.Any(known => known.IsAssignableFrom(type)) ? null : formatter;
        }
        catch (ArgumentException)
        {
            return null; // None is registered.
        }
    }

    /// <summary>Whether a notebook registered a formatter for a type.</summary>
    public static bool For(Type type) =>
        Formatter.RegisteredFormatters(false).Any(formatter => formatter.Type != typeof(object) && formatter.Type.IsAssignableFrom(type));
}
