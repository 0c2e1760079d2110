using static TorchSharp.torch;

namespace Lasco.Research.Checkpoints;

/// <summary>A tensor of a PyTorch archive: a strided view of a storage, both checked to lie inside the file.</summary>
public sealed class TorchTensorEntry
{
    internal TorchTensorEntry(TorchStorage storage, long storageOffset, long[] shape, long[] strides) =>
        (Storage, StorageOffset, Shape, Strides) = (storage, storageOffset, shape, strides);

    /// <summary>The element type.</summary>
    public ScalarType Dtype => Storage.Dtype;

    /// <summary>Its sizes, outermost first; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Elements of the storage from one index to the next, for each dimension; 0 where it was expanded.</summary>
    public IReadOnlyList<long> Strides { get; }

    /// <summary>The element of the storage at index 0.</summary>
    public long StorageOffset { get; }

    internal TorchStorage Storage { get; }
}

/// <summary>A flat run of elements in a PyTorch archive, which several tensors may view.</summary>
/// <param name="Key">Its name in the archive.</param>
/// <param name="Dtype">The element type.</param>
/// <param name="Count">Its elements.</param>
/// <param name="Offset">Where its bytes begin in the file.</param>
internal sealed record TorchStorage(string Key, ScalarType Dtype, long Count, long Offset);
