using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills the tensor with normally distributed numbers.</summary>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
        {
            LibTorch.lt_normal_(this, mean, std, generator);
            return this;
        }

        /// <summary>Fills the tensor with numbers from [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            LibTorch.lt_uniform_(this, from, to, generator);
            return this;
        }

        /// <summary>Fills the tensor with whole numbers from [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            LibTorch.lt_random_(this, from, to, generator);
            return this;
        }

        public Tensor exponential_(double lambda = 1.0, Generator? generator = null)
        {
            LibTorch.lt_exponential_(this, lambda, generator);
            return this;
        }

        /// <summary>Fills the tensor with ones, with probability p, and zeros.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            LibTorch.lt_bernoulli_(this, p, generator);
            return this;
        }

        /// <summary>Ones, with this tensor's elements as probabilities, and zeros.</summary>
        public Tensor bernoulli(Generator? generator = null) => LibTorch.lt_bernoulli(this, generator);

        /// <summary>Positions, drawn with this tensor's rows as weights.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            LibTorch.lt_multinomial(this, num_samples, replacement, generator);
    }
}
