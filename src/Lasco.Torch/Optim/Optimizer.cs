using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers, and schedules of their learning rates.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters along their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            private protected Optimizer() { }

            /// <summary>The groups of parameters that share settings.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => [];

            /// <summary>The parameters of all groups.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Fills the gradients of all parameters with zeros.</summary>
            /// <remarks>
            /// A parameter without a gradient is passed over by <see cref="step"/>; one with a gradient of zeros is not:
            /// its moments and its weight decay. <see cref="nn.Module.zero_grad"/> drops the gradients instead.
            /// </remarks>
            public abstract void zero_grad();

            /// <summary>Adds parameters with settings of their own; settings left null are the optimizer's.</summary>
            /// <param name="param_group">The parameters and settings.</param>
            /// <exception cref="ArgumentException">A parameter is in two groups, or the settings are another optimizer's.</exception>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients first.</param>
            /// <returns>The closure's loss, or null without a closure.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Releases the optimizer's own tensors, not the parameters.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Releases the optimizer's own tensors, not the parameters.</summary>
            /// <param name="disposing">False in a finalizer, where there is nothing to do.</param>
            protected abstract void Dispose(bool disposing);

            /// <summary>
            /// Settings and state, by group and by parameter in the order of the groups. They are the optimizer's own
            /// objects, not copies: to save them, read their members; to restore them, write their members.
            /// </summary>
            public class StateDictionary
            {
                internal StateDictionary() { }

                /// <summary>The settings of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of each parameter of all groups, such as <see cref="AdamBase.State"/>.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, where its parameters' states are.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }

        /// <summary>Something that has a learning rate.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate.</summary>
            double LearningRate { set; get; }

            /// <summary>The learning rate that schedules start from.</summary>
            double InitialLearningRate { set; get; }
        }

        /// <summary>Something that has a momentum.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last step in the next.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Something that averages the gradient and its square.</summary>
        public interface IBetas
        {
            /// <summary>The share of the past in the averages of the gradient and of its square.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
