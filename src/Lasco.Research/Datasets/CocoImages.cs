using System.Globalization;
using System.Text.Json;

namespace Lasco.Research.Datasets;

/// <summary>COCO images by their ids, as annotations name them.</summary>
/// <param name="folders">Where the images lie.</param>
internal sealed class CocoImages(ImageFolders folders)
{
    private readonly CocoIds known = new();
    private readonly List<(long Id, string File)> images = [];

    /// <summary>How many different images there are.</summary>
    public int Count => images.Count;

    /// <summary>Adds an image.</summary>
    /// <returns>False where the id is there already.</returns>
    public bool TryAdd(long id, (string File, int NameHash) path)
    {
        if (!known.TryAdd(id, new CocoIds.Image(images.Count, path.NameHash)))
            return false;
        images.Add((id, path.File));
        return true;
    }

    /// <summary>The path that <paramref name="json"/> stands on, as a file below the image root.</summary>
    public (string File, int NameHash) ReadPath(ref JsonFile json)
    {
        string file = folders.Find(json.String("a path")) ?? throw json.Expected("the path of an image below the image root");
        return (file, json.FileNameHash());
    }

    /// <summary>The position of the image <c>[id, path]</c> that <paramref name="json"/> stands on.</summary>
    /// <param name="json">The annotations.</param>
    /// <param name="list">The file that lists the images; null where a new image is to be added.</param>
    public int Read(ref JsonFile json, string? list)
    {
        const string Pair = "a pair [id, path]";
        json.BeginList(Pair);
        json.NextElement();
        long id = json.Int64();
        bool isKnown = known.TryGet(id, out CocoIds.Image image);
        if (!isKnown && list is not null)
            throw json.Fail($"the image {id} is not in {list}");
        int position = isKnown ? image.Position : images.Count;
        json.NextElement();
        if (!isKnown)
            TryAdd(id, ReadPath(ref json));
        else
        {
            json.Expect(JsonTokenType.String, "a path");
            if (json.FileNameHash() != image.NameHash)
                ExpectSameFile(ref json, id, images[position].File);
        }

        if (json.NextElement())
            throw json.Expected(Pair);
        return position;
    }

    /// <summary>The images in the order in which they were added.</summary>
    public ImageCorpus ToCorpus() =>
        new(images.Select(image => new ImageRef(image.Id.ToString(CultureInfo.InvariantCulture), image.File)));

    private static void ExpectSameFile(ref JsonFile json, long id, string file)
    {
        ReadOnlySpan<char> name = Path.GetFileName(file.AsSpan());
        if (!Path.GetFileName(json.String("a path").AsSpan()).SequenceEqual(name))
            throw json.Expected($"image {id} to be {name} as before");
    }
}
