using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The Gaussian error linear unit, x·Φ(x) (Hendrycks and Gimpel 2016).</summary>
    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        /// <summary>How Φ is computed.</summary>
        public enum Approximate
        {
            /// <summary>Exactly, by the error function.</summary>
            none,

            /// <summary>By 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
            tanh,
        }

        internal GELU(bool inplace, Approximate approximate = Approximate.none) : base(nameof(GELU))
        {
            this.inplace = inplace;
            this.approximate = approximate;
        }

        /// <summary>Whether the input is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>How Φ is computed.</summary>
        public Approximate approximate { get; set; }

        /// <summary>x·Φ(x), element by element.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);
    }

    /// <summary>The rectified linear unit, max(0, x).</summary>
    public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU(bool inplace) : base(nameof(ReLU)) => this.inplace = inplace;

        /// <summary>Whether the input is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>max(0, x), element by element.</summary>
        public override Tensor forward(Tensor tensor) => nn.functional.relu(tensor, inplace);
    }

    /// <summary>The function that changes nothing.</summary>
    public sealed class Identity : ParameterLessModule<Tensor, Tensor>
    {
        internal Identity() : base(nameof(Identity)) { }

        /// <summary>The input, as a tensor of its own that shares the memory.</summary>
        public override Tensor forward(Tensor tensor) => tensor.alias();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>The Gaussian error linear unit, x·Φ(x).</summary>
                /// <param name="x">The input.</param>
                /// <param name="approximate">How Φ is computed.</param>
                /// <param name="inplace">Whether the input is changed.</param>
                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                    gelu(x, tanh: approximate == Modules.GELU.Approximate.tanh, inplace);
            }
        }
    }
}
