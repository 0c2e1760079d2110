using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Layer normalisation, y = (x − E[x]) / √(Var[x] + ε) · γ + β over the last dimensions (Ba et al. 2016).</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))] private Parameter? _weight;
    [ComponentName(Name = nameof(bias))] private Parameter? _bias;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        this.normalized_shape = normalized_shape;
        this.eps = eps;
        this.elementwise_affine = elementwise_affine;
        if (!elementwise_affine) return;
        weight = nn.Parameter(ones(normalized_shape, dtype, device));
        if (bias) this.bias = nn.Parameter(zeros(normalized_shape, dtype, device));
    }

    /// <summary>The sizes of the dimensions that are normalised, the last ones.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>ε, added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there is a γ.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>γ, of the normalised shape; null without <see cref="elementwise_affine"/>.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => ReplaceParameter(nameof(weight), ref _weight, value);
    }

    /// <summary>β, of the normalised shape, or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ReplaceParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>Sets γ to ones and β to zeros.</summary>
    public void reset_parameters()
    {
        if (_weight is not null) nn.init.ones_(_weight);
        if (_bias is not null) nn.init.zeros_(_bias);
    }

    /// <summary>Normalises the last dimensions.</summary>
    /// <param name="tensor">[…, normalized_shape]</param>
    /// <returns>[…, normalized_shape]</returns>
    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
}
