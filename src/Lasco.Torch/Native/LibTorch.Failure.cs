using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial nint lt_last_error();

    [LibraryImport(Library)]
    internal static partial void lt_clear_error();
}
