using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Lasco.Notebooks.Scripting;

/// <summary>
/// Summaries from the XML files that lie beside assemblies, or, for the framework, in the SDK's reference packs. The files are
/// searched as bytes each time: all of them together are some 60 MB, which is milliseconds, and nothing is kept.
/// </summary>
internal static partial class XmlSummaries
{
    private static readonly ConcurrentDictionary<string, string?> Known = new();

    private static readonly Lazy<string[]> FrameworkFiles = new(() =>
    {
        string packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs"));
        return !Directory.Exists(packs) ? [] :
        [
            .. from pack in new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" }
               let versions = Path.Combine(packs, pack)
               where Directory.Exists(versions)
               from file in Directory.GetDirectories(versions).OrderDescending().Take(1).SelectMany(v => Directory.GetFiles(v, "*.xml", SearchOption.AllDirectories))
               select file,
        ];
    });

    /// <summary>The summary of a symbol in one line of text, or null.</summary>
    public static string? Of(ISymbol symbol)
    {
        ISymbol defined = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol.OriginalDefinition;
        if (defined.GetDocumentationCommentId() is not { } id)
            return null;
        if (defined.DeclaringSyntaxReferences.Length > 0)
            return Summary(Comment(defined));
        return Known.GetOrAdd(id, _ => Files(defined.ContainingAssembly).Select(f => Find(f, id)).FirstOrDefault(s => s is not null));
    }

    // Cells are compiled without documentation: the comment is read from the source.
    private static string Comment(ISymbol symbol)
    {
        IEnumerable<string> lines = symbol.DeclaringSyntaxReferences[0].GetSyntax().GetLeadingTrivia().ToFullString().Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("///", StringComparison.Ordinal));
        return $"<member>{string.Join('\n', lines.Select(l => l[3..]))}</member>";
    }

    private static IEnumerable<string> Files(IAssemblySymbol? assembly)
    {
        if (assembly is null)
            return [];
        string? path = HostAssemblies.Find(assembly.Name);
        if (path is null || !File.Exists(Path.ChangeExtension(path, ".xml")))
            return FrameworkFiles.Value.OrderByDescending(f => Path.GetFileNameWithoutExtension(f) == assembly.Name || Path.GetFileName(f) == "System.Runtime.xml");
        return [Path.ChangeExtension(path, ".xml")];
    }

    private static string? Find(string file, string id)
    {
        byte[] bytes = File.ReadAllBytes(file);
        byte[] key = Encoding.UTF8.GetBytes($"<member name=\"{id.Replace("<", "&lt;").Replace(">", "&gt;")}\"");
        int start = bytes.AsSpan().IndexOf(key);
        if (start < 0)
            return null;
        int length = bytes.AsSpan(start).IndexOf("</member>"u8);
        return length < 0 ? null : Summary(Encoding.UTF8.GetString(bytes, start, length) + "</member>");
    }

    private static string? Summary(string member)
    {
        try
        {
            XElement? summary = XElement.Parse(member).Element("summary");
            if (summary is null)
                return null;
            foreach (XElement reference in summary.Descendants().Where(e => e.Name.LocalName is "see" or "paramref" or "typeparamref" or "seealso").ToList())
            {
                string name = reference.Value.Length > 0 ? reference.Value : (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? "";
                reference.ReplaceWith(Short().Replace(name, ""));
            }

            return Spaces().Replace(summary.Value, " ").Trim();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // T:System.Collections.Generic.List`1 → List
    [GeneratedRegex(@"^[A-Z]:([\w`]+\.)*(?=\w)|`+\d+|\(.*\)$")]
    private static partial Regex Short();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
