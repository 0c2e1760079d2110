using System.Reflection;
using System.Text.RegularExpressions;

namespace Lasco.Notebooks.Scripting;

/// <summary>Names that the compiler gives to what cells declare, and what their authors call it.</summary>
internal static partial class Names
{
    /// <summary>How the names of cells' classes and assemblies begin.</summary>
    public const string Submission = "Cell#";

    /// <summary>Whether a type was declared in a cell.</summary>
    public static bool IsInCell(Type type) => type.Assembly.GetName().Name!.StartsWith(Submission, StringComparison.Ordinal);

    /// <summary>Whether a method was declared in a cell.</summary>
    public static bool IsInCell(MethodBase method) => method.DeclaringType is { } type && IsInCell(type);

    /// <summary>A method of a cell as its author wrote it, or null for the cell's own top level.</summary>
    public static string? Of(MethodBase method)
    {
        string name = method.Name;
        Type? type = method.DeclaringType!;
        if (name == "MoveNext" && type.Name.StartsWith('<'))
            (name, type) = (type.Name, type.DeclaringType);
        string? written = Generated().Match(name) is { Success: true } match
            ? match.Groups["local"] is { Success: true } local ? local.Value
            : match.Groups["kind"].Value == "b" ? "lambda"
            : match.Groups["outer"].Value
            : name;
        if (written is "<Initialize>" or "<Factory>" || written == ".ctor" && IsCell(type!))
            return null;

        while (type is not null && type.Name.StartsWith('<'))
            type = type.DeclaringType;
        string prefix = type is null || IsCell(type) ? "" : type.Name.Split('`')[0] + ".";
        return written == "lambda" ? written : prefix + written + "()";
    }

    /// <summary>A type as its author writes it.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        string name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }

    private static bool IsCell(Type type) => type.DeclaringType is null && type.Name.StartsWith(Submission, StringComparison.Ordinal);

    // <<Initialize>>d__0, <Half>d__1 (async and iterators), <<Initialize>>b__0_1 (lambdas), <Outer>g__Inner|0_1 (local functions).
    [GeneratedRegex(@"^<(?<outer>.*)>(?<kind>[a-z])__(?:(?<local>\w+)\|)?[\d_]*$")]
    private static partial Regex Generated();
}
