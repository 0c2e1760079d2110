using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape: a view where strides allow it. One size may be -1, for what is left.</summary>
        public Tensor reshape(params long[] shape) => LibTorch.lt_reshape(this, shape, shape.Length);

        /// <summary>The same elements in another shape, always a view.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">Strides do not allow it: use <see cref="reshape"/>.</exception>
        public Tensor view(params long[] shape) => LibTorch.lt_view(this, shape, shape.Length);

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) =>
            LibTorch.lt_as_strided(this, size, size.Length, strides, strides.Length, storageOffset);

        /// <summary>Joins the dimensions from start to end, both inclusive, into one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => LibTorch.lt_flatten(this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes) => LibTorch.lt_unflatten(this, dim, sizes, sizes.Length);

        public Tensor ravel() => reshape(-1);

        /// <summary>Without one dimension if its size is 1, or without all such.</summary>
        public Tensor squeeze(long? dim = null) => dim is null ? LibTorch.lt_squeeze_all(this) : LibTorch.lt_squeeze(this, dim.Value);

        public Tensor squeeze_(long? dim = null)
        {
            if (dim is null) LibTorch.lt_squeeze_all_(this);
            else LibTorch.lt_squeeze_(this, dim.Value);
            return this;
        }

        /// <summary>With a dimension of size 1 more, before the given one.</summary>
        public Tensor unsqueeze(long dim) => LibTorch.lt_unsqueeze(this, dim);

        public Tensor unsqueeze_(long dim)
        {
            LibTorch.lt_unsqueeze_(this, dim);
            return this;
        }

        /// <summary>The transpose of a tensor of at most two dimensions.</summary>
        public Tensor t() => LibTorch.lt_t(this);

        /// <summary>With its dimensions in reverse.</summary>
        public Tensor T
        {
            get
            {
                var dims = new long[ndim];
                for (var i = 0; i < dims.Length; i++) dims[i] = dims.Length - 1 - i;
                return permute(dims);
            }
        }

        /// <summary>With its last two dimensions exchanged.</summary>
        public Tensor mT => LibTorch.lt_mT(this);

        public Tensor transpose(long dim0, long dim1) => LibTorch.lt_transpose(this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1)
        {
            LibTorch.lt_transpose_(this, dim0, dim1);
            return this;
        }

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor permute(params long[] permutation) => LibTorch.lt_permute(this, permutation, permutation.Length);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor movedim(long[] source, long[] destination) =>
            LibTorch.lt_movedim(this, source, source.Length, destination, destination.Length);

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Repeats dimensions of size 1 without copying; -1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => LibTorch.lt_expand(this, sizes, sizes.Length, isImplicit);

        public Tensor expand(long[] sizes, bool isImplicit = false) => expand((ReadOnlySpan<long>)sizes, isImplicit);

        public Tensor expand(params long[] sizes) => expand((ReadOnlySpan<long>)sizes);

        public Tensor expand_as(Tensor other) => expand((ReadOnlySpan<long>)other.shape);

        public Tensor broadcast_to(params long[] shape) => expand((ReadOnlySpan<long>)shape);

        /// <summary>The tensor, so many times over in each dimension.</summary>
        public Tensor repeat(params long[] sizes) => LibTorch.lt_repeat(this, sizes, sizes.Length);

        public Tensor tile(long[] reps) => LibTorch.lt_tile(this, reps, reps.Length);

        /// <summary>Each element along a dimension, so many times in a row; of the flattened tensor where no dimension is given.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            LibTorch.lt_repeat_interleave(this, repeats, Optional.Span(in dim), Optional.Span(in output_size));

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            LibTorch.lt_repeat_interleave_count(this, repeats, Optional.Span(in dim), Optional.Span(in output_size));

        public Tensor flip(params long[] dims) => LibTorch.lt_flip(this, dims, dims.Length);

        public Tensor fliplr() => flip(1);

        public Tensor flipud() => flip(0);

        public Tensor roll(long shifts, long? dims = null) => roll([shifts], Optional.Span(in dims));

        public Tensor roll(long[] shifts, long[] dims) => roll((ReadOnlySpan<long>)shifts, dims);

        public Tensor roll(long[] shifts) => roll((ReadOnlySpan<long>)shifts, [0]);

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            LibTorch.lt_roll(this, shifts, shifts.Length, dims, dims.Length);

        /// <summary>Windows of a size along a dimension, each a step after the one before, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => LibTorch.lt_unfold(this, dimension, size, step);

        /// <summary>Parts of a size; the last may be smaller.</summary>
        public Tensor[] split(long size, int dim = 0) => LibTorch.lt_split(this, size, dim);

        /// <summary>Parts of these sizes, which must add up.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => LibTorch.lt_split_sizes(this, sizes, sizes.Length, dim);

        public Tensor[] split(long[] sizes, long dim = 0) => split((ReadOnlySpan<long>)sizes, dim);

        public Tensor[] split(params long[] sizes) => split((ReadOnlySpan<long>)sizes);

        /// <summary>So many parts, of sizes as equal as can be.</summary>
        public Tensor[] tensor_split(long size, long dim = 0L) => LibTorch.lt_tensor_split(this, size, dim);

        /// <summary>The parts between these positions.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0L) => LibTorch.lt_tensor_split_at(this, sizes, sizes.Length, dim);

        /// <summary>At most so many parts, all of one size but the last.</summary>
        public Tensor[] chunk(long chunks, long dim = 0L) => LibTorch.lt_chunk(this, chunks, dim);

        /// <summary>The slices along a dimension, without it.</summary>
        public Tensor[] unbind(long dimension = 0L) => LibTorch.lt_unbind(this, dimension);
    }
}
