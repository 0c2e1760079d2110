using System.Text;
using System.Text.Json.Nodes;

namespace Lasco.Notebooks.Site;

/// <summary>Pictures that stand in notebooks, as files.</summary>
internal static class OutputPicture
{
    private static readonly Dictionary<string, string> Endings = new()
    {
        ["image/png"] = "png", ["image/jpeg"] = "jpg", ["image/gif"] = "gif", ["image/webp"] = "webp", ["image/svg+xml"] = "svg",
    };

    /// <summary>The MIME types of pictures, best first.</summary>
    public static IReadOnlyCollection<string> MimeTypes { get; } = ["image/svg+xml", "image/png", "image/webp", "image/jpeg", "image/gif"];

    /// <summary>Adds a picture to the site.</summary>
    /// <returns>Its path; null where it is no picture, or damaged.</returns>
    public static string? Add(SiteFiles files, string mime, JsonNode? content)
    {
        if (!Endings.TryGetValue(mime, out string? ending) || content is not JsonValue value || !value.TryGetValue(out string? text))
            return null;
        if (ending == "svg")
            return files.AddPicture(Encoding.UTF8.GetBytes(text), ending);
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) && length > 0 ? files.AddPicture(bytes[..length], ending) : null;
    }
}
