using System.Collections;

namespace Lasco.Research.Datasets;

/// <summary>An image that annotations speak of.</summary>
/// <param name="Id">Its identifier in the annotations: a COCO id, an NLVR2 name, a FashionIQ ASIN.</param>
/// <param name="Path">Its file.</param>
public readonly record struct ImageRef(string Id, string Path);

/// <summary>The images of a split, in the order of the split file; triplets and galleries hold positions in it.</summary>
public sealed class ImageCorpus : IReadOnlyList<ImageRef>
{
    private readonly ImageRef[] images;
    private readonly Dictionary<string, int> positions;

    /// <summary>Indexes <paramref name="images"/> by their identifiers.</summary>
    /// <param name="images">The images.</param>
    /// <exception cref="ArgumentException">Two images have one identifier.</exception>
    public ImageCorpus(IEnumerable<ImageRef> images)
    {
        this.images = [.. images];
        positions = new Dictionary<string, int>(this.images.Length, StringComparer.Ordinal);
        for (int i = 0; i < this.images.Length; i++)
        {
            if (!positions.TryAdd(this.images[i].Id, i))
                throw new ArgumentException($"the image \"{this.images[i].Id}\" is listed twice");
        }
    }

    /// <summary>The number of images.</summary>
    public int Count => images.Length;

    /// <summary>The image at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public ImageRef this[int index] => images[index];

    /// <summary>Finds an image by its identifier.</summary>
    /// <param name="id">The identifier in the annotations.</param>
    /// <returns>Its position, or −1.</returns>
    public int IndexOf(string id) => positions.GetValueOrDefault(id, -1);

    /// <summary>The position of the image whose identifier <paramref name="json"/> stands on.</summary>
    /// <param name="json">The annotations.</param>
    /// <param name="list">The file that lists the images, for the message.</param>
    internal int Read(ref JsonFile json, string list)
    {
        string id = json.String("the name of an image");
        return positions.TryGetValue(id, out int position) ? position : throw json.Fail($"the image \"{id}\" is not in {list}");
    }

    /// <inheritdoc/>
    public IEnumerator<ImageRef> GetEnumerator() => ((IEnumerable<ImageRef>)images).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
