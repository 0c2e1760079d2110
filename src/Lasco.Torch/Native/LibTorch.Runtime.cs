using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial int lt_get_num_threads();

    [LibraryImport(Library)]
    internal static partial Status lt_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int lt_get_num_interop_threads();

    [LibraryImport(Library)]
    internal static partial Status lt_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int lt_cuda_device_count();

    [LibraryImport(Library)]
    internal static partial Status lt_cuda_manual_seed(long seed, [MarshalAs(UnmanagedType.U1)] bool all);

    [LibraryImport(Library)]
    internal static partial nint lt_version();
}
