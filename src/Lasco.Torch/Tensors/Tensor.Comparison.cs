using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => LibTorch.lt_eq(this, target);

        public Tensor eq(Scalar target) => LibTorch.lt_eq_scalar(this, target);

        public Tensor eq_(Tensor target)
        {
            LibTorch.lt_eq_(this, target);
            return this;
        }

        public Tensor eq_(Scalar target)
        {
            LibTorch.lt_eq_scalar_(this, target);
            return this;
        }

        public Tensor equal(Tensor target) => eq(target);

        public Tensor ne(Tensor target) => LibTorch.lt_ne(this, target);

        public Tensor ne(Scalar target) => LibTorch.lt_ne_scalar(this, target);

        public Tensor ne_(Tensor target)
        {
            LibTorch.lt_ne_(this, target);
            return this;
        }

        public Tensor ne_(Scalar target)
        {
            LibTorch.lt_ne_scalar_(this, target);
            return this;
        }

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor not_equal_(Tensor target) => ne_(target);

        public Tensor lt(Tensor target) => LibTorch.lt_lt(this, target);

        public Tensor lt(Scalar target) => LibTorch.lt_lt_scalar(this, target);

        public Tensor lt_(Tensor target)
        {
            LibTorch.lt_lt_(this, target);
            return this;
        }

        public Tensor lt_(Scalar target)
        {
            LibTorch.lt_lt_scalar_(this, target);
            return this;
        }

        public Tensor less(Tensor target) => lt(target);

        public Tensor le(Tensor target) => LibTorch.lt_le(this, target);

        public Tensor le(Scalar target) => LibTorch.lt_le_scalar(this, target);

        public Tensor le_(Tensor target)
        {
            LibTorch.lt_le_(this, target);
            return this;
        }

        public Tensor le_(Scalar target)
        {
            LibTorch.lt_le_scalar_(this, target);
            return this;
        }

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor less_equal_(Tensor target) => le_(target);

        public Tensor gt(Tensor target) => LibTorch.lt_gt(this, target);

        public Tensor gt(Scalar target) => LibTorch.lt_gt_scalar(this, target);

        public Tensor gt_(Tensor target)
        {
            LibTorch.lt_gt_(this, target);
            return this;
        }

        public Tensor gt_(Scalar target)
        {
            LibTorch.lt_gt_scalar_(this, target);
            return this;
        }

        public Tensor greater(Tensor target) => gt(target);

        public Tensor ge(Tensor target) => LibTorch.lt_ge(this, target);

        public Tensor ge(Scalar target) => LibTorch.lt_ge_scalar(this, target);

        public Tensor ge_(Tensor target)
        {
            LibTorch.lt_ge_(this, target);
            return this;
        }

        public Tensor ge_(Scalar target)
        {
            LibTorch.lt_ge_scalar_(this, target);
            return this;
        }

        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Whether both have the same shape and elements.</summary>
        public bool Equals(Tensor target)
        {
            if (target is null) return false;
            LibTorch.lt_equal(this, target, out var result);
            return result;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>By identity, not by elements: two equal tensors may differ in it.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>Whether |this − target| ≤ atol + rtol · |target| everywhere.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            LibTorch.lt_allclose(this, target, rtol, atol, equal_nan, out var result);
            return result;
        }

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            LibTorch.lt_isclose(this, other, rtol, atol, nanEqual);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            LibTorch.lt_isin(this, test_elements, assumeUnique, invert);

        public Tensor isinf() => LibTorch.lt_isinf(this);

        public Tensor isfinite() => LibTorch.lt_isfinite(this);

        public Tensor isposinf() => LibTorch.lt_isposinf(this);

        public Tensor isneginf() => LibTorch.lt_isneginf(this);

        public Tensor isnan() => LibTorch.lt_isnan(this);
    }
}
