namespace Lasco.Research.Imaging;

/// <summary>Changes the size of images, with the pixels that Pillow 9.4, torchvision 0.14 and CLIP4Cir give.</summary>
public static class Resize
{
    /// <summary>
    /// Bicubic interpolation (a = −0.5), the kernel widened by the scale where an image shrinks, so that nothing aliases:
    /// Pillow's <c>resize((width, height), BICUBIC)</c>. Columns first, rounded to 8 bits, then rows.
    /// </summary>
    /// <param name="image">The image.</param>
    /// <param name="width">The new width, at least 1.</param>
    /// <param name="height">The new height, at least 1.</param>
    /// <returns>The image of the new size; <paramref name="image"/> itself where it has that size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The new size is not positive.</exception>
    /// <exception cref="InputException">The image is so elongated that a step has more than <see cref="ImageFile.MaxPixels"/>.</exception>
    public static RgbImage Bicubic(RgbImage image, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        CheckSize(image, width, Math.Max(height, image.Height));
        if (width != image.Width)
            image = Resampler.Columns(image, BicubicKernel.Of(image.Width, width));
        if (height != image.Height)
            image = Resampler.Rows(image, BicubicKernel.Of(image.Height, height));
        return image;
    }

    /// <summary>Scales the shorter side to a size and the longer in proportion, rounded down: torchvision's <c>Resize(size, BICUBIC)</c>.</summary>
    /// <param name="image">The image.</param>
    /// <param name="size">The shorter side's new length in pixels.</param>
    /// <returns>The scaled image; <paramref name="image"/> itself where it has that size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The new size is not positive.</exception>
    /// <exception cref="InputException">The image is so elongated that a step has more than <see cref="ImageFile.MaxPixels"/>.</exception>
    public static RgbImage ShorterSide(RgbImage image, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var (shorter, longer) = (Math.Min(image.Width, image.Height), Math.Max(image.Width, image.Height));
        long scaled = (long)size * longer / shorter;
        CheckSize(image, size, scaled);
        return image.Width <= image.Height ? Bicubic(image, size, (int)scaled) : Bicubic(image, (int)scaled, size);
    }

    /// <summary>The middle of an image, with black around it where the image is smaller: torchvision's <c>CenterCrop(size)</c>.</summary>
    /// <param name="image">The image.</param>
    /// <param name="size">Width and height of the result in pixels.</param>
    /// <returns>The size × size image; <paramref name="image"/> itself where it has that size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    /// <exception cref="InputException">The result has more than <see cref="ImageFile.MaxPixels"/>.</exception>
    public static RgbImage CenterCrop(RgbImage image, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        CheckSize(image, size, size);
        return Window(image, Offset(image.Width, size), Offset(image.Height, size), size, size);
    }

    /// <summary>
    /// CLIP4Cir's padding: where the longer side is at least <paramref name="targetRatio"/> times the shorter, adds black
    /// on both sides of the shorter until it is (longer / targetRatio), less than two pixels short of it.
    /// </summary>
    /// <param name="image">The image.</param>
    /// <param name="targetRatio">The aspect ratio to reach, at least 1.</param>
    /// <returns>The padded image, or <paramref name="image"/> itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is below 1.</exception>
    /// <exception cref="InputException">The image is so elongated that the result has more than <see cref="ImageFile.MaxPixels"/>.</exception>
    public static RgbImage TargetPad(RgbImage image, double targetRatio = 1.25)
    {
        if (!(targetRatio >= 1))
            throw new ArgumentOutOfRangeException(nameof(targetRatio), targetRatio, "an aspect ratio is at least 1");
        var (shorter, longer) = (Math.Min(image.Width, image.Height), Math.Max(image.Width, image.Height));
        if ((double)longer / shorter < targetRatio)
            return image;
        double side = longer / targetRatio;
        int left = Math.Max((int)((side - image.Width) / 2), 0);
        int top = Math.Max((int)((side - image.Height) / 2), 0);
        var (width, height) = (image.Width + (2 * left), image.Height + (2 * top));
        CheckSize(image, width, height);
        return Window(image, -left, -top, width, height);
    }

    private static void CheckSize(RgbImage image, long width, long height)
    {
        if (width * height > ImageFile.MaxPixels)
            throw new InputException($"an image of {image.Width}×{image.Height} pixels would become {width}×{height}; at most {ImageFile.MaxPixels:N0} pixels are allowed");
    }

    /// <summary>Where a crop begins; negative where it is larger than the image. Halves round to even in a crop, down in padding.</summary>
    private static int Offset(int length, int size) =>
        length < size ? -((size - length) / 2) : (int)Math.Round((length - size) / 2.0, MidpointRounding.ToEven);

    /// <summary>The window of an image that begins at (left, top), black where it reaches beyond the image.</summary>
    private static RgbImage Window(RgbImage image, int left, int top, int width, int height)
    {
        if ((left, top, width, height) == (0, 0, image.Width, image.Height))
            return image;
        byte[] pixels = new byte[width * height * 3];
        int from = Math.Max(left, 0), count = Math.Min(left + width, image.Width) - from;
        for (int y = Math.Max(top, 0); y < Math.Min(top + height, image.Height); y++)
        {
            image.Pixels.AsSpan(((y * image.Width) + from) * 3, count * 3)
                .CopyTo(pixels.AsSpan((((y - top) * width) + from - left) * 3));
        }

        return new RgbImage(width, height, pixels);
    }
}
