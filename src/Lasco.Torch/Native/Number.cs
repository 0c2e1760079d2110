using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>A number as it crosses the boundary; the default value stands for one that was left out.</summary>
internal readonly struct Number
{
    internal enum Kinds : long { None, Integer, Floating, Boolean }

    internal readonly long Bits;
    internal readonly Kinds Kind;

    private Number(long bits, Kinds kind) => (Bits, Kind) = (bits, kind);

    internal static Number Of(long value) => new(value, Kinds.Integer);

    internal static Number Of(double value) => new(BitConverter.DoubleToInt64Bits(value), Kinds.Floating);

    internal static Number Of(bool value) => new(value ? 1 : 0, Kinds.Boolean);

    internal double Floating => Kind == Kinds.Floating ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long Integer => Kind == Kinds.Floating ? checked((long)Floating) : Bits;
}

[CustomMarshaller(typeof(Scalar), MarshalMode.ManagedToUnmanagedIn, typeof(ScalarMarshaller))]
internal static class ScalarMarshaller
{
    public static Number ConvertToUnmanaged(Scalar? scalar) => scalar is null ? default : scalar.Value;
}
