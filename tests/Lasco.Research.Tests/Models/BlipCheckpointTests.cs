using System.Text.RegularExpressions;
using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Models;

public class BlipCheckpointTests : ModelTest
{
    private const string Words = "text_encoder.embeddings.word_embeddings.weight";
    private const string Positions = "visual_encoder.pos_embed";

    private static readonly BlipConfig Config = BlipConfig.Read<BlipConfig>(Fixture("blip_tiny", "config.json"));

    [Fact]
    public void Hugging_Faces_layout_loads()
    {
        var renamed = Weights("blip_tiny").ToDictionary(pair => HuggingFaceName(pair.Key), pair => pair.Value);
        renamed.Add("itm_head.weight", zeros(2, Config.TextWidth));
        Assert.Contains("vision_model.encoder.layers.2.self_attn.projection.weight", renamed.Keys);
        Assert.Contains("vision_model.encoder.layers.0.layer_norm2.bias", renamed.Keys);
        Assert.Contains("vision_model.post_layernorm.weight", renamed.Keys);
        Assert.DoesNotContain(renamed.Keys, name => name.StartsWith("visual_encoder", StringComparison.Ordinal));
        string file = Temporary("hf.safetensors", renamed);

        var differences = Verification.Run(Fixture("blip_tiny"), file);

        Assert.True(differences.Values.Max() < 1e-4);
        Assert.Equal(differences, Verification.Run(Fixture("blip_tiny")));
    }

    [Fact]
    public void One_tensor_under_both_names_is_refused()
    {
        var tensors = Weights("blip_tiny");
        tensors.Add("vision_model.post_layernorm.weight", tensors["visual_encoder.norm.weight"]);

        Assert.Contains("visual_encoder.norm.weight twice", Assert.Throws<InputException>(() => BlipCheckpoint.Read(Temporary("both.safetensors", tensors))).Message);
    }

    [Fact]
    public void Positions_are_resized_to_the_models_image_size()
    {
        var model = new Blip(Config with { ImageSize = 96 });
        var tensors = Weights("blip_tiny");

        BlipCheckpoint.Load(model, tensors, "file");

        Assert.Equal(0, Distance(model.visual_encoder.pos_embed, PositionEmbedding.Resize(tensors[Positions], 37)));
        Assert.Equal([2, 37, Config.VisionWidth], model.ImageTokens(zeros(2, 3, 96, 96)).shape);
    }

    [Fact]
    public void The_word_embedding_grows_by_REVs_row()
    {
        var model = new Case(new CaseConfig(Config));
        var row = model.text_encoder.embeddings.word_embeddings.weight!.narrow(0, Config.VocabSize, 1).detach().clone();
        var tensors = Weights("blip_tiny");

        BlipCheckpoint.Load(model, tensors, "file");

        var words = model.text_encoder.embeddings.word_embeddings.weight!;
        Assert.Equal(0, Distance(words.narrow(0, 0, Config.VocabSize), tensors[Words]));
        Assert.Equal(0, Distance(words.narrow(0, Config.VocabSize, 1), row));
        Assert.True(row.abs().max().item<float>() > 0);
    }

    [Fact]
    public void BLIPs_own_word_embedding_does_not_grow()
    {
        var model = new Blip(Config with { VocabSize = Config.VocabSize + 1 });

        string message = Assert.Throws<InputException>(() => BlipCheckpoint.Load(model, Weights("blip_tiny"), "file")).Message;

        Assert.Equal($"file: {Words} has shape [120, 32], the model expects [121, 32]", message);
    }

    [Fact]
    public void Positions_that_are_no_square_are_refused()
    {
        var tensors = Weights("blip_tiny");
        tensors[Positions] = zeros(1, 12, Config.VisionWidth);

        string message = Assert.Throws<InputException>(() => BlipCheckpoint.Load(new Blip(Config), tensors, "file")).Message;

        Assert.Equal($"file: {Positions} has shape [1, 12, 48], the model expects [1, 17, 48]", message);
    }

    [Fact]
    public void A_refused_checkpoint_leaves_the_model_as_it_was()
    {
        var model = new Blip(Config);
        var before = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());
        var tensors = Weights("blip_tiny");
        tensors.Add("fusion.weight", zeros(1));

        Assert.Contains("'fusion.weight'", Assert.Throws<InputException>(() => BlipCheckpoint.Load(model, tensors, "file")).Message);

        Assert.All(model.state_dict(), pair => Assert.Equal(0, Distance(pair.Value, before[pair.Key])));
    }

    [Theory]
    [InlineData("text_encoder.encoder.layer.0.attention.self.query.bias")]
    [InlineData("visual_encoder.blocks.2.mlp.fc2.weight")]
    [InlineData("vision_proj.weight")]
    public void A_missing_key_is_named(string name)
    {
        var tensors = Weights("blip_tiny");
        tensors.Remove(name);

        Assert.StartsWith($"file: no tensor {name} of shape [", Assert.Throws<InputException>(() => BlipCheckpoint.Load(new Blip(Config), tensors, "file")).Message);
    }

    [Theory]
    [InlineData("image_size", "60", "image_size 60 is not a multiple of patch_size 16")]
    [InlineData("vision_heads", "5", "vision_width 48 is not a multiple of vision_heads 5")]
    [InlineData("vision_width", "1000000", "weights")]
    [InlineData("temperature", "0", "temperature is 0")]
    [InlineData("text_dropout", "1", "text_dropout is 1")]
    [InlineData("rope_scaling", "1", "rope_scaling")]
    public void Configurations_that_are_wrong_are_refused(string key, string value, string problem)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Fixture("blip_tiny", "config.json")))!.AsObject();
        json[key] = System.Text.Json.Nodes.JsonNode.Parse(value);
        File.WriteAllText(Temporary("config.json"), json.ToJsonString());

        Assert.Contains(problem, Assert.Throws<InputException>(() => BlipConfig.Read<BlipConfig>(Temporary("config.json"))).Message);
    }

    /// <summary>The key in transformers' BlipForImageTextRetrieval.</summary>
    private static string HuggingFaceName(string name)
    {
        if (!name.StartsWith("visual_encoder.", StringComparison.Ordinal))
            return name;
        name = name["visual_encoder.".Length..];
        return "vision_model." + (name switch
        {
            "cls_token" => "embeddings.class_embedding",
            "pos_embed" => "embeddings.position_embedding",
            "norm.weight" => "post_layernorm.weight",
            "norm.bias" => "post_layernorm.bias",
            _ when name.StartsWith("patch_embed.proj.", StringComparison.Ordinal) => "embeddings.patch_embedding." + name["patch_embed.proj.".Length..],
            _ => Regex.Replace(name, @"^blocks\.(\d+)\.(.*)$", match => $"encoder.layers.{match.Groups[1]}." + Regex.Replace(match.Groups[2].Value, @"^attn\.(qkv|proj)|^norm(\d)", part => part.Value switch
            {
                "attn.qkv" => "self_attn.qkv",
                "attn.proj" => "self_attn.projection",
                _ => "layer_norm" + part.Groups[2],
            })),
        });
    }
}
