using Lasco.Research.Imaging;

namespace Lasco.Research.Tests.Imaging;

public class ResizeTests
{
    private static readonly Dictionary<string, RgbImage> Expected = ExpectedPixels.Load("resize/expected.safetensors");

    public static TheoryData<string> Sizes => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void BicubicIsPillows(string size)
    {
        var source = ImageFile.Read(Path.Combine(ExpectedPixels.Folder, "resize", "source.png"));
        var expected = Expected[size];
        Assert.Equal(0, ExpectedPixels.MaxDifference(expected, Resize.Bicubic(source, expected.Width, expected.Height)));
    }

    [Theory]
    [InlineData(1, 1, 384, 384)]
    [InlineData(5000, 1, 3, 7)]
    [InlineData(1, 5000, 7, 3)]
    [InlineData(333, 77, 64, 301)]
    public void AConstantImageStaysConstant(int width, int height, int newWidth, int newHeight)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(i % 3 * 127);
        var resized = Resize.Bicubic(new RgbImage(width, height, pixels), newWidth, newHeight);
        Assert.Equal((newWidth, newHeight), (resized.Width, resized.Height));
        Assert.All(resized.Pixels.Index(), p => Assert.Equal(p.Index % 3 * 127, p.Item));
    }

    [Theory]
    [InlineData(640, 480, 224, 298, 224)]
    [InlineData(480, 640, 224, 224, 298)]
    [InlineData(500, 333, 64, 96, 64)]
    [InlineData(3, 3, 7, 7, 7)]
    [InlineData(1, 1000, 5, 5, 5000)]
    public void TheLongerSideIsRoundedDown(int width, int height, int size, int newWidth, int newHeight)
    {
        var scaled = Resize.ShorterSide(Numbered(width, height), size);
        Assert.Equal((newWidth, newHeight), (scaled.Width, scaled.Height));
    }

    // torchvision: int(round((length - size) / 2.0)) with Python's rounding of halves to even.
    [Theory]
    [InlineData(6, 3, 2)]
    [InlineData(8, 3, 2)]
    [InlineData(10, 3, 4)]
    [InlineData(4, 3, 0)]
    [InlineData(7, 3, 2)]
    [InlineData(3, 3, 0)]
    public void HalvesRoundToEvenInACrop(int length, int size, int offset)
    {
        var image = Numbered(length, length);
        var crop = Resize.CenterCrop(image, size);
        Assert.Equal((size, size), (crop.Width, crop.Height));
        Assert.Equal(Pixel(image, offset, offset), Pixel(crop, 0, 0));
        Assert.Equal(Pixel(image, offset + size - 1, offset + size - 1), Pixel(crop, size - 1, size - 1));
    }

    [Fact]
    public void ACropLargerThanTheImageIsBlackAround()
    {
        var image = Numbered(2, 8);
        var crop = Resize.CenterCrop(image, 5); // one black column on the left, two on the right
        for (int y = 0; y < 5; y++)
        {
            Assert.Equal((0, 0, 0), Pixel(crop, 0, y));
            Assert.Equal(Pixel(image, 0, y + 2), Pixel(crop, 1, y));
            Assert.Equal(Pixel(image, 1, y + 2), Pixel(crop, 2, y));
            Assert.Equal((0, 0, 0), Pixel(crop, 3, y));
            Assert.Equal((0, 0, 0), Pixel(crop, 4, y));
        }
    }

    [Theory]
    [InlineData(100, 90, 100, 90)] // below the ratio
    [InlineData(100, 80, 100, 80)] // at the ratio: nothing to add
    [InlineData(100, 60, 100, 80)]
    [InlineData(60, 100, 80, 100)]
    [InlineData(101, 60, 101, 80)] // (80.8 - 60) / 2 = 10.4
    [InlineData(100, 77, 100, 79)] // (80 - 77) / 2 = 1.5
    public void PaddingReachesTheTargetRatio(int width, int height, int newWidth, int newHeight)
    {
        var image = Numbered(width, height);
        var padded = Resize.TargetPad(image);
        Assert.Equal((newWidth, newHeight), (padded.Width, padded.Height));
        int left = (newWidth - width) / 2, top = (newHeight - height) / 2;
        Assert.Equal(Pixel(image, 0, 0), Pixel(padded, left, top));
        Assert.Equal(Pixel(image, width - 1, height - 1), Pixel(padded, left + width - 1, top + height - 1));
        Assert.Equal(image.Pixels.Sum(p => (long)p), padded.Pixels.Sum(p => (long)p));
    }

    [Fact]
    public void AnImageOfTheRightSizeIsItself()
    {
        var image = Numbered(24, 24);
        Assert.Same(image, (Preprocessing.Blip with { Size = 24 }).Fit(image));
        Assert.Same(image, (Preprocessing.Clip with { Size = 24, TargetPad = 1.25 }).Fit(image));
    }

    [Fact]
    public void EveryFitIsSquare()
    {
        var image = Numbered(50, 20);
        foreach (var preset in new[] { Preprocessing.Blip, Preprocessing.Clip })
        {
            foreach (double? pad in new double?[] { null, 1.25 })
            {
                var fitted = (preset with { Size = 17, TargetPad = pad }).Fit(image);
                Assert.Equal((17, 17), (fitted.Width, fitted.Height));
            }
        }
    }

    [Fact]
    public void ElongatedImagesAreRefusedBeforeMemoryIsTaken()
    {
        var image = Numbered(1_000_000, 1);
        Assert.Throws<InputException>(() => Resize.ShorterSide(image, 384));
        Assert.Throws<InputException>(() => Resize.TargetPad(image));
        Assert.Throws<InputException>(() => Resize.CenterCrop(image, 100_000));
        Assert.Throws<InputException>(() => Preprocessing.Clip.Fit(image));
        Assert.Equal(384, Preprocessing.Blip.Fit(image).Height);
        Assert.Throws<ArgumentOutOfRangeException>(() => Resize.Bicubic(image, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Resize.TargetPad(image, double.NaN));
    }

    private static RgbImage Numbered(int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(((i * 2654435761L) >> 7) | 1);
        return new RgbImage(width, height, pixels);
    }

    private static (int Red, int Green, int Blue) Pixel(RgbImage image, int x, int y)
    {
        int i = ((y * image.Width) + x) * 3;
        return (image.Pixels[i], image.Pixels[i + 1], image.Pixels[i + 2]);
    }
}
