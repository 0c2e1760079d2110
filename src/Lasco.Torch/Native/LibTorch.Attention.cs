using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial Tensor lt_scaled_dot_product_attention(
        Tensor q, Tensor k, Tensor v, [MarshalUsing(typeof(OptionalTensorMarshaller))] Tensor? mask, double p, [MarshalAs(UnmanagedType.U1)] bool causal);
}
