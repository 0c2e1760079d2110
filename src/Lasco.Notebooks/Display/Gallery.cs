using System.Globalization;
using System.Net;
using System.Text;

namespace Lasco.Notebooks.Display;

/// <summary>What a picture is in an answer, and so the colour of its frame.</summary>
public enum Frame
{
    /// <summary>No more than a picture.</summary>
    None,

    /// <summary>The query's picture: blue.</summary>
    Query,

    /// <summary>The picture that was sought: green, broken.</summary>
    Truth,

    /// <summary>The picture that was sought, found: green.</summary>
    Hit,

    /// <summary>Another one: red.</summary>
    Miss,
}

/// <summary>A picture in a gallery.</summary>
/// <param name="Picture">The bytes of a PNG or JPEG file, or an object that has a picture form.</param>
/// <param name="Caption">What stands below it.</param>
/// <param name="Frame">What it is.</param>
public sealed record GalleryItem(object Picture, string? Caption = null, Frame Frame = Frame.None);

/// <summary>Pictures in a grid, with captions and coloured frames.</summary>
/// <param name="Items">The pictures, row by row.</param>
public sealed record Gallery(IReadOnlyList<GalleryItem> Items) : IRichOutput
{
    // Chosen to stand out on white and on black; the broken line tells them apart without colours.
    private static readonly Dictionary<Frame, (string Style, string Word)> Frames = new()
    {
        [Frame.None] = ("1px solid rgba(128,128,128,0.4)", ""),
        [Frame.Query] = ("4px solid #3b7dd8", "query"),
        [Frame.Truth] = ("4px dashed #009e73", "truth"),
        [Frame.Hit] = ("4px solid #009e73", "hit"),
        [Frame.Miss] = ("4px solid #d2003f", "miss"),
    };

    /// <summary>Pictures with captions and no frames.</summary>
    /// <param name="pictures">As <see cref="GalleryItem.Picture"/>.</param>
    /// <param name="caption">A picture's caption.</param>
    public static Gallery Of<T>(IEnumerable<T> pictures, Func<T, string?>? caption = null)
        where T : class => new([.. pictures.Select(picture => new GalleryItem(picture, caption?.Invoke(picture)))]);

    /// <summary>What stands above it.</summary>
    public string? Title { get; init; }

    /// <summary>Pictures in a row.</summary>
    public int Columns { get; init; } = 5;

    /// <summary>The width of a picture, CSS pixels; its height follows.</summary>
    public int PictureWidth { get; init; } = 140;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An item is no picture.</exception>
    public MimeBundle ToBundle()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Columns, 1);
        EncodedPicture[] pictures = [.. Items.Select((item, i) => EncodedPicture.Of(item.Picture)
            ?? throw new ArgumentException($"item {i + 1} of the gallery is not a picture: {item.Picture?.GetType().Name ?? "null"} is neither a PNG or JPEG file nor has an image/png form"))];
        string html = Html(pictures);
        int width = Math.Min(Columns, Math.Max(1, Items.Count)) * (PictureWidth + 26) + 8;
        string mime = pictures.Any(picture => picture.MimeType == MimeBundle.Jpeg) ? MimeBundle.Jpeg : MimeBundle.Png;
        return Still.With(new Dictionary<string, string> { [MimeBundle.Text] = Text(), [MimeBundle.Html] = html }, new HtmlStill(html, width, mime));
    }

    /// <inheritdoc/>
    public override string ToString() => Text();

    private string Html(EncodedPicture[] pictures)
    {
        var html = new StringBuilder("<div style=\"overflow-x:auto\">");
        if (Title is not null)
            html.Append($"<div style=\"font-weight:bold;margin:4px 8px\">{Encoded(Title)}</div>");
        html.Append(CultureInfo.InvariantCulture, $"<div style=\"display:grid;grid-template-columns:repeat({Columns},{PictureWidth + 10}px);gap:8px 16px;padding:4px 8px\">");
        for (int i = 0; i < pictures.Length; i++)
        {
            var item = Items[i];
            var (border, word) = Frames[item.Frame];
            html.Append("<figure style=\"margin:0;padding:0;border:0\">")
                .Append(CultureInfo.InvariantCulture, $"<img src=\"{pictures[i].DataUri}\" alt=\"{Encoded(Words(item))}\" title=\"{word}\" ")
                .Append(CultureInfo.InvariantCulture, $"style=\"display:block;box-sizing:border-box;width:{PictureWidth + 10}px;max-width:none;margin:0;border:{border};border-radius:4px;padding:1px\">");
            if (item.Caption is not null)
                html.Append($"<figcaption style=\"font-size:12px;line-height:1.3;margin-top:3px;text-align:center;overflow-wrap:anywhere\">{Encoded(item.Caption)}</figcaption>");
            html.Append("</figure>");
        }

        return html.Append("</div></div>").ToString();
    }

    private string Text()
    {
        var lines = Items.Select((item, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Words(item)}"));
        return string.Join('\n', lines.Prepend(Title ?? $"{Items.Count} pictures"));
    }

    private static string Words(GalleryItem item)
    {
        string word = Frames[item.Frame].Word;
        return item.Caption is null ? word : word.Length == 0 ? item.Caption : $"{item.Caption} ({word})";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
