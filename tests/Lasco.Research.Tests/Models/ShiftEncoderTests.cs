using Lasco.Research.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Lasco.Research.Tests.Models;

public class ShiftEncoderTests : ModelTest
{
    private static readonly BlipConfig Config = new()
    {
        ImageSize = 12, PatchSize = 4, VisionWidth = 6, VisionDepth = 1, VisionHeads = 2, TextWidth = 8, TextDepth = 3, TextHeads = 2,
        IntermediateSize = 10, MaxPositionEmbeddings = 7, VocabSize = 11, EmbedDim = 5,
    };

    private readonly ShiftEncoder encoder;
    private readonly Tensor ids, mask, image;

    public ShiftEncoderTests()
    {
        manual_seed(3);
        encoder = new ShiftEncoder(Config);
        encoder.eval();
        using (no_grad())
        {
            foreach (var weight in encoder.parameters())
                weight.add_(rand_like(weight));
        }

        ids = tensor(new long[] { 1, 4, 9, 2, 1, 3, 2, 0 }, [2, 4]);
        mask = tensor(new long[] { 1, 1, 1, 1, 1, 1, 1, 0 }, [2, 4]);
        image = randn(2, Config.ImageTokens, Config.VisionWidth);
    }

    [Fact]
    public void Cross_attention_is_a_distribution_over_image_tokens_in_every_layer_and_head()
    {
        var maps = encoder.CrossAttention(ids, mask, image);
        Assert.Equal(Config.TextDepth, maps.Count);
        Assert.All(maps, map =>
        {
            Assert.Equal([2, 2, 4, Config.ImageTokens], map.shape);
            Assert.True(map.min().item<float>() > 0);
            Assert.True(Distance(map.sum(-1), ones(2, 2, 4)) < 1e-5);
        });
    }

    /// <summary>The naive way: the layers one after the other, each map computed from the projections and applied to the values.</summary>
    [Fact]
    public void Cross_attention_gives_the_weights_that_the_layers_sum_values_with()
    {
        var maps = encoder.CrossAttention(ids, mask, image);
        var bias = (1 - mask.to_type(ScalarType.Float32)).mul(-10000).view(2, 1, 1, 4);
        var x = encoder.embeddings.call(ids);
        for (int i = 0; i < Config.TextDepth; i++)
        {
            var layer = encoder.encoder.layer[i];
            var y = layer.attention.Forward(x, x, bias);
            var values = layer.crossattention.self.value.call(image).view(2, Config.ImageTokens, 2, 4).transpose(1, 2); // [B, H, N, D]
            var attended = maps[i].matmul(values).transpose(1, 2).reshape(2, 4, 8);
            Assert.True(Distance(attended, layer.crossattention.self.Forward(y, image, null)) < 1e-5);
            x = layer.Forward(x, x, bias, image);
        }

        Assert.True(Distance(x, encoder.Hidden(ids, mask, image)) < 1e-5);
    }

    [Fact]
    public void Weights_of_masked_tokens_are_nothing()
    {
        var bias = (1 - mask.to_type(ScalarType.Float32)).mul(-10000).view(2, 1, 1, 4);
        var x = encoder.embeddings.call(ids);
        var weights = encoder.encoder.layer[0].attention.self.Weights(x, x, bias); // [B, H, L, L]
        Assert.Equal(0, weights[1].select(-1, 3).max().item<float>());
        Assert.True(weights[0].min().item<float>() > 0);
    }

    [Fact]
    public void Cross_attention_keeps_no_tensors()
    {
        using var outer = NewDisposeScope();
        foreach (var map in encoder.CrossAttention(ids, mask, image))
            map.Dispose();
        Assert.Equal(0, outer.DisposablesCount);
    }
}
