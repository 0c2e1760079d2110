using Lasco.Notebooks.Display.Objects;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Display;

/// <summary>
/// From objects to the forms in which they are shown. Formatters that a notebook registers come first
/// (<see cref="Formatter.Register{T}(Func{T,string},string)"/>), then what the value says itself (<see cref="IRichOutput"/>, or a
/// formatter source named on its type), then tables of records, dictionaries and sequences.
/// </summary>
public static class Formatting
{
    /// <summary>All forms of a value. Never throws: a formatter or property that fails says so in its place.</summary>
    public static MimeBundle Bundle(object? value) => Bundle(value, []);

    /// <summary>Some forms of a value, and plain text.</summary>
    /// <param name="value">Anything.</param>
    /// <param name="mimeTypes">The forms; where none is given, those that the value or the notebook prefers.</param>
    public static MimeBundle Bundle(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var type = value?.GetType() ?? typeof(object);
        if (mimeTypes.Count == 0 && value is MimeBundle bundle)
            return bundle;
        if (value is IRichOutput rich && !RegisteredFormatters.For(type))
            return Some(rich.ToBundle(), mimeTypes);
        if (value is string text && mimeTypes.FirstOrDefault(mime => mime != MimeBundle.Text) is { } raw)
            return MimeBundle.Of(raw, text);

        var rendering = new Lazy<Rendering>(() => ObjectRenderer.Render(value));
        var data = new Dictionary<string, string> { [MimeBundle.Text] = "" };
        var failures = new List<string>();
        foreach (string mime in (mimeTypes.Count > 0 ? mimeTypes : Formatter.GetPreferredMimeTypesFor(value?.GetType())).Prepend(MimeBundle.Text).Distinct())
        {
            if (Form(value, type, mime, rendering, failures) is { } form)
                data[mime] = form;
        }

        if (failures.Count > 0)
            data[MimeBundle.Text] = string.Join('\n', failures.Append(data[MimeBundle.Text]));
        return new(data);
    }

    private static MimeBundle Some(MimeBundle bundle, IReadOnlyCollection<string> mimeTypes) =>
        mimeTypes.Count == 0 || !mimeTypes.Any(bundle.Data.ContainsKey)
            ? bundle
            : bundle with { Data = bundle.Data.Where(form => form.Key == MimeBundle.Text || mimeTypes.Contains(form.Key)).ToDictionary() };

    private static string? Form(object? value, Type type, string mime, Lazy<Rendering> rendering, List<string> failures)
    {
        if (RegisteredFormatters.For(type, mime) is { } formatter)
        {
            try
            {
                return value.ToDisplayString(formatter);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failures.Add($"The formatter of {TypeName.Of(type)} as {mime} failed: {ShortText.Of(e)}");
            }
        }

        return mime switch
        {
            MimeBundle.Text when value is IHtmlContent html => MimeBundle.Of(MimeBundle.Html, html.ToDisplayString(MimeBundle.Html)).Data[MimeBundle.Text],
            MimeBundle.Text => rendering.Value.Text,
            MimeBundle.Html => rendering.Value.Html,
            _ => null,
        };
    }
}
