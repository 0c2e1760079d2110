using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Lasco.Notebooks.Scripting;

/// <summary>
/// What the cells of one session are compiled against and run in: the framework, the assemblies that <c>#r</c> named with
/// what lies beside them, and the cells themselves.
/// </summary>
internal sealed class SessionAssemblies : AssemblyLoadContext
{
    private readonly Lock mutex = new();
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> nativeFolders = [];
    private readonly Dictionary<string, PortableExecutableReference> named = new(StringComparer.OrdinalIgnoreCase);
    private MetadataReference[]? references;

    public SessionAssemblies()
        : base("cells")
    {
    }

    /// <summary>What the next cell is compiled against.</summary>
    public IReadOnlyList<MetadataReference> References
    {
        get
        {
            lock (mutex)
                return references ??= [.. HostAssemblies.References.Where(r => !named.ContainsKey(r.Key)).Select(r => r.Value), .. named.Values];
        }
    }
}
