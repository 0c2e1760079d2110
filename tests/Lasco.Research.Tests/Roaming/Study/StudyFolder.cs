using Lasco.Research.Datasets;
using Lasco.Research.Imaging;
using Lasco.Research.Roaming.Study;

namespace Lasco.Research.Tests.Roaming.Study;

/// <summary>A temporary folder with a split of small pictures, from which studies are made.</summary>
public sealed class StudyFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lasco-study-").FullName;

    public string this[string path] => Path.Combine(folder, path);

    /// <summary>A split with a triplet of the given text for each text, every two images apart.</summary>
    public CoirSplit Split(params string[] texts)
    {
        ImageRef[] images = [.. Enumerable.Range(0, texts.Length + 1).Select(i => new ImageRef($"{i}", this[$"{i}.png"]))];
        for (int i = 0; i < images.Length; i++)
        {
            int width = 40 + 8 * i, height = 60;
            ImageFile.WritePng(images[i].Path, new RgbImage(width, height, [.. Enumerable.Repeat((byte)(i * 37), width * height * 3)]));
        }

        return new CoirSplit
        {
            Name = "Test val",
            Images = new ImageCorpus(images),
            Triplets = [.. texts.Select((text, i) => new Triplet { Id = 100 + i, Query = i, Target = i + 1, Texts = [text] })],
            Gallery = [.. Enumerable.Range(0, images.Length)],
            Ks = [1],
        };
    }

    /// <summary>Writes the page of a study of all the texts; they come in a random order.</summary>
    public (UserStudy Study, string Page) Page(RatingScale scale, params string[] texts)
    {
        var study = UserStudy.Draw([Split(texts)], texts.Length, seed: 5, scale, "Rating of examples");
        string page = this[$"{study.Id}.html"];
        StudyPage.Write(study, page);
        return (study, page);
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
