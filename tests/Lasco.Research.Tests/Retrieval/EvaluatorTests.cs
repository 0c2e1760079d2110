using Lasco.Research.Datasets;
using Lasco.Research.Imaging;
using Lasco.Research.Models;
using Lasco.Research.Retrieval;
using TorchSharp;

namespace Lasco.Research.Tests.Retrieval;

[Collection(nameof(MiniSetup))]
public class EvaluatorTests(MiniSetup setup)
{
    [Theory]
    [InlineData("lasco", Modalities.Both)]
    [InlineData("lasco", Modalities.TextOnly)]
    [InlineData("cirr", Modalities.Both)]
    [InlineData("cirr", Modalities.ImageOnly)]
    public void Ranks_equal_those_of_embedding_each_query_by_itself(string dataset, Modalities modalities)
    {
        using var model = setup.Model(config => config with { Modalities = modalities });
        var split = setup.Split(dataset, "val");
        var evaluation = Evaluator.Evaluate(model, split);
        Assert.Equal(split.Triplets.Count, evaluation.Ranks.Count);

        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var gallery = torch.cat([.. split.Gallery.Select(image => model.Case.ImageEmbedding(Tokens(model, split.Images[image].Path)))]);
        int different = 0;
        for (int i = 0; i < split.Triplets.Count; i++)
        {
            using var step = torch.NewDisposeScope();
            var triplet = split.Triplets[i];
            var texts = Research.Text.TokenBatch.Pad([model.Tokenizer.Query(triplet.Text)], model.Tokenizer.PadId);
            var (ids, mask) = texts.ToTensors(torch.CPU);
            var query = model.Case.QueryEmbedding(model.Case.QueryTokens(Tokens(model, split.Images[triplet.Query].Path)), ids, mask);
            float[] scores = gallery.matmul(query[0]).data<float>().ToArray();
            int target = split.Gallery.ToList().IndexOf(triplet.Target);
            int rank = 1 + Enumerable.Range(0, scores.Length).Count(image =>
                !(split.ExcludeQuery && split.Gallery[image] == triplet.Query) &&
                (scores[image] > scores[target] || (scores[image] == scores[target] && image < target)));
            different += rank == evaluation.Ranks[i] ? 0 : 1;
        }

        // A batch may round a similarity differently from a single query, which can swap near-ties of an untrained model.
        Assert.InRange(different, 0, split.Triplets.Count / 20);
    }

    [Fact]
    public void Chance_excludes_the_query_where_the_protocol_does()
    {
        var split = setup.Split("cirr", "val");
        var random = Evaluator.Random(split);
        Assert.Equal(1.0 / (split.Gallery.Count - 1), random.Recall[1], 12);
        Assert.Equal(1.0 / 5, random.SubsetRecall[1], 12);
        Assert.Equal(10.0 / 32, Evaluator.Random(setup.Split("lasco", "val")).Recall[10], 12);
    }

    [Fact]
    public void A_split_that_hides_its_targets_cannot_be_evaluated()
    {
        using var model = setup.Model();
        var split = setup.Split("cirr", "val");
        var hidden = split with { Triplets = [.. split.Triplets.Select(triplet => triplet with { Target = -1 })] };
        Assert.Contains("hides its targets", Assert.Throws<InputException>(() => Evaluator.Evaluate(model, hidden)).Message);
    }

    [Fact]
    public void Mean_average_precision_is_that_of_sorting_the_scores()
    {
        const int Queries = 40, Images = 90;
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(11);
        var random = new Random(12);
        var split = new CoirSplit
        {
            Name = "several answers",
            Images = new ImageCorpus(Enumerable.Range(0, Images).Select(image => new ImageRef($"{image}", $"{image}.jpg"))),
            Gallery = [.. Enumerable.Range(0, Images).OrderBy(_ => random.Next())],
            Ks = [5, 10], MapKs = [5, 10, 25, 50],
            Triplets = [.. Enumerable.Range(0, Queries).Select(id =>
            {
                int[] answers = [.. Enumerable.Range(0, Images).OrderBy(_ => random.Next()).Take(1 + random.Next(12))];
                return new Triplet { Id = id, Query = 0, Target = answers[0], FurtherTargets = answers[1..], Texts = [""] };
            })],
        };
        var queries = torch.randn(Queries, 8);
        var gallery = torch.randn(Images, 8);
        float[] scores = queries.matmul(gallery.t()).data<float>().ToArray();
        var evaluation = Evaluator.Evaluate(queries, gallery, split);
        foreach (int k in split.MapKs)
        {
            double expected = Enumerable.Range(0, Queries).Average(query => Research.Metrics.AveragePrecision.At(
                Enumerable.Range(0, Images).OrderByDescending(image => scores[(query * Images) + image]).Select(image => split.Gallery[image]),
                new HashSet<int>([split.Triplets[query].Target, .. split.Triplets[query].FurtherTargets]), k));
            Assert.Equal(expected, evaluation.MeanAveragePrecision[k], 12);
        }

        Assert.Equal(evaluation.Recall[5], evaluation.Ranks.Count(rank => rank <= 5) / (double)Queries);
        Assert.Empty(Evaluator.Evaluate(queries, gallery, split with { MapKs = [] }).MeanAveragePrecision);
        var one = split with { Triplets = [.. split.Triplets.Select(triplet => triplet with { FurtherTargets = [] })] };
        Assert.Equal(one.Triplets.Count, Evaluator.Evaluate(queries, gallery, one).Queries);
    }

    private static torch.Tensor Tokens(CaseModel model, string path) =>
        model.Case.ImageTokens(PixelTensor.From([model.Preprocessing.Fit(ImageFile.Read(path))], model.Preprocessing, torch.CPU));
}
