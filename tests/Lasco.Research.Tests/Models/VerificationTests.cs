using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Models;

public class VerificationTests : ModelTest
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("blip_tiny", "model.safetensors")]
    [InlineData("blip_tiny", "checkpoint.pth")]
    [InlineData("clip_vit_tiny", "model.safetensors")]
    [InlineData("clip_vit_tiny", "model.pth")]
    [InlineData("clip_resnet_tiny", "model.safetensors")]
    [InlineData("clip_resnet_tiny", "model.pth")]
    [InlineData("combiner", "model.safetensors")]
    public void Models_compute_what_the_reference_computed(string fixture, string weights)
    {
        var differences = Verification.Run(Fixture(fixture), Fixture(fixture, weights));

        var inputs = new[] { "pixel_values", "input_ids", "attention_mask" }.Concat(fixture == "combiner" ? ["image_features", "text_features", "target_features"] : []);
        Assert.Equal(Record(fixture).Keys.Except(inputs).Order(StringComparer.Ordinal), differences.Keys);
        Assert.All(differences, pair => Assert.True(pair.Value <= Tolerance, $"{pair.Key} differs by {pair.Value}"));
    }

    [Fact]
    public void Differences_are_of_the_tensor_that_differs()
    {
        string folder = Changed("clip_vit_tiny", record: record => record["text_features"] = record["text_features"] + 0.25f);

        var differences = Verification.Run(folder);

        Assert.Equal(0.25, differences["text_features"], Tolerance);
        Assert.True(differences["image_features"] <= Tolerance);
    }

    [Fact]
    public void Gradients_are_compared_relative_to_their_largest_entry()
    {
        string folder = Changed("blip_tiny", record: record => record["grad.text_proj.weight"] = 2 * record["grad.text_proj.weight"]);

        Assert.Equal(0.5, Verification.Run(folder)["grad.text_proj.weight"], Tolerance);
    }

    [Fact]
    public void A_NaN_is_an_infinite_difference()
    {
        string folder = Changed("combiner", weights: weights => weights["output_layer.bias"] = weights["output_layer.bias"] * float.NaN);

        Assert.All(Verification.Run(folder).Values, difference => Assert.Equal(double.PositiveInfinity, difference));
    }

    [Theory]
    [InlineData("blip_tiny", "pixel_values", "[3, 3, 32, 32]")]
    [InlineData("blip_tiny", "pixel_values", "[2, 3, 64, 64]")]
    [InlineData("blip_tiny", "pixel_values", "[0, 3, 64, 64]")]
    [InlineData("blip_tiny", "attention_mask", "[3, 8]")]
    [InlineData("blip_tiny", "query_embedding", "[3, 17]")]
    [InlineData("clip_vit_tiny", "pixel_values", "[4, 64, 64]")]
    [InlineData("clip_vit_tiny", "input_ids", "[4, 21]")]
    [InlineData("clip_vit_tiny", "logits_per_image", "[2, 8]")]
    [InlineData("combiner", "text_features", "[4, 32]")]
    [InlineData("combiner", "target_features", "[5, 31]")]
    public void Shapes_that_do_not_fit_are_refused(string fixture, string tensor, string shape)
    {
        long[] sizes = [.. shape.Trim('[', ']').Split(", ").Select(long.Parse)];
        string folder = Changed(fixture, record: record => record[tensor] = zeros(sizes, record[tensor].dtype));

        string message = Assert.Throws<InputException>(() => Verification.Run(folder)).Message;

        Assert.StartsWith(Path.Combine(folder, "io.safetensors") + ": ", message);
        Assert.Contains(tensor, message);
        Assert.Contains(shape, message);
    }

    [Theory]
    [InlineData("blip_tiny", "input_ids", 120)]
    [InlineData("blip_tiny", "attention_mask", 2)]
    [InlineData("clip_vit_tiny", "input_ids", -1)]
    [InlineData("clip_resnet_tiny", "input_ids", 150)]
    public void Ids_out_of_range_are_refused(string fixture, string tensor, int value)
    {
        string folder = Changed(fixture, record: record => record[tensor] = full_like(record[tensor], value));

        Assert.Contains($"{tensor} holds {value}", Assert.Throws<InputException>(() => Verification.Run(folder)).Message);
    }

    [Fact]
    public void What_the_model_does_not_compute_is_refused()
    {
        string folder = Changed("clip_vit_tiny", record: record => record["loss"] = ones(1));

        Assert.Contains("'loss', which Clip does not compute", Assert.Throws<InputException>(() => Verification.Run(folder)).Message);
    }

    [Fact]
    public void A_record_of_inputs_alone_is_refused()
    {
        string folder = Changed("combiner", record: record =>
        {
            record.Remove("predicted");
            record.Remove("logits");
        });

        Assert.Contains("only inputs", Assert.Throws<InputException>(() => Verification.Run(folder)).Message);
    }

    [Theory]
    [InlineData("{}", "image_size (of BLIP), image_resolution (of CLIP) or feature_dim")]
    [InlineData("null", "expected a JSON object")]
    [InlineData("[1]", "line 1")]
    [InlineData("{\"feature_dim\": 32,\n \"projection_dim\": }", "line 2")]
    [InlineData("{\"feature_dim\": 32, \"projection_dim\": 64}", "hidden_dim")]
    [InlineData("{\"feature_dim\": 32, \"projection_dim\": 64, \"hidden_dim\": 128, \"dropout\": 0.1}", "dropout")]
    [InlineData("{\"feature_dim\": 32, \"feature_dim\": 32, \"projection_dim\": 64, \"hidden_dim\": 128}", "feature_dim")]
    [InlineData("{\"feature_dim\": -1, \"projection_dim\": 64, \"hidden_dim\": 128}", "feature_dim is -1")]
    [InlineData("{\"feature_dim\": 16, \"projection_dim\": 64, \"hidden_dim\": 128}", "[batch, 16]")]
    public void Configurations_that_are_wrong_are_refused(string json, string problem)
    {
        string folder = Changed("combiner", config: _ => json);

        Assert.Contains(problem, Assert.Throws<InputException>(() => Verification.Run(folder)).Message);
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("model.safetensors")]
    [InlineData("io.safetensors")]
    public void A_missing_file_is_named(string name)
    {
        string folder = Changed("combiner");
        File.Delete(Path.Combine(folder, name));

        Assert.Equal(Path.Combine(folder, name), Assert.Throws<InputException>(() => Verification.Run(folder)).File);
    }

    [Theory]
    [InlineData("blip_tiny", "text_encoder.encoder.layer.1.crossattention.self.key.weight")]
    [InlineData("blip_tiny", "visual_encoder.pos_embed")]
    [InlineData("clip_vit_tiny", "visual.transformer.resblocks.0.attn.in_proj_weight")]
    [InlineData("clip_vit_tiny", "logit_scale")]
    [InlineData("clip_resnet_tiny", "visual.layer2.0.downsample.1.running_var")]
    [InlineData("clip_resnet_tiny", "visual.attnpool.positional_embedding")]
    [InlineData("combiner", "dynamic_scalar.3.weight")]
    public void Weights_that_are_missing_or_misshapen_or_unknown_are_named(string fixture, string name)
    {
        string weights = Temporary("model.safetensors");
        string shape = $"[{string.Join(", ", Weights(fixture)[name].shape)}]";

        string folder = Changed(fixture, weights: tensors => tensors.Remove(name));
        Assert.Equal($"{weights}: no tensor {name} of shape {shape}", Assert.Throws<InputException>(() => Verification.Run(folder)).Message);

        Changed(fixture, weights: tensors => tensors[name] = zeros(3, 2));
        Assert.Equal($"{weights}: {name} has shape [3, 2], the model expects {shape}", Assert.Throws<InputException>(() => Verification.Run(folder)).Message);

        Changed(fixture, weights: tensors => tensors[name] = tensors[name].to_type(ScalarType.Int32));
        Assert.Equal($"{weights}: {name} is Int32, the model expects Float32", Assert.Throws<InputException>(() => Verification.Run(folder)).Message);

        Changed(fixture, weights: tensors => tensors[name + "_2"] = tensors[name]);
        Assert.StartsWith($"{weights}: the tensor '{name}_2' of shape {shape} is not part of ", Assert.Throws<InputException>(() => Verification.Run(folder)).Message);
    }
}
