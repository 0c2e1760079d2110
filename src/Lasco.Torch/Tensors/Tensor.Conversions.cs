using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A second handle on the same elements; gradients flow through it.</summary>
        public Tensor alias() => LibTorch.lt_alias(this);

        public Tensor clone() => LibTorch.lt_clone(this);

        /// <summary>This tensor's elements in row-major order: a copy unless they are already.</summary>
        public Tensor contiguous() => LibTorch.lt_contiguous(this);

        public Tensor to_dense() => LibTorch.lt_to_dense(this);

        /// <summary>Overwrites the elements with those of <paramref name="source"/>, which is broadcast and converted.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            LibTorch.lt_copy_(this, source, nonBlocking);
            return this;
        }

        /// <summary>Makes this tensor a view of the storage of <paramref name="source"/>.</summary>
        public Tensor set_(Tensor source)
        {
            LibTorch.lt_set_(this, source);
            return this;
        }

        public Tensor cpu() => LibTorch.lt_to_device(this, (int)DeviceType.CPU, -1, false, false);

        /// <exception cref="InvalidOperationException">There is no CUDA device, or libtorch was built without CUDA.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false)
        {
            if (device is not null && device.type != DeviceType.CUDA)
                throw new ArgumentException("Not a CUDA device.", nameof(device));
            InitializeDeviceType(DeviceType.CUDA);
            return LibTorch.lt_to_device(this, (int)DeviceType.CUDA, device?.index ?? -1, false, non_blocking);
        }

        /// <summary>The elements converted to another type: the tensor itself, behind a new handle, if it has that type already.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(LibTorch.lt_to_type(this, (sbyte)type, copy, non_blocking), disposeAfter);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            InitializeDeviceType(deviceType);
            return Converted(LibTorch.lt_to_device(this, (int)deviceType, deviceIndex, copy, non_blocking), disposeAfter);
        }

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            device = InitializeDevice(device);
            return Converted(
                LibTorch.lt_to_device_type(this, (int)device.type, device.index, (sbyte)type, copy, non_blocking), disposeAfter);
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(device.type, device.index, copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor type(ScalarType dtype) => to(dtype);

        public Tensor @bool() => to_type(ScalarType.Bool);
        public Tensor @byte() => to_type(ScalarType.Byte);
        public Tensor @char() => to_type(ScalarType.Int8);
        public Tensor @short() => to_type(ScalarType.Int16);
        public Tensor @int() => to_type(ScalarType.Int32);
        public Tensor @long() => to_type(ScalarType.Int64);
        public Tensor half() => to_type(ScalarType.Float16);
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);
        public Tensor @float() => to_type(ScalarType.Float32);
        public Tensor @double() => to_type(ScalarType.Float64);

        private Tensor Converted(Tensor result, bool disposeAfter)
        {
            if (disposeAfter) Dispose();
            return result;
        }
    }
}
