using System.Collections.Frozen;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Lasco.Notebooks.Scripting;

/// <summary>The assemblies of this process that cells are compiled against, as compiler references, read once.</summary>
internal static class HostAssemblies
{
    private static readonly string[] Contracts =
        [typeof(HostAssemblies).Assembly.GetName().Name!, typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly.GetName().Name!];

    private static readonly Lazy<FrozenDictionary<string, string>> Trusted = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .DistinctBy(Path.GetFileNameWithoutExtension)
        .ToFrozenDictionary(p => Path.GetFileNameWithoutExtension(p)!, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<IReadOnlyDictionary<string, PortableExecutableReference>> Shared = new(() =>
        Trusted.Value.Where(a => IsFixed(a.Key)).AsParallel().Select(a => (a.Key, Reference: TryRead(a.Value)))
        .Where(a => a.Reference is not null).ToDictionary(a => a.Key, a => a.Reference!, StringComparer.OrdinalIgnoreCase));

    /// <summary>By simple name: those that cells and host share (<see cref="IsFixed"/>), so that a notebook sees the same in every host.</summary>
    public static IReadOnlyDictionary<string, PortableExecutableReference> References => Shared.Value;

    /// <summary>The host's file of an assembly, or null.</summary>
    public static string? Find(string simpleName) => Trusted.Value.GetValueOrDefault(simpleName);

    /// <summary>Whether cells and host must share the assembly: the framework's, and those through which they talk.</summary>
    public static bool IsFixed(string simpleName) =>
        Contracts.Contains(simpleName, StringComparer.OrdinalIgnoreCase)
        || (Find(simpleName) is { } path && IsFramework(path));

    /// <summary>Reads the metadata of an assembly, without its code.</summary>
    /// <exception cref="BadImageFormatException">It is not a .NET assembly.</exception>
    public static PortableExecutableReference Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var reader = new PEReader(file, PEStreamOptions.LeaveOpen | PEStreamOptions.PrefetchMetadata);
        if (!reader.HasMetadata)
            throw new BadImageFormatException("it is not a .NET assembly");
        file.Position = 0;
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata)).GetReference(filePath: path);
    }

    private static PortableExecutableReference? TryRead(string path)
    {
        try
        {
            return Read(path);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return null;
        }
    }

    // Shared frameworks lie side by side in one folder: shared/Microsoft.NETCore.App/10.0.0, shared/Microsoft.AspNetCore.App/10.0.0.
    private static bool IsFramework(string path)
    {
        string shared = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", ".."));
        return path.StartsWith(shared + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
