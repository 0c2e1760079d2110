using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The tensors one after the other along a dimension.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0)
    {
        if (tensors.Length == 0) throw new ArgumentException("There is nothing to join.", nameof(tensors));
        if (tensors.Length == 1) return tensors[0].alias();
        using var handles = new TensorHandles(tensors);
        return LibTorch.lt_cat(handles.Span, handles.Count, dim);
    }

    /// <inheritdoc cref="cat(ReadOnlySpan{Tensor}, long)"/>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => cat((ReadOnlySpan<Tensor>)tensors, dim);

    /// <inheritdoc cref="cat(ReadOnlySpan{Tensor}, long)"/>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => cat(SpanOf(tensors), dim);

    /// <inheritdoc cref="cat(ReadOnlySpan{Tensor}, long)"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(ReadOnlySpan{Tensor}, long)"/>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(ReadOnlySpan{Tensor}, long)"/>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors of one shape side by side, along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var handles = new TensorHandles(tensors as Tensor[] ?? [.. tensors]);
        return LibTorch.lt_stack(handles.Span, handles.Count, dim);
    }

    public static Tensor vstack(IList<Tensor> tensors) => cat(tensors.Select(AtLeastTwo).ToArray(), 0);

    public static Tensor vstack(Tensor[] tensors) => vstack((IList<Tensor>)tensors);

    public static Tensor hstack(IList<Tensor> tensors) => cat(tensors, tensors.Count > 0 && tensors[0].ndim > 1 ? 1 : 0);

    public static Tensor hstack(params Tensor[] tensors) => hstack((IList<Tensor>)tensors);

    /// <summary>The elements of x where the condition is true, those of y elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <summary>The positions where the condition is true: one tensor for each dimension.</summary>
    public static Tensor[] where(Tensor condition)
    {
        using var positions = condition.nonzero();
        return positions.unbind(1);
    }

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        using var handles = new TensorHandles((ReadOnlySpan<Tensor>)tensors);
        return LibTorch.lt_broadcast_tensors(handles.Span, handles.Count).ToList();
    }

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        if (indexing is not ("ij" or "xy")) throw new ArgumentException($"Unsupported indexing '{indexing}'.", nameof(indexing));
        using var handles = new TensorHandles(tensors as Tensor[] ?? [.. tensors]);
        return LibTorch.lt_meshgrid(handles.Span, handles.Count, indexing == "xy");
    }

    /// <summary>Sums of products in Einstein's notation, as in "bhid,bhjd->bhij".</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        using var handles = new TensorHandles((ReadOnlySpan<Tensor>)tensors);
        return LibTorch.lt_einsum(equation, handles.Span, handles.Count);
    }

    /// <summary>Where each value would have to stand in the sorted sequence.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null)
    {
        if (sorter is null) return LibTorch.lt_searchsorted(sorted_sequence, values, out_int32, right);
        using var sorted = sorted_sequence.take_along_dim(sorter, -1);
        return LibTorch.lt_searchsorted(sorted, values, out_int32, right);
    }

    private static Tensor AtLeastTwo(Tensor tensor) => tensor.ndim >= 2 ? tensor : tensor.reshape(1, -1);
}
