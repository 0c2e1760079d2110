using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Lasco.Notebooks.Scripting;

/// <summary>
/// What the cells of one session are compiled against and run in: the framework, the assemblies that <c>#r</c> named with
/// what lies beside them, and the cells themselves.
/// </summary>
/// <remarks>
/// An assembly that <c>#r</c> names is the session's own, also where the host has loaded another copy; only the framework,
/// this assembly and the formatters are shared.
/// </remarks>
internal sealed class SessionAssemblies() : AssemblyLoadContext("cells")
{
    private readonly Lock mutex = new();
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> nativeFolders = [];
    private readonly Dictionary<string, PortableExecutableReference> named = new(StringComparer.OrdinalIgnoreCase);
    private MetadataReference[]? references;

    /// <summary>The packages of the session.</summary>
    public PackageRestore Packages { get; } = new();

    /// <summary>What the next cell is compiled against.</summary>
    public IReadOnlyList<MetadataReference> References
    {
        get
        {
            lock (mutex)
                return references ??= [.. HostAssemblies.References.Where(r => !named.ContainsKey(r.Key)).Select(r => r.Value), .. named.Values];
        }
    }

    /// <summary>Adds an assembly, and those beside it that it needs. The first of a name stays.</summary>
    /// <exception cref="BadImageFormatException">It is not a .NET assembly.</exception>
    public void Add(string path)
    {
        lock (mutex)
        {
            AddWithDependencies(path);
            references = null;
        }
    }

    /// <summary>Adds packages' files.</summary>
    public void Add(PackageFiles package)
    {
        lock (mutex)
        {
            foreach (string path in package.Assemblies)
                AddOne(path);
            nativeFolders.UnionWith(package.NativeFolders);
            references = null;
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        lock (mutex)
            return files.TryGetValue(assemblyName.Name!, out string? path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] folders;
        lock (mutex)
            folders = [.. nativeFolders];
        string[] names = [unmanagedDllName, $"lib{unmanagedDllName}.so", $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll"];
        foreach (string path in from folder in folders from name in names select Path.Combine(folder, name))
        {
            if (File.Exists(path) && NativeLibrary.TryLoad(path, out nint handle))
                return handle;
        }

        return 0;
    }

    private void AddWithDependencies(string path)
    {
        if (!AddOne(path))
            return;
        string folder = Path.GetDirectoryName(path)!;
        nativeFolders.Add(folder);
        nativeFolders.Add(Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"));
        foreach (string beside in Needs(path).Select(n => Path.Combine(folder, n + ".dll")).Where(File.Exists))
            AddWithDependencies(beside);
    }

    private bool AddOne(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        if (HostAssemblies.IsFixed(name) || files.ContainsKey(name))
            return false;
        named[name] = HostAssemblies.Read(path);
        files[name] = path;
        return true;
    }

    private static List<string> Needs(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        MetadataReader metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
