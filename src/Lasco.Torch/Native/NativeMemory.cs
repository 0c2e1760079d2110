using System.Runtime.CompilerServices;

namespace TorchSharp.Native;

/// <summary>
/// The memory of tensors on the CPU. When much has been allocated that no garbage collection has seen, one runs, so that
/// tensors which nobody disposed of cannot fill the machine. Dispose scopes make it unnecessary, and then it never happens.
/// </summary>
internal static unsafe class NativeMemory
{
    private static readonly long* Count = (long*)LibTorch.lt_count_memory();
    private static readonly long Total = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    private static readonly long Slack = Math.Clamp(Total / 16, 64L << 20, 1L << 30);
    private static readonly Lock Gate = new();
    private static long _limit = Slack;

    /// <summary>The bytes that tensors on the CPU take.</summary>
    internal static long InUse => Volatile.Read(ref *Count);

    /// <summary>To be called when a tensor was made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check()
    {
        if (*Count > _limit) Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        if (!Gate.TryEnter()) return;
        try
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            _limit = Next(InUse);
        }
        finally
        {
            Gate.Exit();
        }
    }

    /// <summary>Half as much again as is in use, but within four fifths of the machine's memory while that leaves any slack.</summary>
    private static long Next(long used) => Math.Min(used + Math.Max(Slack, used / 2), Math.Max(used + Slack, Total / 5 * 4));
}
