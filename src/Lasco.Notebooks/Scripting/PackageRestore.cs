using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lasco.Notebooks.Scripting;

/// <summary>The files of packages and of all that they depend on.</summary>
/// <param name="Assemblies">What is compiled against and loaded.</param>
/// <param name="NativeFolders">Where native libraries lie.</param>
internal sealed record PackageFiles(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeFolders);

/// <summary>Resolves packages with <c>dotnet restore</c> of a project that refers to all that a session has asked for, so that their versions agree.</summary>
internal sealed partial class PackageRestore
{
    private readonly Dictionary<string, string> wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sources beside those that are configured.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Adds a package to the session's.</summary>
    /// <param name="id">The package.</param>
    /// <param name="version">Its version, or <c>*</c> for the newest.</param>
    /// <param name="folder">The notebook's, whose NuGet.Config holds.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <param name="files">What there is to load.</param>
    /// <returns>Null, or NuGet's reason why there is nothing.</returns>
    public string? Restore(string id, string version, string folder, CancellationToken cancellation, out PackageFiles? files)
    {
        files = null;
        var all = new Dictionary<string, string>(wanted, StringComparer.OrdinalIgnoreCase) { [id] = version };
        string project = Project(all);
        string cache = Path.Combine(Cache(), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(project + folder)))[..16]);
        string assets = Path.Combine(cache, "obj", "project.assets.json");
        bool floating = all.Values.Any(v => v.Contains('*'));
        if ((floating || (files = TryRead(assets)) is null) && Run(project, cache, folder, cancellation) is { } reason)
            return reason;
        files ??= TryRead(assets);
        if (files is null)
            return "dotnet restore left no list of files";
        wanted[id] = version;
        return null;
    }

    private static string Cache() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "lasco",
        "packages");

    private string Project(Dictionary<string, string> packages) => new XElement(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", "false"),
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', Sources))),
        new XElement("ItemGroup", packages.OrderBy(p => p.Key).Select(p => new XElement("PackageReference", new XAttribute("Include", p.Key), new XAttribute("Version", p.Value)))))
        .ToString();

    private static string? Run(string project, string cache, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(cache);
        File.WriteAllText(Path.Combine(cache, "packages.csproj"), project);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = cache,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            ArgumentList =
            {
                "restore", "packages.csproj", "-nologo", "-v:q", "-nodeReuse:false", "-p:ImportDirectoryBuildProps=false", "-p:ImportDirectoryBuildTargets=false",
                "-p:ImportDirectoryPackagesProps=false", $"-p:RestoreRootConfigDirectory={folder}",
            },
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        foreach (string inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) && k != "MSBUILDDISABLENODEREUSE").ToList())
            start.Environment.Remove(inherited);

        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "packages need the .NET SDK's dotnet command, which is not on the PATH";
        }

        using (process!)
        {
            process!.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                Task.WaitAll([output, error], cancellation);
                process.WaitForExit();
            }
            catch (Exception e) when (e is OperationCanceledException or ThreadInterruptedException)
            {
                process.Kill(entireProcessTree: true);
                throw new OperationCanceledException(cancellation);
            }

            return process.ExitCode == 0 ? null : Reason(output.Result + error.Result);
        }
    }

    // As "<project> : error NU1101: <reason> [<project>]".
    private static string Reason(string output)
    {
        Match match = ErrorLine().Match(output);
        return match.Success ? match.Groups["reason"].Value.Trim() : "dotnet restore failed";
    }

    private static PackageFiles? TryRead(string assets)
    {
        if (!File.Exists(assets))
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(assets));
            JsonElement root = document.RootElement;
            string[] roots = [.. root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name)];
            JsonElement target = root.GetProperty("targets").EnumerateObject().Single(t => t.Name.EndsWith('/' + RuntimeInformation.RuntimeIdentifier)).Value;
            var assemblies = new List<string>();
            var native = new List<string>();
            foreach (JsonProperty library in target.EnumerateObject())
            {
                string path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
                assemblies.AddRange(Files(library.Value, "runtime", path, roots).Where(f => f.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)));
                native.AddRange(Files(library.Value, "native", path, roots).Select(f => Path.GetDirectoryName(f)!));
            }

            return assemblies.All(File.Exists) ? new(assemblies, [.. native.Distinct()]) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IOException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Files(JsonElement library, string kind, string path, string[] roots) =>
        !library.TryGetProperty(kind, out JsonElement files) ? [] :
        from file in files.EnumerateObject()
        where !file.Name.EndsWith("/_._", StringComparison.Ordinal)
        select roots.Select(r => Path.Combine(r, path, file.Name)).FirstOrDefault(File.Exists) ?? Path.Combine(roots[0], path, file.Name);

    [GeneratedRegex(@"error (?<reason>(NU|MSB|NETSDK)\d+: .*?)(\s\[[^\]]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
