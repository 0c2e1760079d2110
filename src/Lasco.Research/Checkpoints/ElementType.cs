using System.Collections.Frozen;
using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>A type of elements in a checkpoint.</summary>
/// <param name="Name">As safetensors spells it.</param>
/// <param name="Bits">Bits of one element.</param>
/// <param name="Torch">libtorch's type, or null where it has none.</param>
internal sealed record ElementType(string Name, int Bits, ScalarType? Torch)
{
    /// <summary>In the order of safetensors' own writer, which puts tensors of later types first.</summary>
    private static readonly ElementType[] All =
    [
        new("BOOL", 8, ScalarType.Bool), new("F4", 4, null), new("F6_E2M3", 6, null), new("F6_E3M2", 6, null),
        new("U8", 8, ScalarType.Byte), new("I8", 8, ScalarType.Int8),
        new("F8_E5M2", 8, null), new("F8_E4M3", 8, null), new("F8_E8M0", 8, null), new("F8_E4M3FNUZ", 8, null), new("F8_E5M2FNUZ", 8, null),
        new("I16", 16, ScalarType.Int16), new("U16", 16, null), new("F16", 16, ScalarType.Float16), new("BF16", 16, ScalarType.BFloat16),
        new("I32", 32, ScalarType.Int32), new("U32", 32, null), new("F32", 32, ScalarType.Float32), new("C64", 64, null),
        new("F64", 64, ScalarType.Float64), new("I64", 64, ScalarType.Int64), new("U64", 64, null),
    ];

    private static readonly FrozenDictionary<string, ElementType> ByName = All.ToFrozenDictionary(type => type.Name);

    private static readonly FrozenDictionary<ScalarType, ElementType> ByTorch =
        All.Where(type => type.Torch is not null).ToFrozenDictionary(type => type.Torch!.Value);

    /// <summary>Bytes of one element; for types of whole bytes.</summary>
    public int Bytes => Bits / 8;

    /// <summary>The place in the writer's order.</summary>
    public int Rank => Array.IndexOf(All, this);

    /// <summary>The type that safetensors calls so, or null.</summary>
    public static ElementType? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The type that libtorch calls so, or null where no checkpoint here holds it (complex, quantized).</summary>
    public static ElementType? Of(ScalarType type) => ByTorch.GetValueOrDefault(type);
}
