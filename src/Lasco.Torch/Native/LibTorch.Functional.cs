using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_softmax(Tensor x, long dim, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_log_softmax(Tensor x, long dim, sbyte type);

    [LibraryImport(Library)]
    internal static partial Tensor lt_gelu(Tensor x, [MarshalAs(UnmanagedType.U1)] bool tanh);

    [LibraryImport(Library)]
    internal static partial Status lt_gelu_(Tensor x, [MarshalAs(UnmanagedType.U1)] bool tanh);

    [LibraryImport(Library)]
    internal static partial Tensor lt_silu(Tensor x);

    [LibraryImport(Library)]
    internal static partial Status lt_silu_(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_leaky_relu(Tensor x, Scalar slope);

    [LibraryImport(Library)]
    internal static partial Tensor lt_softplus(Tensor x, double beta, double threshold);

    [LibraryImport(Library)]
    internal static partial Tensor lt_log_sigmoid(Tensor x);

    [LibraryImport(Library)]
    internal static partial Tensor lt_linear(
        Tensor x, Tensor weight, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? bias);

    [LibraryImport(Library)]
    internal static partial Tensor lt_embedding(
        Tensor weight, Tensor indices, long paddingIdx, [MarshalAs(UnmanagedType.U1)] bool scaleGradByFreq, [MarshalAs(UnmanagedType.U1)] bool sparse);

    [LibraryImport(Library)]
    internal static partial Status lt_embedding_renorm_(Tensor weight, Tensor indices, double maxNorm, double normType);

    [LibraryImport(Library)]
    internal static partial Tensor lt_one_hot(Tensor x, long classes);

    [LibraryImport(Library)]
    internal static partial Tensor lt_dropout(Tensor x, double p, [MarshalAs(UnmanagedType.U1)] bool training);

    [LibraryImport(Library)]
    internal static partial Status lt_dropout_(Tensor x, double p, [MarshalAs(UnmanagedType.U1)] bool training);

    [LibraryImport(Library)]
    internal static partial Tensor lt_layer_norm(
        Tensor x, ReadOnlySpan<long> shape, long ndim, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weight, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? bias, double eps);

    [LibraryImport(Library)]
    internal static partial Tensor lt_batch_norm(
        Tensor x, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? runningMean, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? runningVar, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weight, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? bias, [MarshalAs(UnmanagedType.U1)] bool training, double momentum, double eps);

    [LibraryImport(Library)]
    internal static partial Tensor lt_group_norm(
        Tensor x, long groups, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weight, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? bias, double eps);

    [LibraryImport(Library)]
    internal static partial Tensor lt_conv2d(
        Tensor x, Tensor weight, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? bias, ReadOnlySpan<long> strides, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor lt_conv2d_padding(
        Tensor x, Tensor weight, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? bias, ReadOnlySpan<long> strides, [MarshalAs(UnmanagedType.U1)] bool same, ReadOnlySpan<long> dilation, long groups);

    [LibraryImport(Library)]
    internal static partial Tensor lt_avg_pool2d(
        Tensor x, ReadOnlySpan<long> kernel, ReadOnlySpan<long> strides, ReadOnlySpan<long> padding, [MarshalAs(UnmanagedType.U1)] bool ceilMode, [MarshalAs(UnmanagedType.U1)] bool countIncludePad, ReadOnlySpan<long> divisor);

    [LibraryImport(Library)]
    internal static partial Tensor lt_max_pool2d(
        Tensor x, ReadOnlySpan<long> kernel, ReadOnlySpan<long> strides, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, [MarshalAs(UnmanagedType.U1)] bool ceilMode);

    [LibraryImport(Library)]
    internal static partial Tensor lt_adaptive_avg_pool2d(Tensor x, ReadOnlySpan<long> shape);

    [LibraryImport(Library)]
    internal static partial Tensor lt_pad(Tensor x, ReadOnlySpan<long> pad, long count, int mode, double value);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cross_entropy(
        Tensor x, Tensor target, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weight, long reduction, long ignoreIndex, double labelSmoothing);

    [LibraryImport(Library)]
    internal static partial Tensor lt_nll_loss(
        Tensor x, Tensor target, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weight, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bce_with_logits(
        Tensor x, Tensor target, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weight, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? posWeights, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bce(
        Tensor x, Tensor target, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? weight, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor lt_mse_loss(Tensor x, Tensor target, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor lt_l1_loss(Tensor x, Tensor target, long reduction);

    [LibraryImport(Library)]
    internal static partial Tensor lt_kl_div(
        Tensor x, Tensor target, long reduction, [MarshalAs(UnmanagedType.U1)] bool logTarget);

    [LibraryImport(Library)]
    internal static partial Tensor lt_smooth_l1_loss(Tensor x, Tensor target, long reduction, double beta);

    [LibraryImport(Library)]
    internal static partial Tensor lt_cosine_similarity(Tensor x, Tensor y, long dim, double eps);

    [LibraryImport(Library)]
    internal static partial Tensor lt_normalize(Tensor x, double p, long dim, double eps);
}
