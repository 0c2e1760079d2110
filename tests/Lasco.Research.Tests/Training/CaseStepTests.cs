using Lasco.Research.Imaging;
using Lasco.Research.Losses;
using Lasco.Research.Models;
using Lasco.Research.Training;
using TorchSharp;

namespace Lasco.Research.Tests.Training;

[Collection(nameof(MiniSetup))]
public class CaseStepTests(MiniSetup setup)
{
    private static readonly RecallAtKSurrogate Loss = new() { RankTemperature = 0.05 };

    [Theory]
    [InlineData(5, true)]
    [InlineData(5, false)]
    [InlineData(1, true)]
    [InlineData(24, true)]
    [InlineData(100, true)]
    public void Cached_gradients_equal_those_of_the_plain_step(int chunk, bool reverse)
    {
        using var model = setup.Model();
        var batch = Batch(model, reverse);
        var (plain, plainResult) = Gradients(model, batch, null);
        var (cached, cachedResult) = Gradients(model, batch, chunk);
        Assert.Equal(plainResult.Forward, cachedResult.Forward, 5);
        Assert.Equal(plainResult.Reverse, cachedResult.Reverse, 5);
        Assert.Equal(batch.Count, plainResult.Ranks.Count);
        Assert.Equal(plainResult.RecallAt1, plainResult.Ranks.Count(rank => rank == 1) / (double)batch.Count, 12);
        AssertClose(plain, cached);
    }

    /// <summary>With dropout the oracle keeps every chunk's graph, drawn from the same random state, and goes backward once.</summary>
    [Fact]
    public void Cached_gradients_see_the_same_dropout_twice()
    {
        using var model = setup.Model(config => config with { TextDropout = 0.3, AttentionDropout = 0.2 });
        model.Case.train();
        var batch = Batch(model, reverse: true);
        const int chunk = 10;

        torch.manual_seed(11);
        model.Case.zero_grad();
        using (torch.NewDisposeScope())
        {
            var parts = new[] { (0, 10), (10, 10), (20, 4) }.Select(part => Embed(model, batch.Slice(part.Item1, part.Item2))).ToArray();
            var (queries, targets) = (torch.cat([.. parts.Select(p => p.Query)]), torch.cat([.. parts.Select(p => p.Target)]));
            var (reverse, images) = (torch.cat([.. parts.Select(p => p.Reverse)]), torch.cat([.. parts.Select(p => p.QueryImage)]));
            (Loss.Loss(queries, targets) + Loss.Loss(reverse, images)).backward();
        }

        var expected = Collect(model);
        torch.manual_seed(11);
        var (cached, _) = Gradients(model, batch, chunk);
        AssertClose(expected, cached);
    }

    [Fact]
    public void A_frozen_image_encoder_receives_no_gradient_and_the_rest_does()
    {
        using var model = setup.Model();
        foreach (var weight in model.Case.visual_encoder.parameters())
            weight.requires_grad = false;
        var (gradients, _) = Gradients(model, Batch(model, reverse: true), null);
        Assert.DoesNotContain(gradients.Keys, name => name.StartsWith("visual_encoder", StringComparison.Ordinal));
        Assert.Contains("vision_proj.weight", gradients.Keys);
        Assert.Contains("text_encoder.encoder.layer.0.crossattention.self.key.weight", gradients.Keys);
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        using var model = setup.Model();
        var batch = Batch(model, reverse: true);
        CaseStep.Backward(model.Case, batch, Loss, model.Preprocessing, 5);
        LetGoOfEarlierTests();
        long before = torch.Tensor.TotalCount;
        for (int i = 0; i < 20; i++)
            CaseStep.Backward(model.Case, batch, Loss, model.Preprocessing, i % 2 == 0 ? null : 5);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    /// <summary>Tensors that other tests left to the garbage collector would otherwise go while this one counts.</summary>
    private static void LetGoOfEarlierTests()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private TripletBatch Batch(CaseModel model, bool reverse)
    {
        var recipe = TrainingRecipe.Mini with { BatchSize = 24, ReverseQuery = reverse };
        return new TripletLoader(setup.Split("lasco", "train"), model.Tokenizer, model.Preprocessing, recipe).Epoch(0, 0, default).First();
    }

    private static (torch.Tensor Query, torch.Tensor Target, torch.Tensor Reverse, torch.Tensor QueryImage) Embed(CaseModel model, TripletBatch batch)
    {
        int count = batch.Count;
        var tokens = model.Case.ImageTokens(PixelTensor.From(batch.Images, model.Preprocessing, torch.CPU));
        var images = model.Case.ImageEmbedding(tokens);
        var (ids, mask) = batch.Texts.ToTensors(torch.CPU);
        var queries = model.Case.QueryEmbedding(tokens, ids, mask);
        return (queries.narrow(0, 0, count), images.narrow(0, count, count), queries.narrow(0, count, count), images.narrow(0, 0, count));
    }

    private static (Dictionary<string, float[]> Gradients, StepResult Result) Gradients(CaseModel model, TripletBatch batch, int? chunk)
    {
        model.Case.zero_grad();
        var result = CaseStep.Backward(model.Case, batch, Loss, model.Preprocessing, chunk);
        return (Collect(model), result);
    }

    private static Dictionary<string, float[]> Collect(CaseModel model) => model.Case.named_parameters()
        .Where(pair => pair.parameter.grad is not null)
        .ToDictionary(pair => pair.name, pair => pair.parameter.grad!.data<float>().ToArray());

    private static void AssertClose(Dictionary<string, float[]> expected, Dictionary<string, float[]> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        float largest = expected.Values.Max(values => values.Max(Math.Abs));
        Assert.True(largest > 0);
        foreach (var (name, values) in expected)
        {
            for (int i = 0; i < values.Length; i++)
                Assert.True(Math.Abs(values[i] - actual[name][i]) <= 1e-5f * Math.Max(1, largest), $"{name}[{i}]: {values[i]} and {actual[name][i]}");
        }
    }
}
