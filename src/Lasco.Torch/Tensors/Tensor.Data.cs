using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The memory of the elements in row-major order, to read and to write.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, or not on the CPU.</exception>
        /// <exception cref="ArgumentException">It takes more bytes than a span can have.</exception>
        public Span<byte> bytes
        {
            get
            {
                var count = NumberOfElements * ElementSize;
                RequireContiguousCpu();
                if (count > int.MaxValue) throw new ArgumentException("Span only supports up to int.MaxValue elements.");
                unsafe
                {
                    return new Span<byte>((void*)DataPointer(), (int)count);
                }
            }
            set
            {
                if (value.Length != NumberOfElements * ElementSize)
                    throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(bytes);
                GC.KeepAlive(this);
            }
        }

        /// <summary>The elements, wherever they lie in memory; those of a tensor on another device are copied first.</summary>
        /// <exception cref="ArgumentException">The elements are not of that type.</exception>
        public Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            ValidateType(typeof(T));
            return new Utils.TensorAccessor<T>(device_type == DeviceType.CPU ? this : cpu());
        }

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">There are more, or none, or the element is not of that type.</exception>
        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            ValidateType(typeof(T));
            if (device_type != DeviceType.CPU)
            {
                using var local = cpu();
                return local.item<T>();
            }
            var result = Unsafe.ReadUnaligned<T>(ref MemoryMarshal.GetReference(Element()));
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>The only element, of whatever type.</summary>
        /// <exception cref="ExternalException">There are more, or none.</exception>
        public Scalar ToScalar()
        {
            LibTorch.lt_item(this, out var value);
            return new Scalar(value, value.Kind switch
            {
                Number.Kinds.Boolean => ScalarType.Bool,
                Number.Kinds.Integer => ScalarType.Int64,
                _ => ScalarType.Float64,
            });
        }

        /// <summary>Writes the bytes of the elements to a stream.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, or not on the CPU.</exception>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            RequireContiguousCpu();
            var left = NumberOfElements * ElementSize;
            for (var next = (byte*)DataPointer(); left > 0;)
            {
                var count = (int)Math.Min(left, 1 << 20);
                stream.Write(new ReadOnlySpan<byte>(next, count));
                next += count;
                left -= count;
            }
            GC.KeepAlive(this);
        }

        /// <summary>Overwrites the elements with bytes from a stream.</summary>
        /// <exception cref="EndOfStreamException">It has too few.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            RequireContiguousCpu();
            var left = NumberOfElements * ElementSize;
            for (var next = (byte*)DataPointer(); left > 0;)
            {
                var count = (int)Math.Min(left, 1 << 20);
                stream.ReadExactly(new Span<byte>(next, count));
                next += count;
                left -= count;
            }
            GC.KeepAlive(this);
        }

        /// <exception cref="ArgumentException">The tensor's elements are not of that .NET type.</exception>
        internal void ValidateType(Type dotnetType)
        {
            var type = dtype;
            if (torch.is_complex(type) || ToScalarType(dotnetType) != type)
                throw new ArgumentException($"{dotnetType.Name} is not compatible with {type}");
        }

        internal nint DataPointer()
        {
            LibTorch.lt_data_ptr(this, out var pointer);
            return pointer;
        }

        private unsafe Span<byte> Element() => new((void*)DataPointer(), (int)ElementSize);

        private void RequireContiguousCpu()
        {
            if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        }
    }
}
