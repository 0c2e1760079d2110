using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lasco.Research.Imaging;

namespace Lasco.Research.Roaming.Study;

/// <summary>
/// The page on which a study is rated: one HTML file with its pictures, script and style in it, which works from the disk
/// and asks for nothing else. Its content security policy allows it nothing else either.
/// </summary>
public static partial class StudyPage
{
    private const int JpegQuality = 85;
    private const int LongestKey = 1 << 26;
    private const string KeyStart = "<script type=\"application/json\" id=\"study\">", KeyEnd = "</script>";

    // Its encoder escapes <, > and &, so that no text can end the script element.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the page of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="path">The HTML file to write; replaced atomically.</param>
    /// <param name="pictureSize">The longer side of a picture, pixels, at least 1; smaller images keep their size.</param>
    /// <param name="progress">Receives how many pictures of how many are done.</param>
    /// <param name="cancellation">Stops before the next picture; no file is written then.</param>
    /// <exception cref="InputException">An image is missing or damaged.</exception>
    public static void Write(UserStudy study, string path, int pictureSize = 448, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pictureSize, 1);
        string[] pictures = [.. study.Items.SelectMany(item => new[] { item.QueryPath, item.TargetPath }).Distinct(StringComparer.Ordinal)];
        string style = Resource("study.css"), script = Resource("study.js");
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            writer.NewLine = "\n";
            foreach (string part in Placeholder().Split(Resource("page.html")))
            {
                switch (part)
                {
                    case "title":
                        writer.Write(WebUtility.HtmlEncode(study.Title));
                        break;
                    case "policy":
                        writer.Write($"default-src 'none'; img-src data:; style-src '{Digest(style)}'; script-src '{Digest(script)}'; base-uri 'none'; form-action 'none'");
                        break;
                    case "style":
                        writer.Write(style);
                        break;
                    case "script":
                        writer.Write(script);
                        break;
                    case "key":
                        writer.Write(KeyStart + KeyOf(study, pictures) + KeyEnd);
                        break;
                    case "pictures":
                        WritePictures(writer, pictures, pictureSize, progress, cancellation);
                        break;
                    default:
                        writer.Write(part);
                        break;
                }
            }
        });
    }

    /// <summary>Reads from a page which study it is of and which items it has.</summary>
    /// <param name="path">A page that <see cref="Write"/> wrote.</param>
    /// <exception cref="InputException">The file is missing, or not such a page.</exception>
    public static StudyKey ReadKey(string path)
    {
        try
        {
            // The key comes before the pictures.
            using var stream = File.OpenRead(path);
            var bytes = new byte[(int)Math.Min(stream.Length, LongestKey)];
            ReadOnlySpan<byte> html = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            int start = html.IndexOf(Encoding.UTF8.GetBytes(KeyStart));
            int length = start < 0 ? -1 : html[(start + KeyStart.Length)..].IndexOf(Encoding.UTF8.GetBytes(KeyEnd));
            if (length < 0)
                throw new InputException(path, "is not a page of a user study, as lasco study make writes it");
            Key key = JsonSerializer.Deserialize<Key>(html.Slice(start + KeyStart.Length, length), Json)!;
            RatingScale scale = RatingScale.Of(key.Scale.Name) ?? throw new JsonException($"there is no scale \"{key.Scale.Name}\"");
            return new StudyKey(key.Id, key.Title, scale, key.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw InputException.Unreadable(path, exception);
        }
        catch (Exception exception) when (exception is JsonException or NullReferenceException or ArgumentNullException)
        {
            throw new InputException(path, "is a page of a user study that was changed by hand", exception);
        }
    }

    private static string KeyOf(UserStudy study, string[] pictures)
    {
        var position = pictures.Index().ToDictionary(picture => picture.Item, picture => picture.Index, StringComparer.Ordinal);
        return JsonSerializer.Serialize(
            new Key(
                StudyExport.FormatName, study.Id, study.Title, new(study.Scale.Name, study.Scale.Lowest, study.Scale.Highest),
                [.. study.Items.Select(item => new Item(item.Id, item.Text, position[item.QueryPath], position[item.TargetPath]))]),
            Json);
    }

    private static void WritePictures(StreamWriter writer, string[] pictures, int size, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        int done = 0;
        foreach (string base64 in Prefetch.Ahead(pictures.Select(path => (Func<string>)(() => Encode(path, size))), Environment.ProcessorCount))
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine($"<script type=\"text/plain\" id=\"picture-{done++}\">{base64}</script>");
            progress?.Report((done, pictures.Length));
        }
    }

    private static string Encode(string path, int size)
    {
        RgbImage image = ImageFile.Read(path);
        double scale = Math.Min(1, (double)size / Math.Max(image.Width, image.Height));
        image = Resize.Bicubic(image, Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
        return Convert.ToBase64String(ImageFile.EncodeJpeg(image, JpegQuality));
    }

    private static string Digest(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(StudyPage).Assembly.GetManifestResourceStream($"study/{name}")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();

    private sealed record Key(string Format, string Id, string Title, Scale Scale, Item[] Items);

    private sealed record Scale(string Name, int Lowest, int Highest);

    private sealed record Item(string Id, string Text, int Query, int Target);
}
