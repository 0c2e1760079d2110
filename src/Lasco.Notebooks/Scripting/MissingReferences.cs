using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Lasco.Notebooks.Scripting;

/// <summary>Resolves nothing: what a cell is compiled against is settled before it is compiled.</summary>
internal sealed class MissingReferences : MetadataReferenceResolver
{
    public static readonly MissingReferences None = new();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 0;
}
