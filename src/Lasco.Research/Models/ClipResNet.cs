using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lasco.Research.Models;

// B images, R image side, W vision width, E embedding dimension, H heads.

/// <summary>
/// CLIP's ResNet (Radford et al. 2021, section 2.4): a stem of three convolutions, strides anti-aliased by average pooling
/// (Zhang 2019), and attention pooling in place of the global average.
/// </summary>
public sealed class ClipResNet : Module<Tensor, Tensor>
{
    /// <summary>The last feature map's width, as a multiple of the first stage's.</summary>
    public const int Widening = 8 * ClipBottleneck.Expansion;

    /// <summary>The input's side, as a multiple of the last feature map's.</summary>
    public const int Reduction = 32;

    public readonly Conv2d conv1;
    public readonly BatchNorm2d bn1;
    public readonly Conv2d conv2;
    public readonly BatchNorm2d bn2;
    public readonly Conv2d conv3;
    public readonly BatchNorm2d bn3;
    public readonly Sequential layer1;
    public readonly Sequential layer2;
    public readonly Sequential layer3;
    public readonly Sequential layer4;
    public readonly ClipAttentionPool attnpool;

    public ClipResNet(ClipConfig config)
        : base(nameof(ClipResNet))
    {
        int width = config.VisionWidth, half = width / 2;
        conv1 = Conv2d(3, half, kernel_size: 3, stride: 2, padding: 1, bias: false);
        bn1 = BatchNorm2d(half);
        conv2 = Conv2d(half, half, kernel_size: 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(half);
        conv3 = Conv2d(half, width, kernel_size: 3, padding: 1, bias: false);
        bn3 = BatchNorm2d(width);
        layer1 = Stage(width, width, config.VisionLayers[0], stride: 1);
        layer2 = Stage(ClipBottleneck.Expansion * width, 2 * width, config.VisionLayers[1], stride: 2);
        layer3 = Stage(ClipBottleneck.Expansion * 2 * width, 4 * width, config.VisionLayers[2], stride: 2);
        layer4 = Stage(ClipBottleneck.Expansion * 4 * width, 8 * width, config.VisionLayers[3], stride: 2);
        attnpool = new ClipAttentionPool(config);
        RegisterComponents();
    }

    /// <summary>Images in the shared space, not normalised.</summary>
    /// <param name="pixels">[B, 3, R, R].</param>
    /// <returns>[B, E].</returns>
    public override Tensor forward(Tensor pixels)
    {
        using var scope = NewDisposeScope();
        var x = bn1.call(conv1.call(pixels)).relu_(); // [B, W/2, R/2, R/2]
        x = bn2.call(conv2.call(x)).relu_();
        x = bn3.call(conv3.call(x)).relu_(); // [B, W, R/2, R/2]
        x = functional.avg_pool2d(x, 2); // [B, W, R/4, R/4]
        x = layer1.call(x); // [B, 4 W, R/4, R/4]
        x = layer2.call(x); // [B, 8 W, R/8, R/8]
        x = layer3.call(x); // [B, 16 W, R/16, R/16]
        x = layer4.call(x); // [B, 32 W, R/32, R/32]
        return attnpool.call(x).MoveToOuterDisposeScope(); // [B, E]
    }

    private static Sequential Stage(int inputWidth, int width, int blocks, int stride) => Sequential(Enumerable.Range(0, blocks).Select(i =>
        i == 0 ? new ClipBottleneck(inputWidth, width, stride) : new ClipBottleneck(ClipBottleneck.Expansion * width, width, stride: 1)));
}

/// <summary>1×1, 3×3 and 1×1 convolutions beside a shortcut; a stride is an average pooling before the last of them.</summary>
public sealed class ClipBottleneck : Module<Tensor, Tensor>
{
    /// <summary>Output channels for each channel of the 3×3 convolution.</summary>
    public const int Expansion = 4;

    public readonly Conv2d conv1;
    public readonly BatchNorm2d bn1;
    public readonly Conv2d conv2;
    public readonly BatchNorm2d bn2;
    public readonly Conv2d conv3;
    public readonly BatchNorm2d bn3;
    public readonly Sequential? downsample;
    private readonly long stride;

    public ClipBottleneck(long inputWidth, long width, long stride)
        : base(nameof(ClipBottleneck))
    {
        this.stride = stride;
        conv1 = Conv2d(inputWidth, width, kernel_size: 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, kernel_size: 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(width);
        conv3 = Conv2d(width, Expansion * width, kernel_size: 1, bias: false);
        bn3 = BatchNorm2d(Expansion * width);
        if (stride > 1 || inputWidth != Expansion * width)
            downsample = Sequential(Conv2d(inputWidth, Expansion * width, kernel_size: 1, bias: false), BatchNorm2d(Expansion * width));
        RegisterComponents();
        init.zeros_(bn3.weight);
    }

    /// <summary>relu(bottleneck(x) + shortcut(x)).</summary>
    /// <param name="x">[B, input width, S, S].</param>
    /// <returns>[B, 4 · width, S / stride, S / stride].</returns>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var y = bn1.call(conv1.call(x)).relu_();
        y = bn2.call(conv2.call(y)).relu_();
        y = bn3.call(conv3.call(Pool(y)));
        return (y + (downsample is null ? x : downsample.call(Pool(x)))).relu_().MoveToOuterDisposeScope();
    }

    private Tensor Pool(Tensor x) => stride == 1 ? x : functional.avg_pool2d(x, stride);
}

/// <summary>Pools a feature map by one attention whose query is the map's mean; keys and values are the mean and every place.</summary>
public sealed class ClipAttentionPool : Module<Tensor, Tensor>
{
    public readonly Parameter positional_embedding;
    public readonly Linear k_proj;
    public readonly Linear q_proj;
    public readonly Linear v_proj;
    public readonly Linear c_proj;
    private readonly long heads;

    public ClipAttentionPool(ClipConfig config)
        : base(nameof(ClipAttentionPool))
    {
        long width = config.PooledWidth;
        heads = config.VisionHeads;
        positional_embedding = Parameter(empty(1 + config.Grid * config.Grid, width));
        k_proj = Linear(width, width);
        q_proj = Linear(width, width);
        v_proj = Linear(width, width);
        c_proj = Linear(width, config.EmbedDim);
        RegisterComponents();
        foreach (var weight in new[] { positional_embedding, k_proj.weight, q_proj.weight, v_proj.weight, c_proj.weight })
            init.normal_(weight, std: 1 / Math.Sqrt(width));
    }

    /// <summary>The map's point in the shared space.</summary>
    /// <param name="map">[B, width, G, G].</param>
    /// <returns>[B, E].</returns>
    public override Tensor forward(Tensor map)
    {
        using var scope = NewDisposeScope();
        var places = map.flatten(2).transpose(1, 2); // [B, G·G, width]
        var x = cat([places.mean([1], keepdim: true), places], 1) + positional_embedding; // [B, 1 + G·G, width]
        var context = functional.scaled_dot_product_attention(
            Heads(q_proj.call(x.narrow(1, 0, 1))), Heads(k_proj.call(x)), Heads(v_proj.call(x))); // [B, H, 1, width / H]
        return c_proj.call(context.flatten(1)).MoveToOuterDisposeScope(); // [B, E]

        Tensor Heads(Tensor t) => t.view(t.shape[0], t.shape[1], heads, t.shape[2] / heads).transpose(1, 2);
    }
}
