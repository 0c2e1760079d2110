using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Lasco.Notebooks.Scripting;

/// <summary>The chain of cells that compiled: each sees the names of those before it, and their values.</summary>
/// <remarks>
/// Roslyn turns a cell into a class whose fields are the cell's variables; an instance stands in a slot of an array
/// that later cells read. Whatever a cell had set before it threw is therefore kept.
/// </remarks>
internal sealed class Submissions(SessionAssemblies assemblies)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    // Lines of exceptions are exact enough in optimised code, and loops several times faster.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: DefaultImports.All,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        metadataReferenceResolver: MissingReferences.None,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    private Link? last;
    private object?[] instances = new object?[16];
    private int count;
    private int names;

    /// <summary>The values of the cells' top-level variables: the newest of each name, in the order of their declaration.</summary>
    public IReadOnlyList<(string Name, Type Type, object? Value)> Variables()
    {
        var found = new Dictionary<string, (string, Type, object?)>();
        foreach (object? instance in instances)
        {
            foreach (FieldInfo field in instance?.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly) ?? [])
            {
                if (!field.Name.StartsWith('<'))
                {
                    found.Remove(field.Name);
                    found[field.Name] = (field.Name, field.FieldType, field.GetValue(instance));
                }
            }
        }

        return [.. found.Values];
    }

    public static SyntaxTree Parse(string code, string path = "", CancellationToken cancellation = default) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, cancellation);

    /// <summary>A compilation of code as the next cell, for asking it questions. From any thread.</summary>
    public CSharpCompilation Continue(SyntaxTree tree) => After(Volatile.Read(ref last), "question", tree).Compilation;

    /// <summary>
    /// A compilation that goes on from the last one. It inherits its references, and is given only new ones: what is named
    /// anew in each cell Roslyn keeps anew for each cell before it, gigabytes after some hundred cells.
    /// </summary>
    private Link After(Link? before, string name, SyntaxTree tree)
    {
        IReadOnlyList<MetadataReference> references = assemblies.References;
        return new(CSharpCompilation.CreateScriptCompilation(
            name, tree, ReferenceEquals(references, before?.References) ? [] : references, Options.WithScriptClassName(name), before?.Compilation, typeof(object)), references);
    }

    /// <summary>Compiles code as the next cell.</summary>
    /// <returns>The code to run.</returns>
    /// <exception cref="CompilationException">It does not compile.</exception>
    public Func<Task<object?>> Compile(string code, string path, CancellationToken cancellation)
    {
        SyntaxTree tree = Parse(code, path, cancellation);
        SyntaxTree guarded = InterruptionChecks.Insert(tree);
        string name = $"{Names.Submission}{names++}";
        Link link = After(last, name, guarded);
        CSharpCompilation compilation = link.Compilation;
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellation);
        if (!emitted.Success)
        {
            var failure = new CompilationException(guarded == tree ? emitted.Diagnostics : After(last, name, tree).Compilation.GetDiagnostics(cancellation), tree);
            if (failure.Errors.Count > 0)
                throw failure;
            Volatile.Write(ref last, link); // nothing to run: comments, or usings for later cells
            return () => Task.FromResult<object?>(null);
        }

        image.Position = symbols.Position = 0;
        IMethodSymbol entry = compilation.GetEntryPoint(cancellation)!;
        var factory = assemblies.LoadFromStream(image, symbols).GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();

        int slot = ++count;
        if (slot >= instances.Length)
            Array.Resize(ref instances, instances.Length * 2);
        object?[] all = instances;
        return () =>
        {
            Volatile.Write(ref last, link);
            return factory(all);
        };
    }

    /// <summary>A cell in the chain, and what it and those before it refer to.</summary>
    private sealed record Link(CSharpCompilation Compilation, IReadOnlyList<MetadataReference> References);
}
