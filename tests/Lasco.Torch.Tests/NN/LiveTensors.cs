using static TorchSharp.torch;

namespace Lasco.Torch.Tests.NN;

/// <summary>Tests that count the live tensors of the process run alone.</summary>
[CollectionDefinition(nameof(LiveTensors), DisableParallelization = true)]
public class LiveTensors
{
    /// <summary>The live tensors, once those that other tests left to the garbage collector are gone.</summary>
    internal static long CountAfterCollection()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Tensor.TotalCount;
    }
}
