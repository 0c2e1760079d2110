using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a tensor on the CPU, read and written in place, in row-major order whatever its strides. It keeps the
/// tensor object alive, not its memory: after the tensor is disposed of, every access throws.
/// </summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;
    private readonly nint _data;
    private Tensor? _tensor;

    internal TensorAccessor(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
            throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        _data = tensor.DataPointer();
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
        _tensor = tensor;
    }

    /// <summary>How many elements there are.</summary>
    public long Count { get; }

    public bool IsReadOnly => false;

    /// <summary>One element, by its position in each dimension or by its place in row-major order.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[params long[] indices]
    {
        get => At(indices);
        set => At(indices) = value;
    }

    /// <summary>The elements in a new array.</summary>
    public T[] ToArray()
    {
        var result = new T[Count];
        Read(result, 0);
        return result;
    }

    /// <summary>The elements in a new array of the tensor's shape; one of length 1 for a single number.</summary>
    public Array ToNDArray()
    {
        if (_shape.Length < 2) return ToArray();
        var result = Array.CreateInstance(typeof(T), _shape);
        Read(System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(
                ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(result)), result.Length), 0);
        return result;
    }

    /// <summary>Copies elements, from one on, into an array, from one on, until either ends.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        CheckStart(tensorIndex);
        Read(array[arrayIndex..], tensorIndex);
    }

    /// <summary>Overwrites elements, from one on, with those of an array, from one on, until either ends.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        CheckStart(tensorIndex);
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Count - tensorIndex);
        if (_contiguous)
        {
            source[..count].CopyTo(Block(tensorIndex, count));
        }
        else
        {
            var walk = new Walk(_shape, _strides, tensorIndex);
            for (var i = 0; i < count; i++, walk.Next()) Element(walk.Offset) = source[i];
        }
        GC.KeepAlive(_tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        var walk = new Walk(_shape, _strides, 0);
        for (long i = 0; i < Count; i++, walk.Next()) yield return Element(walk.Offset);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both have the same elements in the same order.</summary>
    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Count == right.Count && left.SequenceEqual(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Lets go of the tensor, which stays as it is.</summary>
    public void Dispose() => _tensor = null;

    private void Read(Span<T> target, long start)
    {
        var count = (int)Math.Min(target.Length, Count - start);
        if (_contiguous)
        {
            Block(start, count).CopyTo(target);
        }
        else
        {
            var walk = new Walk(_shape, _strides, start);
            for (var i = 0; i < count; i++, walk.Next()) target[i] = Element(walk.Offset);
        }
        GC.KeepAlive(_tensor);
    }

    private unsafe Span<T> Block(long start, int count)
    {
        CheckAlive();
        return new Span<T>((T*)_data + start, count);
    }

    private unsafe ref T Element(long offset)
    {
        CheckAlive();
        return ref ((T*)_data)[offset];
    }

    private ref T At(long[] indices)
    {
        if (indices.Length == 1 && _shape.Length != 1)
        {
            if ((ulong)indices[0] >= (ulong)Count) throw new IndexOutOfRangeException($"{indices[0]} in a collection of {Count} elements.");
            return ref Element(_contiguous ? indices[0] : new Walk(_shape, _strides, indices[0]).Offset);
        }
        if (indices.Length != _shape.Length)
            throw new IndexOutOfRangeException($"{indices.Length} indices for a tensor of {_shape.Length} dimensions.");
        long offset = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)_shape[i])
                throw new IndexOutOfRangeException($"{indices[i]} >= {_shape[i]} in dimension {i}.");
            offset += indices[i] * _strides[i];
        }
        return ref Element(offset);
    }

    private void CheckStart(long index)
    {
        if (index < 0 || (index >= Count && Count > 0)) throw new ArgumentOutOfRangeException(nameof(index), index, null);
    }

    private void CheckAlive()
    {
        if (_tensor is null) throw new ObjectDisposedException(nameof(TensorAccessor<T>));
        _ = _tensor.Handle;
    }

    /// <summary>Goes through the offsets of a strided tensor in row-major order.</summary>
    private struct Walk
    {
        private readonly long[] _shape, _strides, _position;

        internal Walk(long[] shape, long[] strides, long start)
        {
            (_shape, _strides, _position) = (shape, strides, new long[shape.Length]);
            for (var i = shape.Length - 1; i >= 0 && start > 0; i--)
            {
                (start, _position[i]) = Math.DivRem(start, shape[i]);
                Offset += _position[i] * strides[i];
            }
        }

        internal long Offset { get; private set; }

        internal void Next()
        {
            for (var i = _position.Length - 1; i >= 0; i--)
            {
                Offset += _strides[i];
                if (++_position[i] < _shape[i]) return;
                Offset -= _position[i] * _strides[i];
                _position[i] = 0;
            }
        }
    }
}
