using System.Text.Json;
using Lasco.Research.Imaging;

namespace Lasco.Research.Mini;

/// <summary>An image to be rendered and written.</summary>
/// <param name="Path">Its file below the world's folder; the extension says the encoding.</param>
/// <param name="Take">Renders it; the stream draws what the subject leaves open.</param>
internal sealed record Photograph(string Path, Func<SplitMix64, RgbImage> Take)
{
    private const int Quality = 92;

    /// <summary>The file's content.</summary>
    public byte[] Encode(SplitMix64 random)
    {
        RgbImage image = Take(random);
        return Path.EndsWith(".png", StringComparison.Ordinal) ? ImageFile.EncodePng(image) : ImageFile.EncodeJpeg(image, Quality);
    }
}

/// <summary>A JSON file to be written.</summary>
/// <param name="Path">The file below the world's folder.</param>
/// <param name="Write">Writes its one value.</param>
internal sealed record Document(string Path, Action<Utf8JsonWriter> Write);

/// <summary>One dataset of the world, planned: nothing of it is written yet.</summary>
/// <param name="Name">Its folder, for messages.</param>
/// <param name="Stream">Keeps its random streams apart from other sets'.</param>
/// <param name="Photographs">Its images.</param>
/// <param name="Documents">Its annotations.</param>
/// <param name="Derive">Makes the files that follow from the documents, in the set's folder, once those are written.</param>
internal sealed record MiniSet(
    string Name, int Stream, IReadOnlyList<Photograph> Photographs, IReadOnlyList<Document> Documents, Action<string>? Derive = null);
