using System.Buffers.Binary;
using Lasco.Notebooks.Charts;
using Lasco.Notebooks.Display;
using Lasco.Notebooks.Tests.Display;

namespace Lasco.Notebooks.Tests.Charts;

[Collection(nameof(Sessions))]
[Trait("Speed", "Slow")]
public class StillTests
{
    private static void NeedsChromium()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "there is no Chromium");
        Assert.SkipUnless(File.Exists(WebFiles.Plotly), "plotly.js was not fetched");
    }

    private static (int Width, int Height) Size(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    [Fact]
    public void A_still_has_twice_the_pixels_and_says_its_width()
    {
        NeedsChromium();
        using var showing = new Showing(stills: true);
        var bundle = (Chart.Line([1, 2], [1, 2]) with { Width = 300, Height = 200 }).ToBundle();
        byte[] png = Convert.FromBase64String(bundle.Data[MimeBundle.Png]);
        Assert.Equal((600, 400), Size(png));
        Assert.InRange(png.Length, 3000, 200_000);
        Assert.Equal(300, (int)bundle.Metadata![MimeBundle.Png]!["width"]!);
        Assert.Equal([MimeBundle.Text, MimeBundle.Plotly, MimeBundle.Png], bundle.Data.Keys);
        Assert.Empty(showing.Output.Error);
    }

    [Fact]
    public void Stills_are_the_same_whatever_was_drawn_before()
    {
        NeedsChromium();
        using var showing = new Showing(stills: true);
        var first = Sample.Figures.ToDictionary(sample => sample.Key, sample => sample.Value.ToBundle().Data[MimeBundle.Png]);
        foreach (var (name, figure) in Sample.Figures.Reverse())
            Assert.True(first[name] == figure.ToBundle().Data[MimeBundle.Png], name);
        Assert.Equal(first.Count, first.Values.Distinct().Count());
    }

    [Fact]
    public void A_gallery_becomes_a_picture()
    {
        NeedsChromium();
        using var showing = new Showing(stills: true);
        var bundle = new Gallery([new(GalleryTests.Png, "a", Frame.Hit), new(GalleryTests.Png, "b")]) { Columns = 2, PictureWidth = 100 }.ToBundle();
        Assert.DoesNotContain(MimeBundle.Html, bundle.Data.Keys);
        int width = (int)bundle.Metadata![MimeBundle.Png]!["width"]!;
        var (pixels, height) = Size(Convert.FromBase64String(bundle.Data[MimeBundle.Png]));
        Assert.Equal(2 * width, pixels);
        Assert.InRange(height, 2 * 110, 2 * 200);
    }

    [Fact]
    public void A_chart_that_is_replaced_before_anybody_looks_is_not_drawn()
    {
        NeedsChromium();
        using var showing = new Showing(stills: true);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var shown = Chart.Line([1], [1]).Display();
        for (int i = 0; i < 200; i++)
            shown.Update(Chart.Line([1, i], [1, i]));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        Assert.Contains(MimeBundle.Png, showing.Output.Events[^1].Bundle!.Data.Keys);
    }

    [Fact]
    public void Without_Chromium_one_line_says_so_once()
    {
        Assert.SkipUnless(File.Exists(WebFiles.Plotly), "plotly.js was not fetched");
        StillBrowser.Stop();
        string? path = Environment.GetEnvironmentVariable("PATH");
        using var showing = new Showing(stills: true);
        try
        {
            Environment.SetEnvironmentVariable("PATH", "/nowhere");
            for (int i = 0; i < 2; i++)
                Assert.Equal([MimeBundle.Text, MimeBundle.Plotly], Chart.Line([1], [1]).ToBundle().Data.Keys);
            Assert.Equal("no still pictures of charts: there is no Chromium; install the package chromium\n", showing.Output.Error);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }
}
