using System.Runtime.InteropServices.Marshalling;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any element type, as an argument of an operation. It holds no native memory.</summary>
[NativeMarshalling(typeof(ScalarMarshaller))]
public sealed class Scalar : IDisposable
{
    internal readonly Number Value;

    internal Scalar(Number value, ScalarType type) => (Value, Type) = (value, type);

    /// <summary>The element type: integers are Int64, floating-point numbers Float64, whatever .NET type they came from.</summary>
    public ScalarType Type { get; }

    public static implicit operator Scalar(byte value) => value.ToScalar();
    public static implicit operator Scalar(sbyte value) => value.ToScalar();
    public static implicit operator Scalar(short value) => value.ToScalar();
    public static implicit operator Scalar(int value) => value.ToScalar();
    public static implicit operator Scalar(long value) => value.ToScalar();
    public static implicit operator Scalar(Half value) => value.ToScalar();
    public static implicit operator Scalar(BFloat16 value) => value.ToScalar();
    public static implicit operator Scalar(float value) => value.ToScalar();
    public static implicit operator Scalar(double value) => value.ToScalar();
    public static implicit operator Scalar(bool value) => value.ToScalar();

    /// <summary>Does nothing: there is nothing to release.</summary>
    public void Dispose() { }

    internal static Scalar Of(long value) => new(Number.Of(value), ScalarType.Int64);
    internal static Scalar Of(double value) => new(Number.Of(value), ScalarType.Float64);
}

/// <summary>Conversions between .NET's numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => Scalar.Of((long)value);
    public static Scalar ToScalar(this sbyte value) => Scalar.Of((long)value);
    public static Scalar ToScalar(this short value) => Scalar.Of((long)value);
    public static Scalar ToScalar(this int value) => Scalar.Of((long)value);
    public static Scalar ToScalar(this long value) => Scalar.Of(value);
    public static Scalar ToScalar(this Half value) => Scalar.Of((double)value);
    public static Scalar ToScalar(this BFloat16 value) => Scalar.Of(value.ToSingle());
    public static Scalar ToScalar(this float value) => Scalar.Of(value);
    public static Scalar ToScalar(this double value) => Scalar.Of(value);
    public static Scalar ToScalar(this bool value) => new(Number.Of(value), ScalarType.Bool);

    public static Half ToHalf(this Scalar value) => (Half)value.Value.Floating;
    public static BFloat16 ToBFloat16(this Scalar value) => new((float)value.Value.Floating);
    public static float ToSingle(this Scalar value) => (float)value.Value.Floating;
    public static double ToDouble(this Scalar value) => value.Value.Floating;
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.Value.Integer;
    public static byte ToByte(this Scalar value) => (byte)value.Value.Integer;
    public static short ToInt16(this Scalar value) => (short)value.Value.Integer;
    public static int ToInt32(this Scalar value) => (int)value.Value.Integer;
    public static long ToInt64(this Scalar value) => value.Value.Integer;
    public static bool ToBoolean(this Scalar value) => value.Value.Floating != 0;
}
