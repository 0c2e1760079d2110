using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about a parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>Makes the state of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Writes the state.</summary>
    /// <param name="writer">Where to.</param>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads the state.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="ArgumentException">It is the state of a parameter of another shape or type.</exception>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies a state.</summary>
    /// <param name="source">The state of a parameter of the same shape, in the same kind of optimizer.</param>
    /// <exception cref="ArgumentException">It is the state of a parameter of another shape.</exception>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether the numbers of two states are almost the same.</summary>
    /// <param name="other">The other state.</param>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Goes back to the state before the first step.</summary>
    /// <param name="options">The parameter's settings.</param>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Moves the state to another device.</summary>
    /// <param name="device">The device.</param>
    public virtual void to(Device device) { }

    private protected static void Move(Tensor? tensor, Device device)
    {
        if (tensor is not null) LibTorch.lt_module_move(tensor, (int)device.type, device.index, -1, false);
    }

    private protected static bool AllClose(Tensor? one, Tensor? other) =>
        one is null ? other is null : other is not null && one.allclose(other);

    /// <summary>A state tensor of the parameter's shape, filled with zeros, in no dispose scope.</summary>
    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();

    private protected void Copy(ref Tensor? target, Tensor? source)
    {
        if (source is null)
        {
            target?.Dispose();
            target = null;
            return;
        }
        if (!source.shape.AsSpan().SequenceEqual(_parameter.shape))
            throw new ArgumentException(
                $"optimizer state of shape [{string.Join(", ", source.shape)}] for a parameter of shape [{string.Join(", ", _parameter.shape)}]");
        target ??= Zeros();
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        target.copy_(source);
    }
}
