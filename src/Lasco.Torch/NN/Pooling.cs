using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window of an image.</summary>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
        : base(nameof(AvgPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
        this.divisor_override = divisor_override;
    }

    /// <summary>Height and width of the window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Pixels from one window to the next; the window's size if null.</summary>
    public long[]? stride { get; set; }

    /// <summary>Pixels of zeros on each side; none if null.</summary>
    public long[]? padding { get; set; }

    /// <summary>Whether a window that runs over the border counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the zeros of the padding count in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What to divide the sums by instead of the window's area.</summary>
    public long? divisor_override { get; set; }

    /// <summary>[B, C, H, W] → [B, C, H', W']</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}

/// <summary>The means of windows that divide an image into a grid of a given size.</summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

    /// <summary>Height and width of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>[B, C, H, W] → [B, C, output_size]</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
}

/// <summary>The largest element of each window of an image.</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) : base(nameof(MaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>Height and width of the window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Pixels from one window to the next; the window's size if null.</summary>
    public long[]? stride { get; set; }

    /// <summary>Pixels of −∞ on each side; none if null.</summary>
    public long[]? padding { get; set; }

    /// <summary>Pixels from one element of the window to the next; 1 if null.</summary>
    public long[]? dilation { get; set; }

    /// <summary>Whether a window that runs over the border counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>[B, C, H, W] → [B, C, H', W']</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);
}
