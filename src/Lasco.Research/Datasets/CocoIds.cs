namespace Lasco.Research.Datasets;

/// <summary>
/// What is known of images by their ids. COCO's ids have six digits and stand in a table at their own place, so that a
/// look-up leaves the cache once at most; any other id is in a dictionary.
/// </summary>
internal sealed class CocoIds
{
    private const int TableLength = 1 << 20;

    private readonly Image[] table = new Image[TableLength];
    private readonly Dictionary<long, Image> others = [];

    /// <summary>Finds an image.</summary>
    public bool TryGet(long id, out Image image)
    {
        if ((ulong)id >= TableLength)
            return others.TryGetValue(id, out image);
        image = table[id];
        return image.IsKnown;
    }

    /// <summary>Adds an image.</summary>
    /// <returns>False where the id is there already.</returns>
    public bool TryAdd(long id, Image image)
    {
        if ((ulong)id >= TableLength)
            return others.TryAdd(id, image);
        if (table[id].IsKnown)
            return false;
        table[id] = image;
        return true;
    }

    /// <summary>An image; the default is none.</summary>
    /// <param name="position">Its place among all images, from 0.</param>
    /// <param name="nameHash">The hash of its file name, as it is written: a known image is recognised without its strings being touched.</param>
    public readonly struct Image(int position, int nameHash)
    {
        private readonly int number = position + 1;

        /// <summary>Whether there is such an image.</summary>
        public bool IsKnown => number > 0;

        /// <summary>Its place among all images, from 0.</summary>
        public int Position => number - 1;

        /// <summary>The hash of its file name.</summary>
        public int NameHash { get; } = nameHash;
    }
}
