using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The number of threads that one operation uses.</summary>
    public static int get_num_threads() => LibTorch.lt_get_num_threads();

    public static void set_num_threads(int num) => LibTorch.lt_set_num_threads(num);

    /// <summary>The number of threads that run independent operations side by side.</summary>
    public static int get_num_interop_threads() => LibTorch.lt_get_num_interop_threads();

    /// <exception cref="System.Runtime.InteropServices.ExternalException">Such work has already begun.</exception>
    public static void set_num_interop_threads(int num) => LibTorch.lt_set_num_interop_threads(num);

    /// <summary>The version of libtorch.</summary>
    public static string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8(LibTorch.lt_version()) ?? "";

    /// <summary>Throws what the last native call of this thread failed with, if it failed.</summary>
    public static void CheckForErrors()
    {
        if (LibTorch.TakeFailure() is { } failure) throw failure;
    }
}
