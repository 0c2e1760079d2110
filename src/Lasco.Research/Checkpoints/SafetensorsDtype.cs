using System.Collections.Frozen;
using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>The element types of the safetensors format, and those that libtorch can hold.</summary>
internal static class SafetensorsDtype
{
    private static readonly (string Name, int Bits, ScalarType? Torch)[] All =
    [
        ("BOOL", 8, ScalarType.Bool), ("U8", 8, ScalarType.Byte), ("I8", 8, ScalarType.Int8),
        ("I16", 16, ScalarType.Int16), ("I32", 32, ScalarType.Int32), ("I64", 64, ScalarType.Int64),
        ("F16", 16, ScalarType.Float16), ("BF16", 16, ScalarType.BFloat16), ("F32", 32, ScalarType.Float32), ("F64", 64, ScalarType.Float64),
        ("U16", 16, null), ("U32", 32, null), ("U64", 64, null), ("C64", 64, null),
        ("F8_E5M2", 8, null), ("F8_E4M3", 8, null), ("F8_E8M0", 8, null), ("F8_E4M3FNUZ", 8, null), ("F8_E5M2FNUZ", 8, null),
        ("F6_E2M3", 6, null), ("F6_E3M2", 6, null), ("F4", 4, null),
    ];

    private static readonly FrozenDictionary<string, (string Name, int Bits, ScalarType? Torch)> ByName =
        All.ToFrozenDictionary(dtype => dtype.Name);

    /// <summary>Bits of one element, or null for a name that the format does not know.</summary>
    public static int? Bits(string name) => ByName.TryGetValue(name, out var dtype) ? dtype.Bits : null;

    /// <summary>libtorch's type for the name, or null where it has none.</summary>
    public static ScalarType? Torch(string name) => ByName.TryGetValue(name, out var dtype) ? dtype.Torch : null;

    /// <summary>The format's name for a type of libtorch, or null where it has none; and the bytes of one element.</summary>
    public static (string Name, int Bytes)? Of(ScalarType type)
    {
        foreach (var dtype in All)
        {
            if (dtype.Torch == type)
                return (dtype.Name, dtype.Bits / 8);
        }

        return null;
    }
}
