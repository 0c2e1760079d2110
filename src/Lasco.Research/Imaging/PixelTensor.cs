using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Imaging;

/// <summary>Pixels as the image encoder's input.</summary>
public static class PixelTensor
{
    /// <summary>(pixel / 255 − mean) / standard deviation, by channel.</summary>
    /// <param name="images">B images of <see cref="Preprocessing.Size"/>.</param>
    /// <param name="preprocessing">Size, mean and standard deviation.</param>
    /// <param name="device">Where the result lies.</param>
    /// <returns>[B, 3, size, size] float32.</returns>
    /// <exception cref="ArgumentException">An image has another size.</exception>
    public static Tensor From(IReadOnlyList<RgbImage> images, Preprocessing preprocessing, Device device)
    {
        using var scope = NewDisposeScope();
        int side = preprocessing.Size, bytes = side * side * 3;
        var pixels = empty([images.Count, side, side, 3], dtype: ScalarType.Byte);
        for (int i = 0; i < images.Count; i++)
        {
            if (images[i].Width != side || images[i].Height != side)
                throw new ArgumentException($"image {i} is {images[i].Width} × {images[i].Height}, expected {side} × {side}", nameof(images));
            using var row = pixels[i];
            images[i].Pixels.CopyTo(row.bytes);
        }

        var mean = Channels(preprocessing.Mean);
        var deviation = Channels(preprocessing.Std);
        var channelsFirst = pixels.to(device).permute(0, 3, 1, 2).to_type(ScalarType.Float32).contiguous(); // [B, 3, S, S]
        return channelsFirst.div_(255).sub_(mean).div_(deviation).MoveToOuterDisposeScope();

        Tensor Channels((float Red, float Green, float Blue) values) => tensor([values.Red, values.Green, values.Blue], device: device).view(3, 1, 1);
    }
}
