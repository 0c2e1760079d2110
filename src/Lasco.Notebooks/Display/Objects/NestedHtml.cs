using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Display.Objects;

/// <summary>The HTML of a value that stands in a table: what a notebook registered for its type, HTML itself, or a picture.</summary>
internal static class NestedHtml
{
    public static string? Of(object value)
    {
        if (value is IHtmlContent)
            return value.ToDisplayString(MimeBundle.Html);
        var type = value.GetType();
        if (RegisteredFormatters.For(type) && RegisteredFormatters.For(type, MimeBundle.Html) is { } formatter)
            return value.ToDisplayString(formatter);
        return EncodedPicture.Of(value) is { } picture ? $"<img src=\"{picture.DataUri}\" alt=\"\" style=\"max-height:120px;margin:0\">" : null;
    }
}
