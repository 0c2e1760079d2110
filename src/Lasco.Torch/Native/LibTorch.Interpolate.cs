using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_interpolate(
        Tensor x, ReadOnlySpan<long> shape, long ndim, ReadOnlySpan<double> scales, int mode, [MarshalAs(UnmanagedType.U1)] bool alignCorners, [MarshalAs(UnmanagedType.U1)] bool antialias);
}
