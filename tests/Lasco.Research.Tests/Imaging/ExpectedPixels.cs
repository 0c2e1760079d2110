using System.Buffers.Binary;
using System.Text.Json;
using Lasco.Research.Imaging;

namespace Lasco.Research.Tests.Imaging;

/// <summary>Files of <c>Fixtures/images</c>, and the pixels that Pillow and torchvision give for them (8-bit tensors in safetensors files).</summary>
internal static class ExpectedPixels
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "images");

    /// <summary>Every image file, relative to the folder.</summary>
    public static IEnumerable<string> ImageFiles => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".jpg" or ".png")
        .Select(f => Path.GetRelativePath(Folder, f))
        .Order(StringComparer.Ordinal);

    public static Dictionary<string, RgbImage> Load(string file)
    {
        byte[] data = File.ReadAllBytes(Path.Combine(Folder, file));
        int start = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(data);
        using var header = JsonDocument.Parse(data.AsMemory(8, start - 8));
        var images = new Dictionary<string, RgbImage>();
        foreach (var tensor in header.RootElement.EnumerateObject())
        {
            int[] shape = tensor.Value.GetProperty("shape").Deserialize<int[]>()!;
            int[] range = tensor.Value.GetProperty("data_offsets").Deserialize<int[]>()!;
            if (shape is [var height, var width, 3])
                images[tensor.Name] = new RgbImage(width, height, data[(start + range[0])..(start + range[1])]);
        }

        return images;
    }

    /// <summary>The largest difference between two images of one size.</summary>
    public static int MaxDifference(RgbImage expected, RgbImage actual)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        return expected.Pixels.Zip(actual.Pixels, (a, b) => Math.Abs(a - b)).Max();
    }
}
