using TorchSharp.Native;

namespace TorchSharp;

/// <summary>The kinds of devices, numbered as libtorch does.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MKLDNN = 2,
    OPENGL = 3,
    OPENCL = 4,
    IDEEP = 5,
    HIP = 6,
    FPGA = 7,
    MSNPU = 8,
    XLA = 9,
    MPS = 13,
    META = 14,
}

public static partial class torch
{
    /// <summary>Where a tensor lives: a kind of device and, from 0, which of that kind (-1 for the current one).</summary>
    public class Device
    {
        public DeviceType type { get; private set; } = DeviceType.CPU;
        public int index { get; private set; } = -1;

        /// <param name="description">"cpu", "cuda" or "cuda:0".</param>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Kind(parts[0]);
            if (parts.Length > 1) index = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        public Device(string deviceType, int index = -1) => (type, this.index) = (Kind(deviceType), index);

        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        public Device(int index) => (type, this.index) = (DeviceType.CUDA, index);

        public override string ToString() => type == DeviceType.CPU ? "cpu"
            : index == -1 ? type.ToString().ToLowerInvariant()
            : $"{type.ToString().ToLowerInvariant()}:{index}";

        public static implicit operator Device(string description) => new(description);

        private static DeviceType Kind(string name) => Enum.Parse<DeviceType>(name, ignoreCase: true);
    }

    public static readonly Device CPU = new(DeviceType.CPU, -1);
    public static readonly Device META = new(DeviceType.META, -1);

    /// <exception cref="InvalidOperationException">There is no CUDA device, or libtorch was built without CUDA.</exception>
    public static Device CUDA => InitializeDevice(new Device(DeviceType.CUDA, -1));

    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static Device device(string description) => InitializeDevice(new Device(description));

    public static Device device(string deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(int index) => new(DeviceType.CUDA, index);

    private static Device default_device = CPU;

    public static Device get_default_device() => default_device;

    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        default_device = device;
    }

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CUDA => cuda.device_count() > 0,
        DeviceType.MPS => false,
        _ => true,
    };

    /// <exception cref="InvalidOperationException">No device of that kind can be used here.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (deviceType != DeviceType.CPU && !TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"Torch device type '{deviceType}' is not available on this platform.");
    }

    /// <summary>The device itself, or the default one, after a check that it can be used.</summary>
    public static Device InitializeDevice(Device? device)
    {
        device ??= default_device;
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>CUDA devices.</summary>
    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        /// <summary>Zero where libtorch was built without CUDA.</summary>
        public static int device_count() => LibTorch.lt_cuda_device_count();

        public static void manual_seed(long seed) => LibTorch.lt_cuda_manual_seed(seed, false);

        public static void manual_seed_all(long seed) => LibTorch.lt_cuda_manual_seed(seed, true);
    }

    public static bool cuda_is_available() => cuda.is_available();
}
