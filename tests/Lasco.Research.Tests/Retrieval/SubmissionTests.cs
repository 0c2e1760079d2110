using System.Text.Json;
using Lasco.Research.Datasets;
using Lasco.Research.Retrieval;
using Lasco.Research.Tests.Datasets;

namespace Lasco.Research.Tests.Retrieval;

[Collection(nameof(MiniSetup))]
public class SubmissionTests(MiniSetup setup)
{
    [Fact]
    public void The_files_of_cirr_reach_the_recall_that_the_evaluation_reports()
    {
        using var model = setup.Model();
        using var folder = new AnnotationFolder();
        var split = Large(setup.Split("cirr", "val"));
        var evaluation = Evaluator.Evaluate(model, split);
        var files = Submission.Write("cirr", split, model, folder.Root);
        Assert.Equal(["recall.json", "recall_subset.json"], files.Select(Path.GetFileName));
        foreach (int k in new[] { 1, 5, 10, 50 })
            Assert.Equal(evaluation.Recall[k], Recall(split, files[0], k), 12);
        foreach (int k in split.SubsetKs)
            Assert.Equal(evaluation.SubsetRecall[k], Recall(split, files[1], k), 12);
    }

    [Fact]
    public void The_file_of_circo_reaches_the_recall_that_the_evaluation_reports()
    {
        using var model = setup.Model();
        using var folder = new AnnotationFolder();
        var pictures = Large(setup.Split("cirr", "val"));
        var split = pictures with
        {
            Images = new ImageCorpus(pictures.Images.Select((image, i) => image with { Id = $"{500 + i}" })),
            ExcludeQuery = false, Ks = Circo.Ks, SubsetKs = [],
        };
        var evaluation = Evaluator.Evaluate(model, split);
        string file = Assert.Single(Submission.Write("circo", split, model, folder.Root));
        foreach (int k in Circo.Ks)
            Assert.Equal(evaluation.Recall[k], Recall(split, file, k), 12);
    }

    [Fact]
    public void A_gallery_that_is_too_small_is_refused()
    {
        using var model = setup.Model();
        using var folder = new AnnotationFolder();
        Assert.Contains("best 50", Assert.Throws<InputException>(() => Submission.Write("cirr", setup.Split("cirr", "val"), model, folder.Root)).Message);
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    // The server wants 50 images of each query; copies of the pictures fill the gallery, which makes many scores equal too.
    private static CoirSplit Large(CoirSplit split)
    {
        int copies = 60 / split.Images.Count + 1;
        var images = split.Images.Concat(Enumerable.Range(1, copies).SelectMany(copy => split.Images.Select(image => image with { Id = $"{image.Id}-{copy}" })));
        var corpus = new ImageCorpus(images);
        return split with { Images = corpus, Gallery = [.. Enumerable.Range(0, corpus.Count)] };
    }

    private static double Recall(CoirSplit split, string file, int k)
    {
        var answers = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        return split.Triplets.Average(triplet =>
            answers.GetProperty($"{triplet.Id}").EnumerateArray().Take(k).Any(image => $"{image}" == split.Images[triplet.Target].Id) ? 1.0 : 0.0);
    }
}
