using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An affine map of the last dimension, y = x Wᵀ + b.</summary>
/// <remarks>W and b are drawn from U(−1/√in, 1/√in).</remarks>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))] private Parameter? _weight;
    [ComponentName(Name = nameof(bias))] private Parameter? _bias;

    internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
    {
        (out_features, in_features) = (weight.shape[0], weight.shape[1]);
        this.weight = weight;
        this.bias = bias;
    }

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
    {
        (in_features, out_features) = (inputSize, outputSize);
        weight = nn.Parameter(empty(outputSize, inputSize, dtype, device));
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (!hasBias) return;
        bias = nn.Parameter(empty(outputSize, dtype, device));
        var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }

    /// <summary>The size of the last dimension of the input.</summary>
    public long in_features { get; set; }

    /// <summary>The size of the last dimension of the result.</summary>
    public long out_features { get; set; }

    /// <summary>W, [out, in].</summary>
    public Parameter weight
    {
        get => _weight!;
        set => ReplaceParameter(nameof(weight), ref _weight, value);
    }

    /// <summary>b, [out], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ReplaceParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>Maps the last dimension.</summary>
    /// <param name="tensor">[…, in]</param>
    /// <returns>[…, out]</returns>
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
