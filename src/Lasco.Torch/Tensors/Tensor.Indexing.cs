using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Part of the tensor, as Python's t[i, j, …] gives it; assigning writes into it.</summary>
        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => PutAt([i1], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => PutAt([i1, i2], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => PutAt([i1, i2, i3], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => PutAt([i1, i2, i3, i4], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => PutAt([i1, i2, i3, i4, i5], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => PutAt([i1, i2, i3, i4, i5, i6], value);
        }

        [System.Runtime.CompilerServices.IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => PutAt(indices, value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var result = LibTorch.lt_index(this, Encode(indices), indices.Length);
            GC.KeepAlive(indices);
            return result;
        }

        public Tensor index(params Tensor[] indices) => index(Indices(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            LibTorch.lt_index_put_(this, Encode(indices), indices.Length, value);
            GC.KeepAlive(indices);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, Indices(indices));

        /// <summary>Writes at the positions that the index tensors give or, if accumulating, adds there: repeated positions count.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            using var positions = new TensorHandles(indices);
            LibTorch.lt_index_put_accumulate_(this, positions.Span, positions.Count, value, accumulate);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            LibTorch.lt_index_put_scalar_(this, Encode(indices), indices.Length, value);
            GC.KeepAlive(indices);
            return this;
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Indices(indices));

        /// <summary>The slice at one position of a dimension, without it.</summary>
        public Tensor select(long dim, long index) => LibTorch.lt_select(this, dim, index);

        /// <summary>The slices from start on, before finish, each a step after the one before.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => LibTorch.lt_slice(this, dim, start, finish, step);

        public Tensor narrow(long dim, long start, long length) => LibTorch.lt_narrow(this, dim, start, length);

        /// <summary>The slices at these positions of a dimension.</summary>
        public Tensor index_select(long dim, Tensor index) => LibTorch.lt_index_select(this, dim, index);

        /// <summary>Along a dimension, the element at the position that the index has there.</summary>
        public Tensor gather(long dim, Tensor index) => LibTorch.lt_gather(this, dim, index);

        public Tensor take(Tensor index) => LibTorch.lt_take(this, index);

        public Tensor take_along_dim(Tensor indices) => LibTorch.lt_take_along_dim(this, indices, default);

        public Tensor take_along_dim(Tensor indices, long dim) => LibTorch.lt_take_along_dim(this, indices, [dim]);

        /// <summary>The elements where the mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => LibTorch.lt_masked_select(this, mask);

        public Tensor masked_scatter(Tensor mask, Tensor value) => LibTorch.lt_masked_scatter(this, mask, value);

        public Tensor masked_scatter_(Tensor mask, Tensor value)
        {
            LibTorch.lt_masked_scatter_(this, mask, value);
            return this;
        }

        /// <summary>The positions of the elements that are not zero, one a row.</summary>
        public Tensor nonzero() => LibTorch.lt_nonzero(this);

        public Tensor argwhere() => nonzero();

        /// <summary>A copy in which the elements of the source replace those at the positions that the index gives along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => LibTorch.lt_scatter(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            LibTorch.lt_scatter_(this, dim, index, src);
            return this;
        }

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => LibTorch.lt_scatter_add(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            LibTorch.lt_scatter_add_(this, dim, index, src);
            return this;
        }

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => LibTorch.lt_index_add(this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            LibTorch.lt_index_add_(this, dim, index, source, alpha);
            return this;
        }

        public Tensor index_copy(long dim, Tensor index, Tensor source) => LibTorch.lt_index_copy(this, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            LibTorch.lt_index_copy_(this, dim, index, source);
            return this;
        }

        public Tensor index_fill(long dim, Tensor index, Scalar value) => LibTorch.lt_index_fill(this, dim, index, value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            LibTorch.lt_index_fill_(this, dim, index, value);
            return this;
        }

        private Tensor At(ReadOnlySpan<long> position) => LibTorch.lt_at(this, position, position.Length);

        private void PutAt(ReadOnlySpan<long> position, Tensor value) => LibTorch.lt_put_at_(this, position, position.Length, value);

        private static TensorIndex[] Indices(Tensor[] tensors) => Array.ConvertAll(tensors, TensorIndex.Tensor);

        private static NativeIndex[] Encode(TensorIndex[] indices) => Array.ConvertAll(indices, index => index.Encoded);
    }
}
