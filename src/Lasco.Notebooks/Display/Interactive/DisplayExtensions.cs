using Lasco.Notebooks.Display;
using Microsoft.DotNet.Interactive;

namespace System;

/// <summary>Shows values; in this namespace, as in .NET Interactive, so that every notebook sees it.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">Anything, null included.</param>
    /// <param name="mimeTypes">The forms wanted; the value's own choice where none is given. Plain text always comes along.</param>
    /// <returns>What replaces the shown value.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        var displayed = new DisplayedValue(mimeTypes);
        Output.Show(Lasco.Notebooks.Display.Formatting.Bundle(value, mimeTypes), displayed.DisplayId);
        return displayed;
    }

    /// <summary>Shows text as what it is said to be.</summary>
    /// <param name="value">The text, in the form of the MIME type.</param>
    /// <param name="mimeType">As <c>text/markdown</c>.</param>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        var displayed = new DisplayedValue([mimeType]);
        Output.Show(MimeBundle.Of(mimeType, value), displayed.DisplayId);
        return displayed;
    }

    /// <summary>Shows a sequence as a table.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes) => value.Display(mimeTypes);
}
