using System.Globalization;

namespace Lasco.Research.Imaging;

/// <summary>
/// Names the class whose CreateTypeFormatters() shows objects of the attributed type in a notebook. The Formatting package of
/// .NET Interactive finds attribute, method and formatters by name.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; init; } = [];
}

/// <summary>Shows images in notebooks as what they are.</summary>
internal sealed class RgbImageFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new RgbImageFormatter("image/png", image => Convert.ToBase64String(PngEncoder.Encode(image))),
        new RgbImageFormatter("text/plain", image => string.Create(CultureInfo.InvariantCulture, $"RGB image, {image.Width} × {image.Height}")),
    ];
}

/// <summary>One form of an image.</summary>
internal sealed class RgbImageFormatter(string mimeType, Func<RgbImage, string> form)
{
    public string MimeType => mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not RgbImage image)
            return false;
        writer.Write(form(image));
        return true;
    }
}
