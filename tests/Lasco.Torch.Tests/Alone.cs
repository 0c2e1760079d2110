namespace Lasco.Torch.Tests;

/// <summary>The collection of tests that look at what the whole process shares: live tensors, the default generator, threads.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone
{
    /// <summary>Lets the garbage collector finalize what earlier tests left behind.</summary>
    internal static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
