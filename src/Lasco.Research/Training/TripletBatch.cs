using Lasco.Research.Imaging;
using Lasco.Research.Text;

namespace Lasco.Research.Training;

/// <summary>
/// A batch of B triplets, decoded and tokenized, before it becomes tensors. Images are the B query images, then the B target
/// images; texts are the B queries, then the B reverse queries where the recipe has them. So text i attends to image i, and
/// its answer is image (i + B) mod 2B.
/// </summary>
public sealed class TripletBatch
{
    /// <summary>B.</summary>
    public required int Count { get; init; }

    /// <summary>2B images of the model's size.</summary>
    public required IReadOnlyList<RgbImage> Images { get; init; }

    /// <summary>B or 2B token sequences, padded to one length.</summary>
    public required TokenBatch Texts { get; init; }

    /// <summary>Whether there are reverse queries.</summary>
    public bool HasReverse => Texts.Rows == 2 * Count;

    /// <summary>The triplets from <paramref name="start"/>, with the whole batch's padding.</summary>
    /// <param name="start">The first triplet.</param>
    /// <param name="count">How many.</param>
    public TripletBatch Slice(int start, int count)
    {
        int[] rows = [.. Enumerable.Range(start, count), .. Enumerable.Range(Count + start, count)];
        return new TripletBatch
        {
            Count = count,
            Images = Array.ConvertAll(rows, row => Images[row]),
            Texts = Texts.Select(HasReverse ? rows : rows[..count]),
        };
    }
}
