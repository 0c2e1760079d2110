namespace Lasco.Research.Checkpoints;

/// <summary>Arithmetic on shapes that come from a file and may lie.</summary>
internal static class TensorShape
{
    /// <summary>libtorch iterates over at most this many dimensions.</summary>
    public const int MaxDimensions = 64;

    /// <summary>
    /// The number of elements, or null where a size is negative, there are too many sizes, or their product, zeros
    /// left out, does not fit in 2⁵⁶ elements (so that the number of bytes fits in 63 bits whatever the type).
    /// </summary>
    public static long? Count(IReadOnlyList<long> shape)
    {
        const long limit = 1L << 56;
        if (shape.Count > MaxDimensions)
            return null;

        long product = 1;
        bool empty = false;
        foreach (long size in shape)
        {
            if (size < 0 || size > limit)
                return null;
            if (size == 0)
                empty = true;
            else if (product > limit / size)
                return null;
            else
                product *= size;
        }

        return empty ? 0 : product;
    }
}
