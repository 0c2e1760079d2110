using System.Text.Json.Nodes;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Models;

public class ClipTests : ModelTest
{
    [Theory]
    [InlineData("clip_vit_tiny")]
    [InlineData("clip_resnet_tiny")]
    public void Half_precision_becomes_single(string fixture)
    {
        var (model, record) = Load(fixture, Temporary("half.safetensors", Halved(Weights(fixture))));

        Assert.All(model.parameters(), parameter => Assert.Equal(ScalarType.Float32, parameter.dtype));
        Assert.True(Distance(model.ImageFeatures(record["pixel_values"]), record["image_features"]) < 0.05);
        Assert.True(Distance(model.TextFeatures(record["input_ids"]), record["text_features"]) < 0.05);
        Assert.Equal(0, Distance(Weights(fixture)["text_projection"].to_type(ScalarType.Float16), model.text_projection));
    }

    [Fact]
    public void Sizes_in_OpenAIs_archives_are_left_out()
    {
        var weights = Weights("clip_vit_tiny");
        foreach (string size in new[] { "input_resolution", "context_length", "vocab_size" })
            weights.Add(size, tensor(64L));

        Load("clip_vit_tiny", Temporary("archive.safetensors", weights));

        weights.Add("patch_size", tensor(16L));
        Assert.Contains("'patch_size'", Assert.Throws<InputException>(() => Load("clip_vit_tiny", Temporary("archive.safetensors", weights))).Message);
    }

    [Fact]
    public void CLIP4Cirs_files_keep_weights_under_the_models_name()
    {
        var (model, record) = Load("clip_vit_tiny", Temporary("tuned.safetensors", Weights("clip_vit_tiny").ToDictionary(pair => "CLIP." + pair.Key, pair => pair.Value)));
        Assert.True(Distance(model.TextFeatures(record["input_ids"]), record["text_features"]) < 1e-4);

        var combiner = new Combiner(CombinerConfig.Read(Fixture("combiner", "config.json")));
        ClipCheckpoint.Load(combiner, Temporary("combiner.safetensors", Weights("combiner").ToDictionary(pair => "Combiner." + pair.Key, pair => pair.Value)));
        Assert.Equal(0, Distance(combiner.output_layer.weight, Weights("combiner")["output_layer.weight"]));
    }

    [Fact]
    public void What_follows_the_end_of_text_does_not_matter()
    {
        var (model, record) = Load("clip_vit_tiny");
        var ids = record["input_ids"].to_type(ScalarType.Int64);
        long last = model.Config.VocabSize - 1;
        var text = tensor(new long[] { 5, 9, last, 0, 0, 0, 0 }).unsqueeze(0);
        var other = tensor(new long[] { 5, 9, last, 7, 8, last, 3 }).unsqueeze(0);

        Assert.True(Distance(model.TextFeatures(text), model.TextFeatures(other)) < 1e-6);
        Assert.True(Distance(model.TextFeatures(text), model.TextFeatures(text.narrow(1, 0, 3))) < 1e-6);

        // Rows do not depend on the batch that they are in.
        var together = model.TextFeatures(ids);
        for (long i = 0; i < ids.shape[0]; i++)
            Assert.True(Distance(model.TextFeatures(ids.narrow(0, i, 1)), together.narrow(0, i, 1)) < 1e-5);
    }

    [Theory]
    [InlineData("clip_vit_tiny")]
    [InlineData("clip_resnet_tiny")]
    public void Gradients_reach_every_parameter(string fixture)
    {
        var (model, record) = Load(fixture);
        model.train();
        var logits = model.LogitsPerImage(model.ImageFeatures(record["pixel_values"]), model.TextFeatures(record["input_ids"]));
        logits.log_softmax(1).diagonal().mean().backward();

        Assert.All(model.named_parameters(), pair => Assert.True(pair.parameter.grad is { } grad && grad.isfinite().all().item<bool>(), pair.name));
    }

    [Theory]
    [InlineData("clip_vit_tiny")]
    [InlineData("clip_resnet_tiny")]
    public void A_new_model_gives_finite_features(string fixture)
    {
        var model = new Clip(ClipConfig.Read(Fixture(fixture, "config.json")));
        var record = Record(fixture);

        Assert.True(model.ImageFeatures(record["pixel_values"]).isfinite().all().item<bool>());
        Assert.True(model.TextFeatures(record["input_ids"]).isfinite().all().item<bool>());
    }

    [Theory]
    [InlineData("clip_vit_tiny")]
    [InlineData("clip_resnet_tiny")]
    public void Configurations_are_written_as_they_are_read(string fixture)
    {
        var config = ClipConfig.Read(Fixture(fixture, "config.json"));
        File.WriteAllText(Temporary("config.json"), config.ToJson());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(config.ToJson()), JsonNode.Parse(File.ReadAllText(Fixture(fixture, "config.json")))));
    }

    [Theory]
    [InlineData("clip_vit_tiny", "vision_layers", "[1, 2]", "vision_layers has 2 numbers")]
    [InlineData("clip_vit_tiny", "vision_layers", "0", "vision_layers is 0")]
    [InlineData("clip_vit_tiny", "vision_layers", "null", "vision_layers")]
    [InlineData("clip_vit_tiny", "vision_layers", "\"3\"", "line")]
    [InlineData("clip_vit_tiny", "vision_patch_size", "null", "a ViT needs vision_patch_size")]
    [InlineData("clip_vit_tiny", "vision_patch_size", "15", "image_resolution 64 is not a multiple of vision_patch_size 15")]
    [InlineData("clip_vit_tiny", "vision_width", "32", "0 attention heads")]
    [InlineData("clip_vit_tiny", "vision_width", "1000000", "weights")]
    [InlineData("clip_vit_tiny", "transformer_heads", "5", "transformer_width 48 is not a multiple of transformer_heads 5")]
    [InlineData("clip_vit_tiny", "context_length", "0", "context_length is 0")]
    [InlineData("clip_vit_tiny", "quick_gelu", "true", "quick_gelu")]
    [InlineData("clip_resnet_tiny", "vision_patch_size", "16", "vision_patch_size is for a ViT")]
    [InlineData("clip_resnet_tiny", "image_resolution", "63", "image_resolution 63")]
    public void Sizes_that_do_not_fit_together_are_refused(string fixture, string key, string value, string problem)
    {
        var json = JsonNode.Parse(File.ReadAllText(Fixture(fixture, "config.json")))!.AsObject();
        json[key] = JsonNode.Parse(value);
        File.WriteAllText(Temporary("config.json"), json.ToJsonString());

        Assert.Contains(problem, Assert.Throws<InputException>(() => ClipConfig.Read(Temporary("config.json"))).Message);
    }

    private static Dictionary<string, Tensor> Halved(Dictionary<string, Tensor> weights) =>
        weights.ToDictionary(pair => pair.Key, pair => pair.Value.is_floating_point() ? pair.Value.to_type(ScalarType.Float16) : pair.Value);

    private static (Clip Model, Dictionary<string, Tensor> Record) Load(string fixture, string? weights = null)
    {
        var model = new Clip(ClipConfig.Read(Fixture(fixture, "config.json")));
        ClipCheckpoint.Load(model, weights ?? Fixture(fixture, "model.safetensors"));
        model.eval();
        return (model, Record(fixture));
    }
}
