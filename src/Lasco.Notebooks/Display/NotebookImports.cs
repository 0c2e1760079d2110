namespace Lasco.Notebooks.Display;

/// <summary>
/// What a C# notebook sees without a <c>using</c> of its own. A cell's own <c>using</c> and declarations take precedence over
/// these, so that an old notebook's <c>Chart</c> or <c>Formatting</c> stays its own.
/// </summary>
public static class NotebookImports
{
    /// <summary>The namespaces, as <c>using</c> names them.</summary>
    public static IReadOnlyList<string> Namespaces { get; } =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Lasco.Notebooks.Display", "Lasco.Notebooks.Charts",
    ];

    /// <summary>The static classes whose members need no class name, as <c>using static</c> names them.</summary>
    public static IReadOnlyList<string> StaticClasses { get; } = [typeof(Microsoft.DotNet.Interactive.Kernel).FullName!, typeof(Notebook).FullName!];

    /// <summary>All of them, as Roslyn's <c>ScriptOptions.WithImports</c> takes them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Namespaces, .. StaticClasses];

    /// <summary>Types whose assemblies the names above come from; <c>dynamic</c>, which PocketView is, needs the last one.</summary>
    public static IReadOnlyList<Type> ReferencedTypes { get; } =
    [
        typeof(Microsoft.DotNet.Interactive.Kernel), typeof(Microsoft.DotNet.Interactive.Formatting.Formatter), typeof(Microsoft.AspNetCore.Html.IHtmlContent),
        typeof(Enumerable), typeof(Microsoft.CSharp.RuntimeBinder.Binder),
    ];
}
