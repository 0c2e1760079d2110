using Lasco.Research.Imaging;

namespace Lasco.Research.Tests.Imaging;

public class ReferencePixelsTests
{
    private static readonly Dictionary<string, RgbImage> Expected = ExpectedPixels.Load("expected.safetensors");

    private static readonly Dictionary<string, RgbImage> Hard = ExpectedPixels.Load("hard/expected.safetensors");

    public static TheoryData<string> HardFiles => [.. Hard.Keys];

    public static TheoryData<string> Tensors => [.. Expected.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tensors))]
    public void PixelsAreThoseOfPillowAndTorchvision(string tensor)
    {
        string file = Path.GetDirectoryName(tensor)!;
        string path = file.StartsWith("COCO_", StringComparison.Ordinal)
            ? SharedFolder.Require($"data/coco_val2014/{file}")
            : Path.Combine(ExpectedPixels.Folder, file);
        var image = ImageFile.Read(path);
        Assert.Equal((image.Width, image.Height), ImageFile.ReadSize(path));
        image = Path.GetFileName(tensor) switch
        {
            "rgb" => image,
            "resize_96" => (Preprocessing.Blip with { Size = 96 }).Fit(image),
            "resize_384" => Preprocessing.Blip.Fit(image),
            "clip_64" => (Preprocessing.Clip with { Size = 64 }).Fit(image),
            var other => throw new InvalidOperationException(other),
        };
        Assert.Equal(0, ExpectedPixels.MaxDifference(Expected[tensor], image));
    }

    [Theory]
    [MemberData(nameof(HardFiles))]
    public void EveryColourTypeDepthAndSamplingIsDecodedAsByPillow(string file)
    {
        string path = Path.Combine(ExpectedPixels.Folder, "hard", file);
        var image = ImageFile.Read(path);
        Assert.Equal(0, ExpectedPixels.MaxDifference(Hard[file], image));
        Assert.Equal((image.Width, image.Height), ImageFile.ReadSize(path));
    }
}
