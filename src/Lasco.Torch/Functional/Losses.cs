using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>−log softmax(input)[target].</summary>
            /// <param name="input">Logits: [N, C, *].</param>
            /// <param name="target">Classes: [N, *], Int64, or probabilities in the shape of the input.</param>
            /// <param name="weight">[C].</param>
            /// <param name="ignore_index">A class whose places do not count.</param>
            /// <param name="reduction">What becomes of the losses of the places.</param>
            /// <param name="label_smoothing">The share of the target that is spread over all classes.</param>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                LibTorch.lt_cross_entropy(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>−input[target], of log-probabilities.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                LibTorch.lt_nll_loss(input, target, weight, (long)reduction);

            /// <summary>−t log σ(x) − (1 − t) log(1 − σ(x)).</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                LibTorch.lt_bce_with_logits(input, target, weight, pos_weights, (long)reduction);

            /// <summary>−t log x − (1 − t) log(1 − x).</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                LibTorch.lt_bce(input, target, weight, (long)reduction);

            /// <summary>(x − t)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                LibTorch.lt_mse_loss(input, target, (long)reduction);

            /// <summary>|x − t|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                LibTorch.lt_l1_loss(input, target, (long)reduction);

            /// <summary>t · (log t − x) of log-probabilities x; the target is one too, unless said otherwise.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                LibTorch.lt_kl_div(input, target, (long)reduction, log_target);

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                LibTorch.lt_smooth_l1_loss(input, target, (long)reduction, beta);
        }
    }
}
