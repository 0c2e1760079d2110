using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The numbers from start on, before stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        device = InitializeDevice(device);
        dtype ??= is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type) ? ScalarType.Int64 : get_default_dtype();
        return LibTorch.lt_arange(start, stop, step, (sbyte)dtype, (int)device.type, device.index, requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers in equal steps from start to end, both inclusive.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        device = InitializeDevice(device);
        return LibTorch.lt_linspace(start, end, steps, (sbyte)(dtype ?? get_default_dtype()), (int)device.type, device.index, requires_grad);
    }

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        device = InitializeDevice(device);
        return LibTorch.lt_logspace(
            start, end, steps, @base, (sbyte)(dtype ?? get_default_dtype()), (int)device.type, device.index, requires_grad);
    }

    /// <summary>Ones on the diagonal, zeros elsewhere; square where columns are -1.</summary>
    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Unnamed(names);
        device = InitializeDevice(device);
        return LibTorch.lt_eye(
            rows, columns == -1 ? rows : columns, (sbyte)(dtype ?? get_default_dtype()), (int)device.type, device.index, requires_grad);
    }

    /// <summary>A copy of an array of any rank whose elements are numbers or booleans.</summary>
    /// <exception cref="NotSupportedException">Tensors have no such elements.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device ?? CPU);

    /// <inheritdoc cref="from_array(Array, Device)"/>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var shape = new long[rawArray.Rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = rawArray.GetLongLength(i);
        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        var bytes = rawArray.LongLength * ElementSizeOf(type);
        return FromMemory(ref MemoryMarshal.GetArrayDataReference(rawArray), bytes, shape, type, dtype, device, requires_grad, names);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    private static Tensor From<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        var count = 1L;
        foreach (var size in dimensions) count = checked(count * size);
        if (count > data.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {count} vs. {data.Length}");
        return FromMemory(
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(data)), count * Unsafe.SizeOf<T>(), dimensions, ToScalarType(typeof(T)),
            dtype, device, requires_grad, names);
    }

    private static unsafe Tensor FromMemory(
        ref byte data, long bytes, ReadOnlySpan<long> shape, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
    {
        Unnamed(names);
        device = InitializeDevice(device);
        Tensor result;
        fixed (byte* first = &data) result = LibTorch.lt_from_memory(first, bytes, shape, shape.Length, (sbyte)type);
        if (device.type != DeviceType.CPU) result = result.to(dtype ?? type, device, disposeAfter: true);
        else if (dtype is not null && dtype != type) result = result.to_type(dtype.Value, disposeAfter: true);
        if (requires_grad) result.requires_grad = true;
        return result;
    }

    private static ReadOnlySpan<T> SpanOf<T>(IList<T> list) => list switch
    {
        T[] array => array,
        List<T> items => CollectionsMarshal.AsSpan(items),
        _ => list.ToArray(),
    };

    private static ReadOnlySpan<T> SpanOf<T>(Array array) => MemoryMarshal.CreateReadOnlySpan(
        ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static void Unnamed(string[]? names)
    {
        if (names is { Length: > 0 }) throw new NotSupportedException("Named dimensions are not supported.");
    }

    internal static int ElementSizeOf(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool or ScalarType.QInt8 or ScalarType.QUInt8 => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 or ScalarType.QInt32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
