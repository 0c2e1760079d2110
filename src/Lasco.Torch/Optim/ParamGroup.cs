using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters that an optimizer treats alike.</summary>
public class ParamGroup : ILearningRateController
{
    /// <summary>The parameters; the optimizer reads them once, when the group is added.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The settings; null for the optimizer's own until the group is added.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Options!.LearningRate!.Value;
        set => Options!.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Options!.InitialLearningRate;
        set => Options!.InitialLearningRate = value;
    }
}

/// <summary>Parameters that an optimizer treats alike.</summary>
/// <typeparam name="TOptions">The optimizer's settings.</typeparam>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
{
    /// <summary>Makes an empty group with the optimizer's own settings.</summary>
    public ParamGroup() { }

    /// <summary>Makes a group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">The settings; what is null in them, or all of them, are the optimizer's own.</param>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null) => (Parameters, base.Options) = (parameters, options);

    /// <summary>The settings; null for the optimizer's own until the group is added.</summary>
    public new TOptions? Options
    {
        get => (TOptions?)base.Options;
        set => base.Options = value;
    }
}
