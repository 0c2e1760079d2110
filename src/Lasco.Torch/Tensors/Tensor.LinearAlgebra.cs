using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product of two matrices, or of two batches of them, or of matrices and vectors.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The shapes do not fit; the message names both.</exception>
        public Tensor matmul(Tensor target) => LibTorch.lt_matmul(this, target);

        public Tensor mm(Tensor target) => LibTorch.lt_mm(this, target);

        public Tensor bmm(Tensor batch2) => LibTorch.lt_bmm(this, batch2);

        public Tensor mv(Tensor target) => LibTorch.lt_mv(this, target);

        public Tensor dot(Tensor target) => LibTorch.lt_dot(this, target);

        public Tensor outer(Tensor vec2) => LibTorch.lt_outer(this, vec2);

        public Tensor ger(Tensor vec2) => outer(vec2);

        public Tensor inner(Tensor vec2) => LibTorch.lt_inner(this, vec2);

        public Tensor kron(Tensor other) => LibTorch.lt_kron(this, other);

        /// <summary>beta · this + alpha · mat1 · mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => LibTorch.lt_addmm(this, mat1, mat2, beta, alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            LibTorch.lt_addmm_(this, mat1, mat2, beta, alpha);
            return this;
        }

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) => LibTorch.lt_addmv(this, mat, vec, beta, alpha);

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            LibTorch.lt_addbmm(this, batch1, batch2, beta, alpha);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            LibTorch.lt_baddbmm(this, batch1, batch2, beta, alpha);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) =>
            LibTorch.lt_tensordot(this, b, dims1, dims1.Length, dims2, dims2.Length);

        /// <summary>A matrix with this diagonal, or the diagonal of this matrix.</summary>
        public Tensor diag(long diagonal = 0) => LibTorch.lt_diag(this, diagonal);

        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) => LibTorch.lt_diag_embed(this, offset, dim1, dim2);

        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) => LibTorch.lt_diagonal(this, offset, dim1, dim2);

        public Tensor trace() => LibTorch.lt_trace(this);

        /// <summary>The lower triangle, up to and with a diagonal; zeros above.</summary>
        public Tensor tril(long diagonal = 0) => LibTorch.lt_tril(this, diagonal);

        public Tensor tril_(long diagonal = 0)
        {
            LibTorch.lt_tril_(this, diagonal);
            return this;
        }

        /// <summary>The upper triangle, from a diagonal on; zeros below.</summary>
        public Tensor triu(long diagonal = 0) => LibTorch.lt_triu(this, diagonal);

        public Tensor triu_(long diagonal = 0)
        {
            LibTorch.lt_triu_(this, diagonal);
            return this;
        }
    }
}
