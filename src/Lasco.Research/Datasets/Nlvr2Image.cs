using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lasco.Research.Datasets;

/// <summary>
/// The name of an image of NLVR2 (Suhr et al. 2019), which is CIRR's name for it too: <c>SPLIT-SET-PAIR-imgSIDE</c>. A
/// sentence of NLVR2 is named <c>SPLIT-SET-PAIR-SENTENCE</c> and speaks of the two sides of its pair.
/// </summary>
/// <param name="Split"><c>train</c>, <c>dev</c>, <c>test1</c> or <c>test2</c>; CIRR's <c>val</c> is NLVR2's <c>dev</c>.</param>
/// <param name="Set">The set of eight images that one sentence writer saw.</param>
/// <param name="Pair">The pair in the set, 0 to 3.</param>
/// <param name="Side">0 for the left image of the pair, 1 for the right.</param>
public readonly record struct Nlvr2Image(string Split, int Set, int Pair, int Side)
{
    private static readonly string[] Splits = ["train", "dev", "test1", "test2"];

    /// <summary>The image's file: all end in <c>.png</c>, whatever format they are in.</summary>
    public string FileName => $"{this}.png";

    /// <summary>The left and the right image of a sentence.</summary>
    /// <param name="identifier">The sentence's <c>identifier</c>, such as <c>dev-850-0-1</c>.</param>
    /// <exception cref="InputException">It is not of that form.</exception>
    public static (Nlvr2Image Left, Nlvr2Image Right) OfSentence(string identifier)
    {
        if (identifier.Split('-') is not [var split, var set, var pair, "0" or "1"] || !TryParse($"{split}-{set}-{pair}-img0", out Nlvr2Image left))
            throw new InputException($"expected a sentence of NLVR2 such as dev-850-0-1, found \"{identifier}\"");
        return (left, left with { Side = 1 });
    }

    /// <summary>Reads a name such as <c>dev-244-0-img1</c>.</summary>
    /// <param name="name">The name, without <c>.png</c>.</param>
    /// <param name="image">Its parts.</param>
    /// <returns>Whether it is a name of that form; what it gives is written the same way.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, out Nlvr2Image image)
    {
        image = default;
        if (name?.Split('-') is not [var split, var set, var pair, "img0" or "img1"] || !Splits.Contains(split))
            return false;
        if (!int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out int setNumber) || pair is not ("0" or "1" or "2" or "3"))
            return false;
        image = new Nlvr2Image(split, setNumber, pair[0] - '0', name[^1] - '0');
        return image.ToString() == name;
    }

    /// <summary>The path below NLVR2's image folder.</summary>
    /// <param name="directory">NLVR2's <c>directory</c> of the training set that the image is in, 0 to 99: <c>train</c> alone has such folders.</param>
    /// <returns><c>dev/dev-244-0-img1.png</c>, <c>train/34/train-11041-2-img0.png</c>; without a directory, training images lie in <c>train</c>, as the downloader by address leaves them.</returns>
    public string PathBelow(int? directory = null) =>
        Split == "train" && directory is { } number ? string.Create(CultureInfo.InvariantCulture, $"train/{number}/{FileName}") : $"{Split}/{FileName}";

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Split}-{Set}-{Pair}-img{Side}");
}
