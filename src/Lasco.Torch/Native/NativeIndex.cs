namespace TorchSharp.Native;

/// <summary>One entry of an index as it crosses the boundary.</summary>
internal struct NativeIndex
{
    /// <summary>Stands for a bound that was left out.</summary>
    internal const long Absent = long.MinValue;

    internal enum Kinds : long { None, Single, Slice, Ellipsis, Boolean, Tensor }

    internal Kinds Kind;
    internal long Start, Stop, Step;
    internal nint Tensor;
}
