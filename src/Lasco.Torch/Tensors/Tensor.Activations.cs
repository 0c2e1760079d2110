using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor softmax(long dim, ScalarType? dtype = null) => LibTorch.lt_softmax(this, dim, Code(dtype));

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => LibTorch.lt_log_softmax(this, dim, Code(dtype));

        public Tensor gelu() => LibTorch.lt_gelu(this, false);

        public Tensor gelu_()
        {
            LibTorch.lt_gelu_(this, false);
            return this;
        }

        public Tensor silu() => LibTorch.lt_silu(this);

        public Tensor silu_()
        {
            LibTorch.lt_silu_(this);
            return this;
        }

        public Tensor leaky_relu(Scalar negative_slope) => LibTorch.lt_leaky_relu(this, negative_slope);

        public Tensor softplus(double beta = 1, double threshold = 20) => LibTorch.lt_softplus(this, beta, threshold);

        public Tensor log_sigmoid() => LibTorch.lt_log_sigmoid(this);
    }

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
