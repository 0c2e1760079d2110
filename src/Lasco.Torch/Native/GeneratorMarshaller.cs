using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>Passes a generator, or nothing for the device's default one.</summary>
[CustomMarshaller(typeof(Generator), MarshalMode.ManagedToUnmanagedIn, typeof(In))]
internal static class GeneratorMarshaller
{
    internal ref struct In
    {
        private Generator? _generator;

        public void FromManaged(Generator? generator) => _generator = generator;

        public readonly nint ToUnmanaged() => _generator is null ? 0 : _generator.Handle;

        public readonly void OnInvoked() => GC.KeepAlive(_generator);

        public readonly void Free() { }
    }
}
