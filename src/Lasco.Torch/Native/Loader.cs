using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Finds the C++ shim and what it stands on, whatever the working directory is.</summary>
internal static class Loader
{
    // CA2255: a library whose every call needs the resolver has no later moment to install it.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Install() => NativeLibrary.SetDllImportResolver(typeof(Loader).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == LibTorch.Library ? Library.Value : 0;

    private static readonly Lazy<nint> Library = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    private static nint Load()
    {
        PreferOpenMP();
        var file = $"lib{LibTorch.Library}.so";
        string? failure = null;
        foreach (var candidate in Candidates(file))
        {
            if (!File.Exists(candidate)) continue;
            try
            {
                return Configured(NativeLibrary.Load(candidate));
            }
            catch (DllNotFoundException exception)
            {
                failure ??= Explain(exception.Message);
            }
        }
        if (failure is null && NativeLibrary.TryLoad(file, out var handle)) return Configured(handle);
        throw new DllNotFoundException(failure ??
            $"{file} was not found in {string.Join(", ", Candidates(file).Select(Path.GetDirectoryName))} nor on the library path: build src/Lasco.Torch, which compiles it.");
    }

    private static IEnumerable<string> Candidates(string file)
    {
        var beside = Path.GetDirectoryName(typeof(Loader).Assembly.Location);
        var folders = string.IsNullOrEmpty(beside) ? [AppContext.BaseDirectory] : new[] { beside, AppContext.BaseDirectory };
        return folders
            .Select(folder => Path.GetFullPath(folder).TrimEnd('/'))
            .Distinct()
            .SelectMany(folder => new[]
            {
                Path.Combine(folder, file),
                Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", file),
                Path.Combine(folder, "runtimes", "linux-x64", "native", file),
            })
            .Distinct();
    }

    /// <summary>
    /// Loads OpenBLAS's OpenMP build, where there is one, before libtorch binds to the system's choice: its threads are
    /// then the same as libtorch's. With the pthread build there would be two pools, and libtorch would keep to one thread.
    /// </summary>
    private static void PreferOpenMP()
    {
        foreach (var folder in Directory.Exists("/usr/lib") ? Directory.GetDirectories("/usr/lib", "*-linux-gnu*") : [])
        {
            var openmp = Path.Combine(folder, "openblas-openmp");
            if (!Directory.Exists(openmp)) continue;
            foreach (var name in new[] { "libopenblas.so.0", "libblas.so.3", "liblapack.so.3" })
                NativeLibrary.TryLoad(Path.Combine(openmp, name), out _);
        }
    }

    /// <summary>
    /// Lets operations use all cores, unless the environment says how many. Left alone, libtorch pays no attention to the
    /// limits of containers, and takes a processor that it does not know for one core.
    /// </summary>
    private static unsafe nint Configured(nint library)
    {
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is null && Environment.GetEnvironmentVariable("MKL_NUM_THREADS") is null)
            ((delegate* unmanaged<int, byte>)NativeLibrary.GetExport(library, nameof(LibTorch.lt_set_num_threads)))(Cores());
        return library;
    }

    /// <summary>The cores that this process may use; two hardware threads of one core count once.</summary>
    internal static int Cores()
    {
        const string processors = "/sys/devices/system/cpu";
        if (!Directory.Exists(processors)) return Environment.ProcessorCount;
        var cores = Directory.EnumerateDirectories(processors, "cpu*")
            .Select(folder => Path.Combine(folder, "topology", "thread_siblings_list"))
            .Where(File.Exists)
            .Select(file => File.ReadAllText(file).Trim())
            .Distinct()
            .Count();
        return cores == 0 ? Environment.ProcessorCount : Math.Min(cores, Environment.ProcessorCount);
    }

    private static string Explain(string message)
    {
        var line = message.Split('\n').FirstOrDefault(text => text.Contains("cannot open shared object file")) ?? message.Split('\n')[0];
        var missing = line.Split(':')[0].Trim();
        if (missing.StartsWith("libtorch") || missing.StartsWith("libc10"))
            return $"libtorch is not installed ({missing} was not found): apt-get install libtorch-dev, or put its folder on LD_LIBRARY_PATH.";
        return $"lib{LibTorch.Library}.so cannot be loaded: {line.Trim()}";
    }
}
