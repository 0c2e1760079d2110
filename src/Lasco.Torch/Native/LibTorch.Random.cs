using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

internal static unsafe partial class LibTorch
{
    [LibraryImport(Library)]
    internal static partial void lt_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial nint lt_generator_default();

    [LibraryImport(Library)]
    internal static partial nint lt_generator_new(ulong seed, int deviceType, int deviceIndex);

    [LibraryImport(Library)]
    internal static partial void lt_generator_dispose(nint generator);

    [LibraryImport(Library)]
    internal static partial Status lt_generator_seed(Generator? generator, long seed);

    [LibraryImport(Library)]
    internal static partial long lt_generator_initial_seed(Generator? generator);

    [LibraryImport(Library)]
    internal static partial Tensor lt_generator_state(Generator? generator);

    [LibraryImport(Library)]
    internal static partial Status lt_generator_set_state(Generator? generator, Tensor state);

    [LibraryImport(Library)]
    internal static partial Status lt_normal_(Tensor x, double mean, double std, Generator? generator);

    [LibraryImport(Library)]
    internal static partial Status lt_uniform_(Tensor x, double from, double to, Generator? generator);

    [LibraryImport(Library)]
    internal static partial Status lt_random_(Tensor x, double from, double to, Generator? generator);

    [LibraryImport(Library)]
    internal static partial Status lt_exponential_(Tensor x, double lambda, Generator? generator);

    [LibraryImport(Library)]
    internal static partial Status lt_bernoulli_(Tensor x, double p, Generator? generator);

    [LibraryImport(Library)]
    internal static partial Tensor lt_bernoulli(Tensor x, Generator? generator);

    [LibraryImport(Library)]
    internal static partial Tensor lt_multinomial(
        Tensor x, long samples, [MarshalAs(UnmanagedType.U1)] bool replacement, Generator? generator);
}
