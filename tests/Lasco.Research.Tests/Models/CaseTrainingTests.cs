using Lasco.Research.Checkpoints;
using Lasco.Research.Losses;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Models;

public class CaseTrainingTests : ModelTest
{
    /// <summary>
    /// The reference's three steps of AdamW on query → target and reverse query → query image. AdamW divides a gradient by
    /// its own size, so that where it is nothing but float32's rounding the weight may go either way: one entry of
    /// text_proj.weight, whose first gradient is 4·10⁻⁶ of the typical one, is 1.2·10⁻⁴ off in float64 too. In
    /// float32 the next steps meet such gradients as well, on which entry depends on the number of threads.
    /// </summary>
    [Theory]
    [InlineData(ScalarType.Float64, 0)]
    [InlineData(ScalarType.Float32, 1)]
    public void Three_steps_are_those_of_the_reference(ScalarType type, long entriesOff)
    {
        const double tolerance = 1e-4, learningRate = 1e-3, rounding = 1e-5;
        var model = Blip();
        model.to(type);
        var training = Checkpoint.Load(Fixture("blip_tiny", "training.safetensors"))
            .ToDictionary(pair => pair.Key, pair => pair.Value.dtype == ScalarType.Float32 ? pair.Value.to(type) : pair.Value);
        var surrogate = new RecallAtKSurrogate { Ks = [1, 2, 4, 8], RankTemperature = 0.05, RecallTemperature = 1 };
        var optimizer = optim.AdamW(model.parameters(), lr: learningRate, weight_decay: 0.05);
        var parameters = model.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
        var undecided = parameters.ToDictionary(pair => pair.Key, pair => zeros_like(pair.Value, ScalarType.Bool));
        model.train();

        for (int step = 0; step < 3; step++)
        {
            Tensor Input(string name) => training[$"step{step}.{name}"];
            var queryTokens = model.ImageTokens(Input("query_pixels"));
            var targetTokens = model.ImageTokens(Input("target_pixels"));
            var query = model.QueryEmbedding(queryTokens, Input("input_ids"), Input("attention_mask"));
            var reverse = model.QueryEmbedding(targetTokens, Input("reverse_input_ids"), Input("reverse_attention_mask"));
            var forwardLoss = surrogate.Loss(query, model.ImageEmbedding(targetTokens));
            var reverseLoss = surrogate.Loss(reverse, model.ImageEmbedding(queryTokens));
            optimizer.zero_grad();
            (forwardLoss + reverseLoss).backward();
            Assert.True(Distance(stack([forwardLoss, reverseLoss]), training["losses"][step]) < tolerance);
            foreach (var (name, parameter) in parameters)
            {
                var size = parameter.grad!.abs();
                undecided[name] = undecided[name] | ((size > 0) & (size < rounding * size.mean()));
            }

            optimizer.step();
        }

        var after = training.Where(pair => pair.Key.StartsWith("after.", StringComparison.Ordinal)).ToDictionary(pair => pair.Key["after.".Length..], pair => pair.Value);
        Assert.NotEmpty(after);
        Assert.All(after, pair =>
        {
            var (weight, skipped) = (parameters[pair.Key].detach(), undecided[pair.Key]);
            var off = (weight - pair.Value).abs().masked_fill(skipped, 0) >= tolerance;
            Assert.True(off.sum().item<long>() <= entriesOff, $"{off.sum().item<long>()} entries of {pair.Key} differ");
            Assert.True(Distance(weight, pair.Value) < 2 * 3 * learningRate);
            Assert.True(skipped.sum().item<long>() <= 1 + (weight.numel() / 10_000));
        });
    }

    [Fact]
    public void The_last_layer_of_one_token_is_that_of_all_tokens()
    {
        var model = Blip();
        var record = Record("blip_tiny");

        foreach (var imageTokens in new[] { null, record["image_tokens"] })
        {
            var hidden = model.text_encoder.Hidden(record["input_ids"], record["attention_mask"], imageTokens);
            var pooled = model.text_encoder.Pooled(record["input_ids"], record["attention_mask"], imageTokens);
            Assert.True(Distance(hidden.select(1, 0), pooled) < 1e-6);
        }
    }

    [Fact]
    public void Padding_does_not_change_a_query()
    {
        var model = Blip();
        var record = Record("blip_tiny");
        var ids = tensor(new long[] { 3, 14, 15, 92 }).unsqueeze(0);
        var padded = cat([ids, full([1, 5], 65L)], 1);
        var imageTokens = record["image_tokens"].narrow(0, 0, 1);

        var query = model.QueryEmbedding(imageTokens, ids, ones_like(ids));

        Assert.True(Distance(query, model.QueryEmbedding(imageTokens, padded, cat([ones_like(ids), zeros([1, 5], ScalarType.Int64)], 1))) < 1e-6);
    }

    private static Blip Blip()
    {
        var model = new Blip(BlipConfig.Read<BlipConfig>(Fixture("blip_tiny", "config.json")));
        BlipCheckpoint.Load(model, Weights("blip_tiny"), "model.safetensors");
        model.eval();
        return model;
    }
}
