using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Status lt_adam_step(
        ReadOnlySpan<nint> weights, ReadOnlySpan<nint> means, ReadOnlySpan<nint> squares, ReadOnlySpan<nint> largest,
        Span<long> steps, long count, double lr, double beta1, double beta2, double eps, double weightDecay, [MarshalAs(UnmanagedType.U1)] bool decoupled,
        [MarshalAs(UnmanagedType.U1)] bool maximize);

    [LibraryImport(Library)]
    internal static partial Status lt_sgd_step(
        ReadOnlySpan<nint> weights, Span<nint> buffers, long count, double lr, double momentum, double dampening,
        double weightDecay, [MarshalAs(UnmanagedType.U1)] bool nesterov, [MarshalAs(UnmanagedType.U1)] bool maximize);

    [LibraryImport(Library)]
    internal static partial Status lt_zero_grad(ReadOnlySpan<nint> weights, long count, [MarshalAs(UnmanagedType.U1)] bool setToNone);

    [LibraryImport(Library)]
    internal static partial Status lt_clip_grad_norm(
        ReadOnlySpan<nint> weights, long count, double maxNorm, double normType, out double result);
}
