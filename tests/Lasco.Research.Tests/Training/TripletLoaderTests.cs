using Lasco.Research.Datasets;
using Lasco.Research.Training;

namespace Lasco.Research.Tests.Training;

[Collection(nameof(MiniSetup))]
public class TripletLoaderTests(MiniSetup setup)
{
    [Fact]
    public void An_epoch_takes_every_triplet_at_most_once_in_an_order_of_its_own()
    {
        using var model = setup.Model();
        var loader = new TripletLoader(setup.Split("lasco", "train"), model.Tokenizer, model.Preprocessing, TrainingRecipe.Mini with { BatchSize = 7 });
        var first = loader.Epoch(0, 0, default).ToArray();
        Assert.Equal(loader.StepsPerEpoch, first.Length);
        Assert.All(first, batch => Assert.Equal((7, 14, 14), (batch.Count, batch.Images.Count, batch.Texts.Rows)));
        Assert.Equal(Ids(first), Ids(loader.Epoch(0, 0, default)));
        Assert.NotEqual(Ids(first), Ids(loader.Epoch(1, 0, default)));
    }

    [Fact]
    public void A_later_start_gives_the_same_batches_as_the_epoch_from_its_beginning()
    {
        using var model = setup.Model();
        var loader = new TripletLoader(setup.Split("fashioniq", "train"), model.Tokenizer, model.Preprocessing, TrainingRecipe.Mini with { BatchSize = 8 });
        Assert.Equal(Ids(loader.Epoch(2, 0, default).Skip(3)), Ids(loader.Epoch(2, 3, default)));
    }

    [Fact]
    public void A_slice_keeps_queries_reverse_queries_and_images_together()
    {
        using var model = setup.Model();
        var batch = new TripletLoader(setup.Split("cirr", "train"), model.Tokenizer, model.Preprocessing, TrainingRecipe.Mini with { BatchSize = 9 }).Epoch(0, 0, default).First();
        var slice = batch.Slice(4, 3);
        int columns = batch.Texts.Columns;
        Assert.Equal((3, true, columns), (slice.Count, slice.HasReverse, slice.Texts.Columns));
        for (int i = 0; i < 3; i++)
        {
            Assert.Same(batch.Images[4 + i], slice.Images[i]);
            Assert.Same(batch.Images[9 + 4 + i], slice.Images[3 + i]);
            Assert.Equal(batch.Texts.Ids[((4 + i) * columns)..((5 + i) * columns)], slice.Texts.Ids[(i * columns)..((i + 1) * columns)]);
            Assert.Equal(batch.Texts.Ids[((13 + i) * columns)..((14 + i) * columns)], slice.Texts.Ids[((3 + i) * columns)..((4 + i) * columns)]);
        }
    }

    [Fact]
    public void A_missing_image_is_named()
    {
        using var model = setup.Model();
        var split = setup.Split("lasco", "train");
        var images = new ImageCorpus(split.Images.Select(image => image with { Path = image.Path + ".gone" }));
        var loader = new TripletLoader(split with { Images = images }, model.Tokenizer, model.Preprocessing, TrainingRecipe.Mini);
        var e = Assert.Throws<InputException>(() => loader.Epoch(0, 0, default).First());
        Assert.EndsWith(".gone", e.File);
    }

    private static long[] Ids(IEnumerable<TripletBatch> batches) => [.. batches.SelectMany(batch => batch.Texts.Ids)];
}
