using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Tests.Display;

[Collection(nameof(Sessions))]
public class GalleryTests
{
    internal static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void Pictures_carry_captions_and_frames()
    {
        using var showing = new Showing();
        var gallery = new Gallery([new(Png, "the <b>query</b>", Frame.Query), new(Png, "1", Frame.Hit), new(Png, Frame: Frame.Miss)]) { Title = "\"Top\" 2", Columns = 2 };
        var data = gallery.ToBundle().Data;
        string html = data[MimeBundle.Html];
        Assert.Equal(3, html.Split("<img ").Length - 1);
        Assert.Contains("the &lt;b&gt;query&lt;/b&gt;</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("&quot;Top&quot; 2", html, StringComparison.Ordinal);
        Assert.Contains("repeat(2,", html, StringComparison.Ordinal);
        Assert.Contains("4px solid #d2003f", html, StringComparison.Ordinal);
        Assert.Equal("\"Top\" 2\n1. the <b>query</b> (query)\n2. 1 (hit)\n3. miss", data[MimeBundle.Text]);
    }

    [Fact]
    public void Objects_with_a_picture_form_are_pictures()
    {
        using var showing = new Showing();
        Assert.Contains("base64,iVBORw0KGgo=", Gallery.Of([new FormattingTests.Pictured()], _ => "x").ToBundle().Data[MimeBundle.Html], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_picture_is_refused_by_its_number()
    {
        var error = Assert.Throws<ArgumentException>(() => new Gallery([new(Png), new(new byte[] { 1, 2, 3 })]).ToBundle());
        Assert.Contains("item 2 of the gallery is not a picture", error.Message, StringComparison.Ordinal);
    }
}
