namespace Lasco.Notebooks.Scripting.Magics;

/// <summary><c>#r</c>, <c>#i</c>.</summary>
internal static class References
{
    private const string NuGet = "nuget:";

    public static void Add(Directive directive, CellScope scope)
    {
        string what = directive.Argument;
        if (what.Length == 0)
            throw directive.Error("#r needs the path of an assembly, or \"nuget: Id, version\"");
        if (what.StartsWith(NuGet, StringComparison.OrdinalIgnoreCase))
        {
            AddPackage(directive, what[NuGet.Length..], scope);
            return;
        }

        string path = Path.GetFullPath(what, scope.Folder);
        if (!File.Exists(path))
        {
            // #r "System.Text.Json", as an assembly of the framework may be named.
            if (!what.Contains('/') && HostAssemblies.References.ContainsKey(Path.GetFileNameWithoutExtension(what + (what.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? "" : ".dll"))))
                return;
            throw directive.Error($"{what}: there is no such file");
        }

        try
        {
            scope.Assemblies.Add(path);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            throw directive.Error($"{what}: {(e is BadImageFormatException ? "it is not a .NET assembly" : "it cannot be read")}");
        }
    }

    public static void AddSource(Directive directive, CellScope scope)
    {
        if (!directive.Argument.StartsWith(NuGet, StringComparison.OrdinalIgnoreCase))
            throw directive.Error("#i needs \"nuget: address\"");
        scope.Assemblies.Packages.Sources.Add(directive.Argument[NuGet.Length..].Trim());
    }

    private static void AddPackage(Directive directive, string what, CellScope scope)
    {
        string[] words = what.Split(',', StringSplitOptions.TrimEntries);
        string version = words.Length > 1 ? words[1] : "*";
        if (words.Length > 2 || !words[0].All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-') || words[0].Length == 0
            || version.Length == 0 || !version.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '+' or '*' or '[' or ']'))
        {
            throw directive.Error($"a package is \"nuget: Id, version\", not \"nuget:{what}\"");
        }

        if (scope.Assemblies.Packages.Restore(words[0], version, scope.Folder, scope.Run.Asked, out PackageFiles? files) is { } reason)
            throw directive.Error($"{words[0]}, {version}: {reason}");
        scope.Assemblies.Add(files!);
    }
}
