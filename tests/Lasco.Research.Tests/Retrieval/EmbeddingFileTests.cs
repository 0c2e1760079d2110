using Lasco.Research.Datasets;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;

namespace Lasco.Research.Tests.Retrieval;

[Collection(nameof(MiniSetup))]
public sealed class EmbeddingFileTests(MiniSetup setup) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lasco-embeddings-");

    private string File => Path.Combine(folder.FullName, "gallery.safetensors");

    [Fact]
    public void Embeddings_and_images_are_read_as_they_were_written()
    {
        using var model = setup.Model();
        var images = Gallery();
        EmbeddingFile.Write(File, model, images);
        using var file = EmbeddingFile.Read(File);
        Assert.Equal(images.Select(image => image.Id), file.Images.Select(image => image.Id));
        Assert.Equal([images.Count, 8], file.Embeddings.shape);
        Assert.All(file.Embeddings.norm(1).data<float>().ToArray(), norm => Assert.Equal(1, norm, 4));
        Assert.False(System.IO.File.Exists(File + ".partial"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    [InlineData(5 * 32)]
    public void A_file_that_was_cut_off_is_completed(int keptBytes)
    {
        using var model = setup.Model();
        EmbeddingFile.Write(File, model, Gallery());
        byte[] whole = System.IO.File.ReadAllBytes(File);
        int header = 8 + (int)BitConverter.ToInt64(whole);
        System.IO.File.WriteAllBytes(File + ".partial", whole[..(header + keptBytes)]);

        var counts = new List<int>();
        EmbeddingFile.Write(File, model, Gallery(), new DirectProgress<int>(counts.Add));
        Assert.Equal(keptBytes / 32, counts[0]);
        using var again = EmbeddingFile.Read(File);
        Assert.Equal(Gallery().Count, again.Images.Count);
        Assert.Equal(whole[..(header + keptBytes / 32 * 32)], System.IO.File.ReadAllBytes(File)[..(header + keptBytes / 32 * 32)]);
    }

    [Fact]
    public void A_partial_file_of_another_model_is_begun_anew()
    {
        using (var other = setup.Model(config => config with { Modalities = Modalities.TextOnly }))
            EmbeddingFile.Write(File + "x", other, Gallery());
        System.IO.File.Move(File + "x", File + ".partial");
        using var model = setup.Model();
        var counts = new List<int>();
        EmbeddingFile.Write(File, model, Gallery(), new DirectProgress<int>(counts.Add));
        Assert.Equal(0, counts[0]);
    }

    [Fact]
    public void A_search_returns_the_most_similar_images_and_only_with_the_model_that_embedded_them()
    {
        using var model = setup.Model();
        EmbeddingFile.Write(File, model, Gallery());
        using var corpus = EmbeddingFile.Read(File);
        var hits = Search.Run(model, corpus, Gallery()[0].Path, "make the cube red", top: 5);
        Assert.Equal([1, 2, 3, 4, 5], hits.Select(hit => hit.Rank));
        Assert.Equal(hits.OrderByDescending(hit => hit.Similarity), hits);
        Assert.Equal(corpus.Images.Count, Search.Run(model, corpus, Gallery()[0].Path, "more", top: 1000).Count);

        using var other = setup.Model(config => config with { Modalities = Modalities.ImageOnly });
        Assert.Contains("another model", Assert.Throws<InputException>(() => Search.Run(other, corpus, Gallery()[0].Path, "x", 5)).Message);
    }

    [Fact]
    public void Another_safetensors_file_is_refused()
    {
        var e = Assert.Throws<InputException>(() => EmbeddingFile.Read(Path.Combine(setup.BlipFolder, "model.safetensors")));
        Assert.Contains("not a file of embeddings", e.Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private List<ImageRef> Gallery()
    {
        var split = setup.Split("lasco", "val");
        return [.. split.Gallery.Select(image => split.Images[image])];
    }
}
