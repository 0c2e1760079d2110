using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A two-dimensional convolution (cross-correlation) with zeros around the input.</summary>
/// <remarks>Weight and bias are drawn from U(−1/√f, 1/√f), f = in_channels / groups · kernel area.</remarks>
public sealed class Conv2d : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))] private Parameter? _weight;
    [ComponentName(Name = nameof(bias))] private Parameter? _bias;

    internal Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long)? padding,
        Padding? padding_type, (long, long) dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d))
    {
        if (padding_mode != PaddingModes.Zeros)
            throw new NotSupportedException($"Conv2d pads with zeros only, not {padding_mode}");
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = [kernel_size.Item1, kernel_size.Item2];
        this.stride = [stride.Item1, stride.Item2];
        if (padding_type == Padding.Same && stride != (1, 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        this.padding = padding is { } sides ? [sides.Item1, sides.Item2] : null;
        this.padding_type = padding_type;
        this.dilation = [dilation.Item1, dilation.Item2];
        this.groups = groups;
        weight = nn.Parameter(empty(out_channels, in_channels / groups, kernel_size.Item1, kernel_size.Item2, dtype, device));
        if (bias) this.bias = nn.Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the result.</summary>
    public long out_channels { get; }

    /// <summary>Height and width of the kernel.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Pixels from one position of the kernel to the next, down and across.</summary>
    public long[] stride { get; set; }

    /// <summary>Pixels of zeros on each side, above and below, left and right; null where <see cref="padding_type"/> tells.</summary>
    public long[]? padding { get; }

    /// <summary>How much surrounds the input, or null where <see cref="padding"/> tells.</summary>
    public Padding? padding_type { get; }

    /// <summary>Pixels from one element of the kernel to the next, down and across.</summary>
    public long[] dilation { get; set; }

    /// <summary>Into how many groups, convolved apart, the channels fall.</summary>
    public long groups { get; set; }

    /// <summary>What surrounds the input: zeros.</summary>
    public PaddingModes padding_mode => PaddingModes.Zeros;

    /// <summary>The kernels, [out_channels, in_channels / groups, height, width].</summary>
    public Parameter weight
    {
        get => _weight!;
        set => ReplaceParameter(nameof(weight), ref _weight, value);
    }

    /// <summary>What is added to each channel, [out_channels], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ReplaceParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>Draws weight and bias afresh.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (_bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.uniform_(_bias, -bound, bound);
    }

    /// <summary>Convolves images.</summary>
    /// <param name="input">[B, in_channels, H, W] or [in_channels, H, W]</param>
    /// <returns>[B, out_channels, H', W'] or [out_channels, H', W']</returns>
    /// <exception cref="ArgumentException">The input is of another shape.</exception>
    public override Tensor forward(Tensor input)
    {
        var shape = input.shape;
        if (shape.Length is not (3 or 4) || shape[^3] != in_channels)
            throw new ArgumentException(
                $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d, got [{string.Join(", ", shape)}].");
        return padding_type is { } type
            ? nn.functional.conv2d_padding(input, weight, bias, stride, type, dilation, groups)
            : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}
