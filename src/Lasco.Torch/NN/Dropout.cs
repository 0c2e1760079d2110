using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>In training sets each element to zero with probability p, and scales the others by 1/(1 − p).</summary>
public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace) : base(nameof(Dropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability of a zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input is changed.</summary>
    public bool inplace { get; set; }

    /// <summary>Drops elements in training; gives them as they are in evaluation.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
}
