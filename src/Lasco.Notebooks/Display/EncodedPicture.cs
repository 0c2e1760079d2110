using Microsoft.DotNet.Interactive.Formatting;

namespace Lasco.Notebooks.Display;

/// <summary>A PNG or JPEG file in base64.</summary>
/// <param name="MimeType"><see cref="MimeBundle.Png"/> or <see cref="MimeBundle.Jpeg"/>.</param>
/// <param name="Base64">The file.</param>
internal sealed record EncodedPicture(string MimeType, string Base64)
{
    /// <summary>The picture as an address that holds it.</summary>
    public string DataUri => $"data:{MimeType};base64,{Base64}";

    /// <summary>The picture form of a value, or null where it has none.</summary>
    /// <param name="value">A PNG or JPEG file's bytes, or an object that has one of these forms.</param>
    public static EncodedPicture? Of(object value)
    {
        if (value is byte[] file)
            return Type(file) is { } type ? new(type, Convert.ToBase64String(file)) : null;
        if (value is IRichOutput rich)
            return Of(rich.ToBundle());
        return new[] { MimeBundle.Png, MimeBundle.Jpeg }
            .Where(mime => Formatter.GetPreferredMimeTypesFor(value.GetType()).Contains(mime))
            .Select(mime => (mime, formatter: RegisteredFormatters.For(value.GetType(), mime)))
            .Where(found => found.formatter is not null)
            .Select(found => new EncodedPicture(found.mime, value.ToDisplayString(found.formatter)))
            .FirstOrDefault();
    }

    private static EncodedPicture? Of(MimeBundle bundle) => new[] { MimeBundle.Png, MimeBundle.Jpeg }
        .Where(bundle.Data.ContainsKey)
        .Select(mime => new EncodedPicture(mime, bundle.Data[mime]))
        .FirstOrDefault();

    private static string? Type(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? MimeBundle.Png
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? MimeBundle.Jpeg
        : null;
}
