using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves the parameters and buffers to a device and converts the floating-point ones.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckFloatingPoint(dtype);
                foreach (var (_, child) in named_children()) child._to(device, dtype, non_blocking);
                MoveOwn(device, dtype, non_blocking);
                return this;
            }

            /// <summary>Moves the parameters and buffers to a device.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                foreach (var (_, child) in named_children()) child._to(deviceType, deviceIndex, non_blocking);
                MoveOwn(new Device(deviceType, deviceIndex), null, non_blocking);
                return this;
            }

            /// <summary>Converts the floating-point parameters and buffers.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckFloatingPoint(dtype);
                foreach (var (_, child) in named_children()) child._to(dtype, non_blocking);
                MoveOwn(null, dtype, non_blocking);
                return this;
            }

            private void MoveOwn(Device? device, ScalarType? dtype, bool non_blocking)
            {
                foreach (var tensor in parameters(false).Concat(buffers(false)))
                    LibTorch.lt_module_move(tensor, device is null ? -1 : (int)device.type, device?.index ?? -1, (sbyte?)dtype ?? -1, non_blocking);
            }

            private static void CheckFloatingPoint(ScalarType dtype)
            {
                if (dtype is not (ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64
                    or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64))
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
            }
        }
    }
}

/// <summary>
/// Moving and converting whole modules. Parameters and buffers stay the same objects, so that an optimizer made before
/// keeps training them; with TorchSharp's own package make the optimizer afterwards.
/// </summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the floating-point parameters and buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="type">A floating-point or complex type.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The type is neither floating-point nor complex.</exception>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(type, non_blocking);

    /// <summary>Moves the parameters and buffers to a device and converts the floating-point ones.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">The device.</param>
    /// <param name="type">A floating-point or complex type.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The type is neither floating-point nor complex.</exception>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(device, type, non_blocking);

    /// <summary>Moves the parameters and buffers to a device.</summary>
    /// <param name="module">The module.</param>
    /// <param name="deviceType">The kind of device.</param>
    /// <param name="deviceIndex">Which of them; -1 for the current one.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves the parameters and buffers to a device.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">The device.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(device.type, device.index, non_blocking);

    /// <summary>Moves the parameters and buffers to a device.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">The device's name, such as <c>cpu</c> or <c>cuda:0</c>.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module =>
        module.to(new Device(device), non_blocking);

    /// <summary>Moves the parameters and buffers to where a tensor is and converts the floating-point ones to its type.</summary>
    /// <param name="module">The module.</param>
    /// <param name="other">The tensor.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(other.device, other.dtype, non_blocking);

    /// <summary>Moves the parameters and buffers to the CPU.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves the parameters and buffers to a GPU.</summary>
    /// <param name="module">The module.</param>
    /// <param name="deviceIndex">Which GPU; -1 for the current one.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to 16-bit numbers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float16, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to bfloat16.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.BFloat16, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to 32-bit numbers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float32, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to 64-bit numbers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Whether the host need not wait.</param>
    /// <returns>The module.</returns>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module => module.to(ScalarType.Float64, non_blocking);
}
