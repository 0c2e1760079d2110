using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// TorchSharp's own file format of a tensor: its type, the number of its dimensions and their sizes, as integers of
/// variable length (LEB128), then its elements, row by row, little end first.
/// </summary>
internal static unsafe class TensorStream
{
    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        var shape = tensor.shape;
        writer.Write7BitEncodedInt64(shape.Length);
        foreach (var size in shape) writer.Write7BitEncodedInt64(size);
        writer.Flush();
        var plain = tensor.cpu().contiguous();
        using var elements = Elements(plain, FileAccess.Read);
        elements.CopyTo(writer.BaseStream);
    }

    /// <summary>Reads elements into a tensor of the same type and shape.</summary>
    /// <exception cref="ArgumentException">The type or the shape differs.</exception>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    internal static void Read(BinaryReader reader, Tensor target)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var type = (ScalarType)reader.Read7BitEncodedInt64();
        if (type != target.dtype) throw new ArgumentException($"Mismatched tensor data types while loading: {type}, not {target.dtype}.");
        var shape = target.shape;
        if (reader.Read7BitEncodedInt64() is var count && count != shape.Length)
            throw new ArgumentException($"Mismatched tensor shape while loading: {count} dimensions, not {shape.Length}.");
        for (var i = 0; i < shape.Length; i++)
            if (reader.Read7BitEncodedInt64() is var size && size != shape[i])
                throw new ArgumentException($"Mismatched tensor shape while loading: size {size} of dimension {i}, not {shape[i]}.");

        var inPlace = target.device.type == DeviceType.CPU && target.is_contiguous();
        var plain = inPlace ? target : empty(shape, type, CPU);
        using (var elements = Elements(plain, FileAccess.Write))
        {
            var buffer = new byte[Math.Min(elements.Length, 1 << 16)];
            while (elements.Position < elements.Length)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, elements.Length - elements.Position));
                reader.BaseStream.ReadExactly(part);
                elements.Write(part);
            }
        }
        if (!inPlace) target.copy_(plain);
    }

    /// <summary>Passes over a tensor.</summary>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    internal static void Skip(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt64();
        var length = (Int128)type.ElementSize();
        for (var dimensions = reader.Read7BitEncodedInt64(); dimensions > 0; dimensions--)
        {
            length *= reader.Read7BitEncodedInt64();
            if (length > reader.BaseStream.Length) throw new EndOfStreamException();
        }
        if (length < 0 || length > reader.BaseStream.Length - reader.BaseStream.Position) throw new EndOfStreamException();
        reader.BaseStream.Seek((long)length, SeekOrigin.Current);
    }

    private static UnmanagedMemoryStream Elements(Tensor tensor, FileAccess access)
    {
        LibTorch.lt_data_ptr(tensor, out var start);
        var length = tensor.numel() * tensor.element_size();
        return new((byte*)start, length, length, access);
    }
}
