using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Adam, whose weight decay joins the gradient, g ← g + weight_decay · θ (Kingma and Ba 2015).</summary>
    public class Adam : AdamBase
    {
        /// <summary>Makes an optimizer of one group.</summary>
        /// <param name="parameters">What to train.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">β₁, the share of the past in the average of the gradient.</param>
        /// <param name="beta2">β₂, the share of the past in the average of the squared gradient.</param>
        /// <param name="eps">ε, added to the denominator.</param>
        /// <param name="weight_decay">How much of the weights decays.</param>
        /// <param name="amsgrad">Whether the largest v so far takes the place of v.</param>
        /// <param name="maximize">Whether to go up the gradient rather than down.</param>
        /// <exception cref="ArgumentException">A number is negative, or a β is not below 1.</exception>
        public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize) { }

        /// <summary>Makes an optimizer of groups.</summary>
        /// <param name="parameters">What to train; settings left null in a group are the following.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">β₁, the share of the past in the average of the gradient.</param>
        /// <param name="beta2">β₂, the share of the past in the average of the squared gradient.</param>
        /// <param name="eps">ε, added to the denominator.</param>
        /// <param name="weight_decay">How much of the weights decays.</param>
        /// <param name="amsgrad">Whether the largest v so far takes the place of v.</param>
        /// <param name="maximize">Whether to go up the gradient rather than down.</param>
        /// <exception cref="ArgumentException">A number is negative, or a β is not below 1.</exception>
        public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, decoupled: false, new() { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize }) { }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <inheritdoc cref="Modules.Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Modules.Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Modules.Adam(IEnumerable{AdamBase.ParamGroup}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
