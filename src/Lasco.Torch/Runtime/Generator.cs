using System.Runtime.InteropServices.Marshalling;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers.</summary>
    [NativeMarshalling(typeof(GeneratorMarshaller))]
    public class Generator : IDisposable
    {
        private nint _handle;

        private Generator(nint handle)
        {
            if (handle == 0) LibTorch.Throw();
            (_handle, device) = (handle, CPU);
        }

        /// <param name="seed">Where the sequence begins.</param>
        /// <param name="device">Whose random numbers; the CPU's if left out.</param>
        public Generator(ulong seed = 0, Device? device = null)
            : this(LibTorch.lt_generator_new(seed, (int)(device?.type ?? DeviceType.CPU), device?.index ?? -1)) =>
            this.device = device ?? CPU;

        /// <summary>The pointer to the at::Generator.</summary>
        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        public Device device { get; private set; }

        /// <summary>The CPU's generator that operations use when they are given none.</summary>
        public static Generator Default => new(LibTorch.lt_generator_default());

        /// <summary>All that determines the numbers to come, as bytes.</summary>
        public Tensor get_state() => LibTorch.lt_generator_state(this);

        /// <summary>Goes back to a state from <see cref="get_state"/>.</summary>
        public void set_state(Tensor value) => LibTorch.lt_generator_set_state(this, value);

        public Generator manual_seed(long seed)
        {
            LibTorch.lt_generator_seed(this, seed);
            return this;
        }

        /// <summary>Seeds the generator with a number of the system's, and returns it.</summary>
        public long seed()
        {
            var seed = System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
            manual_seed(seed);
            return seed;
        }

        public long initial_seed() => LibTorch.lt_generator_initial_seed(this);

        ~Generator() => Dispose(false);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0) LibTorch.lt_generator_dispose(handle);
        }
    }

    /// <summary>Seeds the random numbers of all devices.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    /// <summary>The state of the CPU's default generator, as bytes.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    /// <summary>The default generators.</summary>
    public static partial class random
    {
        /// <inheritdoc cref="torch.manual_seed"/>
        public static Generator manual_seed(long seed)
        {
            LibTorch.lt_manual_seed(seed);
            return Generator.Default;
        }

        public static long seed()
        {
            using var generator = Generator.Default;
            return generator.seed();
        }

        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        /// <inheritdoc cref="torch.get_rng_state"/>
        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }
}
