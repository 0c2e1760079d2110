using Lasco.Notebooks.Display;

namespace Lasco.Notebooks.Scripting;

/// <summary>What every cell sees without writing a <c>using</c>: namespaces, and static classes whose members are called by their bare names.</summary>
internal static class DefaultImports
{
    public static readonly string[] All = [.. NotebookImports.All];
}
