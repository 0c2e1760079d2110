using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Stochastic gradient descent, θ ← θ − lr · g; with momentum μ, b ← μ b + (1 − dampening) g takes the place of g,
    /// or g + μ b with Nesterov's.
    /// </summary>
    public class SGD : OptimizerHelper, IMomentum
    {
        private readonly Options _defaults;

        /// <summary>Makes an optimizer of one group.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="momentum">μ, the share of the last step in the next.</param>
        /// <param name="dampening">What share of the gradient does not enter b.</param>
        /// <param name="weight_decay">How much of the weights joins the gradient.</param>
        /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
        /// <param name="maximize">Whether to go up the gradient rather than down.</param>
        /// <exception cref="ArgumentException">A number is negative, or Nesterov's momentum is zero or dampened.</exception>
        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize) { }

        /// <summary>Makes an optimizer of groups.</summary>
        /// <param name="parameters">What to train; settings left null in a group are the following.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="momentum">μ, the share of the last step in the next.</param>
        /// <param name="dampening">What share of the gradient does not enter b.</param>
        /// <param name="weight_decay">How much of the weights joins the gradient.</param>
        /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
        /// <param name="maximize">Whether to go up the gradient rather than down.</param>
        /// <exception cref="ArgumentException">A number is negative, or Nesterov's momentum is zero or dampened.</exception>
        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        {
            if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
            if (momentum < 0) throw new ArgumentException($"Invalid momentum value: {momentum}");
            if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            if (nesterov && (momentum <= 0 || dampening != 0))
                throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
            _defaults = new()
            {
                LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
            };
            foreach (var group in parameters) add_param_group(group);
        }

        /// <summary>μ of groups yet to be added that have none of their own.</summary>
        public double Momentum
        {
            get => _defaults.momentum!.Value;
            set => _defaults.momentum = value;
        }

        private protected override void CompleteOptions(Modules.ParamGroup group)
        {
            var options = OptionsOf<Options>(group);
            options.LearningRate ??= _defaults.LearningRate;
            options.momentum ??= _defaults.momentum;
            options.dampening ??= _defaults.dampening;
            options.weight_decay ??= _defaults.weight_decay;
            options.nesterov ??= _defaults.nesterov;
            options.maximize ??= _defaults.maximize;
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        private protected override void Update(Group group)
        {
            var options = (Options)group.Settings.Options!;
            var buffers = Array.ConvertAll(group.States, state => ((State)state).momentum_buffer?.Handle ?? 0);
            using var weights = new TensorHandles(group.Parameters);
            LibTorch.lt_sgd_step(
                weights.Span, buffers, buffers.Length, options.LearningRate!.Value, options.momentum!.Value,
                options.dampening!.Value, options.weight_decay!.Value, options.nesterov!.Value, options.maximize!.Value);
            for (var i = 0; i < buffers.Length; i++)
                if (buffers[i] != 0) ((State)group.States[i]).momentum_buffer ??= new Tensor(buffers[i]).DetachFromDisposeScope();
        }

        /// <summary>What the optimizer remembers about a parameter.</summary>
        public sealed class State : OptimizerState, IDisposable
        {
            /// <summary>b, or null before the first step with momentum.</summary>
            public Tensor? momentum_buffer;

            /// <summary>Makes a state.</summary>
            /// <param name="parameter">The parameter.</param>
            public State(Parameter parameter) : base(parameter) { }

            /// <inheritdoc/>
            public override void Initialize(OptimizerOptions options) => Copy(ref momentum_buffer, null);

            /// <inheritdoc/>
            public override void to(Device device) => Move(momentum_buffer, device);

            /// <inheritdoc/>
            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(momentum_buffer is not null);
                if (momentum_buffer is not null) TensorStream.Write(writer, momentum_buffer);
            }

            /// <inheritdoc/>
            public override void LoadStateDict(BinaryReader reader)
            {
                if (reader.ReadBoolean()) TensorStream.Read(reader, momentum_buffer ??= Zeros());
                else Copy(ref momentum_buffer, null);
            }

            /// <inheritdoc/>
            public override void LoadStateDict(OptimizerState source) => Copy(ref momentum_buffer, ((State)source).momentum_buffer);

            /// <inheritdoc/>
            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && AllClose(momentum_buffer, state.momentum_buffer);

            /// <summary>Releases b.</summary>
            public void Dispose() => momentum_buffer?.Dispose();
        }

        /// <summary>The settings of a group; null stands for the optimizer's own until the group is added.</summary>
        public class Options : OptimizerOptions
        {
            /// <summary>μ, the share of the last step in the next.</summary>
            public double? momentum;

            /// <summary>What share of the gradient does not enter b.</summary>
            public double? dampening;

            /// <summary>How much of the weights joins the gradient.</summary>
            public double? weight_decay;

            /// <summary>Whether the momentum is Nesterov's.</summary>
            public bool? nesterov;

            /// <summary>Whether to go up the gradient rather than down.</summary>
            public bool? maximize;

            /// <inheritdoc/>
            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                momentum = other.momentum;
                dampening = other.dampening;
                weight_decay = other.weight_decay;
                nesterov = other.nesterov;
                maximize = other.maximize;
            }

            /// <inheritdoc/>
            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                momentum = reader.ReadDouble();
                dampening = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                nesterov = reader.ReadBoolean();
                maximize = reader.ReadBoolean();
            }

            /// <inheritdoc/>
            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(momentum!.Value);
                writer.Write(dampening!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(nesterov!.Value);
                writer.Write(maximize!.Value);
            }
        }

        /// <summary>Parameters with settings of their own.</summary>
        public class ParamGroup : ParamGroup<Options>, IMomentum
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
            /// <param name="momentum">μ, the share of the last step in the next.</param>
            /// <param name="dampening">What share of the gradient does not enter b.</param>
            /// <param name="weight_decay">How much of the weights joins the gradient.</param>
            /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
            /// <param name="maximize">Whether to go up the gradient rather than down.</param>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
                : base(parameters, new() { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize }) { }

            /// <inheritdoc/>
            public double Momentum
            {
                get => Options!.momentum!.Value;
                set => Options!.momentum = value;
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <inheritdoc cref="Modules.SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="Modules.SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="Modules.SGD(IEnumerable{SGD.ParamGroup}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
