using System.Reflection;
using System.Runtime.InteropServices;
using Lasco.Notebooks.Display;
using Microsoft.CodeAnalysis;

namespace Lasco.Notebooks.Scripting.Magics;

/// <summary><c>#!about</c>, <c>#!lsmagic</c>.</summary>
internal static class About
{
    public static void Show(Directive directive, CellScope scope) => Say(scope, string.Join('\n',
        $"C# for notebooks {Version(typeof(About))}",
        $"C# compiler {Version(typeof(Compilation))}",
        $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})"));

    public static void ListMagics(Directive directive, CellScope scope) => Say(scope, string.Join('\n', MagicList.All.Select(m => $"{m.Name,-14}{m.Help}")));

    private static void Say(CellScope scope, string text) => scope.Output.Display(new(new Dictionary<string, string> { [MimeBundle.Text] = text }));

    private static string Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
