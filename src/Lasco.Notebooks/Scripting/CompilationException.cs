using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Lasco.Notebooks.Scripting;

/// <summary>Code of a cell does not compile.</summary>
internal sealed class CompilationException(ImmutableArray<Diagnostic> diagnostics, SyntaxTree tree) : Exception
{
    /// <summary>The errors, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; } =
        [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start)];

    /// <summary>What was compiled.</summary>
    public SyntaxTree Tree => tree;
}
