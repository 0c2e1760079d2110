using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Display;

/// <summary>From objects to the forms in which they are shown.</summary>
public static class Formatting
{
    /// <summary>All forms of a value.</summary>
    public static MimeBundle Bundle(object? value)
    {
        var data = new Dictionary<string, string> { [MimeBundle.Text] = value.ToDisplayString(MimeBundle.Text) };
        foreach (string mime in Formatter.GetPreferredMimeTypesFor(value?.GetType()))
            data[mime] = value.ToDisplayString(mime);
        return new(data);
    }
}
