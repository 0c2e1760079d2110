using TorchSharp.Native;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>
/// What <see cref="Adam"/> and <see cref="AdamW"/> share: running averages of the gradient and of its square,
/// m ← β₁ m + (1 − β₁) g and v ← β₂ v + (1 − β₂) g², and the step
/// θ ← θ − lr · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε).
/// </summary>
/// <remarks>
/// A group is one native call. Where its tensors are 32-bit and on the CPU, it is one pass over the memory, whose result
/// is the same bits for any number of threads and any processor.
/// </remarks>
public abstract class AdamBase : OptimizerHelper, IBetas
{
    private readonly Options _defaults;
    private readonly bool _decoupled;

    private protected AdamBase(IEnumerable<ParamGroup> parameters, bool decoupled, Options defaults)
    {
        if (defaults.LearningRate < 0) throw new ArgumentException($"Invalid learning rate: {defaults.LearningRate}");
        if (defaults.eps < 0) throw new ArgumentException($"Invalid ε: {defaults.eps}");
        if (defaults.beta1 is < 0 or >= 1) throw new ArgumentException($"Invalid beta1: {defaults.beta1}");
        if (defaults.beta2 is < 0 or >= 1) throw new ArgumentException($"Invalid beta2: {defaults.beta2}");
        if (defaults.weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {defaults.weight_decay}");
        _decoupled = decoupled;
        _defaults = defaults;
        foreach (var group in parameters) add_param_group(group);
    }

    /// <summary>β₁ and β₂ of groups yet to be added that have none of their own.</summary>
    public (double, double) Betas
    {
        get => (_defaults.beta1!.Value, _defaults.beta2!.Value);
        set => (_defaults.beta1, _defaults.beta2) = value;
    }

    private protected override void CompleteOptions(Modules.ParamGroup group)
    {
        var options = OptionsOf<Options>(group);
        options.LearningRate ??= _defaults.LearningRate;
        options.beta1 ??= _defaults.beta1;
        options.beta2 ??= _defaults.beta2;
        options.eps ??= _defaults.eps;
        options.weight_decay ??= _defaults.weight_decay;
        options.amsgrad ??= _defaults.amsgrad;
        options.maximize ??= _defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(Group group)
    {
        var options = (Options)group.Settings.Options!;
        var amsgrad = options.amsgrad!.Value;
        var count = group.States.Length;
        var (means, squares, steps) = (new nint[count], new nint[count], new long[count]);
        var largest = amsgrad ? new nint[count] : null;
        for (var i = 0; i < count; i++)
        {
            var state = (State)group.States[i];
            means[i] = state.exp_avg.Handle;
            squares[i] = state.exp_avg_sq.Handle;
            if (largest is not null) largest[i] = state.Largest().Handle;
            steps[i] = state.step;
        }
        using var weights = new TensorHandles(group.Parameters);
        LibTorch.lt_adam_step(
            weights.Span, means, squares, largest, steps, count, options.LearningRate!.Value, options.beta1!.Value,
            options.beta2!.Value, options.eps!.Value, options.weight_decay!.Value, _decoupled, options.maximize!.Value);
        for (var i = 0; i < count; i++) ((State)group.States[i]).step = steps[i];
    }

    /// <summary>What the optimizer remembers about a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>How many steps the parameter has made.</summary>
        public long step;

        /// <summary>m, the running average of the gradient.</summary>
        public Tensor exp_avg = null!;

        /// <summary>v, the running average of the squared gradient.</summary>
        public Tensor exp_avg_sq = null!;

        /// <summary>The largest v so far with AMSGrad, otherwise null.</summary>
        public Tensor? max_exp_avg_sq;

        /// <summary>Makes a state; <see cref="Initialize"/> gives it tensors.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter) : base(parameter) { }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = Zeros();
            exp_avg_sq = Zeros();
            max_exp_avg_sq = ((Options)options).amsgrad == true ? Zeros() : null;
        }

        internal Tensor Largest() => max_exp_avg_sq ??= Zeros();

        /// <inheritdoc/>
        public override void to(Device device)
        {
            Move(exp_avg, device);
            Move(exp_avg_sq, device);
            Move(max_exp_avg_sq, device);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorStream.Write(writer, exp_avg);
            TensorStream.Write(writer, exp_avg_sq);
            writer.Write(max_exp_avg_sq is not null);
            if (max_exp_avg_sq is not null) TensorStream.Write(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorStream.Read(reader, exp_avg);
            TensorStream.Read(reader, exp_avg_sq);
            if (reader.ReadBoolean()) TensorStream.Read(reader, Largest());
            else Copy(ref max_exp_avg_sq, null);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            Copy(ref exp_avg!, other.exp_avg);
            Copy(ref exp_avg_sq!, other.exp_avg_sq);
            Copy(ref max_exp_avg_sq, other.max_exp_avg_sq);
            step = other.step;
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && AllClose(exp_avg, state.exp_avg)
            && AllClose(exp_avg_sq, state.exp_avg_sq) && AllClose(max_exp_avg_sq, state.max_exp_avg_sq);

        /// <summary>Releases the averages.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }

    /// <summary>The settings of a group; null stands for the optimizer's own until the group is added.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>β₁, the share of the past in the average of the gradient.</summary>
        public double? beta1;

        /// <summary>β₂, the share of the past in the average of the squared gradient.</summary>
        public double? beta2;

        /// <summary>How much of the weights decays: of the learning rate in AdamW; joined to the gradient in Adam.</summary>
        public double? weight_decay;

        /// <summary>ε, added to the denominator.</summary>
        public double? eps;

        /// <summary>Whether the largest v so far takes the place of v (Reddi et al. 2018).</summary>
        public bool? amsgrad;

        /// <summary>Whether to go up the gradient rather than down.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            beta1 = other.beta1;
            beta2 = other.beta2;
            eps = other.eps;
            weight_decay = other.weight_decay;
            amsgrad = other.amsgrad;
            maximize = other.maximize;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(amsgrad!.Value);
            writer.Write(maximize!.Value);
        }
    }

    /// <summary>Parameters with settings of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, IBetas
    {
        /// <summary>Makes an empty group with the optimizer's own settings.</summary>
        public ParamGroup() { }

        /// <summary>Makes a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The settings; what is null in them is the optimizer's own.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options) { }

        /// <summary>Makes a group whose settings are all its own.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">β₁, the share of the past in the average of the gradient.</param>
        /// <param name="beta2">β₂, the share of the past in the average of the squared gradient.</param>
        /// <param name="eps">ε, added to the denominator.</param>
        /// <param name="weight_decay">How much of the weights decays.</param>
        /// <param name="amsgrad">Whether the largest v so far takes the place of v.</param>
        /// <param name="maximize">Whether to go up the gradient rather than down.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new() { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize }) { }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => (Options!.beta1!.Value, Options.beta2!.Value);
            set => (Options!.beta1, Options.beta2) = value;
        }
    }
}
