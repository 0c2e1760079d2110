using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Status lt_trunc_normal_(Tensor x, double mean, double std, double low, double high, Generator? generator);

    [LibraryImport(Library)]
    internal static partial Status lt_module_move(Tensor x, int deviceType, int deviceIndex, sbyte type, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);
}
