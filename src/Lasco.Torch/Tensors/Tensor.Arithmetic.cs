using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a division does with its fraction.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public partial class Tensor
    {
        public Tensor add(Tensor target) => LibTorch.lt_add(this, target, One);

        /// <summary>this + alpha · target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => LibTorch.lt_add(this, target, alpha);

        public Tensor add(Scalar scalar) => LibTorch.lt_add_scalar(this, scalar, One);

        public Tensor add(Scalar scalar, Scalar alpha) => LibTorch.lt_add_scalar(this, scalar, alpha);

        public Tensor add_(Tensor target) => add_(target, One);

        public Tensor add_(Tensor target, Scalar alpha)
        {
            LibTorch.lt_add_(this, target, alpha);
            return this;
        }

        public Tensor add_(Scalar scalar) => add_(scalar, One);

        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            LibTorch.lt_add_scalar_(this, scalar, alpha);
            return this;
        }

        public Tensor sub(Tensor target) => LibTorch.lt_sub(this, target);

        public Tensor sub(Scalar target) => LibTorch.lt_sub_scalar(this, target);

        public Tensor sub_(Tensor target)
        {
            LibTorch.lt_sub_(this, target);
            return this;
        }

        public Tensor sub_(Scalar target)
        {
            LibTorch.lt_sub_scalar_(this, target);
            return this;
        }

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor mul(Tensor target) => LibTorch.lt_mul(this, target);

        public Tensor mul(Scalar target) => LibTorch.lt_mul_scalar(this, target);

        public Tensor mul_(Tensor target)
        {
            LibTorch.lt_mul_(this, target);
            return this;
        }

        public Tensor mul_(Scalar target)
        {
            LibTorch.lt_mul_scalar_(this, target);
            return this;
        }

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => LibTorch.lt_div(this, target, (int)rounding_mode);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => LibTorch.lt_div_scalar(this, target, (int)rounding_mode);

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            LibTorch.lt_div_(this, target, (int)rounding_mode);
            return this;
        }

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            LibTorch.lt_div_scalar_(this, target, (int)rounding_mode);
            return this;
        }

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        public Tensor floor_divide(Tensor other) => LibTorch.lt_floor_divide(this, other);

        public Tensor floor_divide(Scalar other) => LibTorch.lt_floor_divide_scalar(this, other);

        public Tensor floor_divide_(Tensor other)
        {
            LibTorch.lt_floor_divide_(this, other);
            return this;
        }

        public Tensor floor_divide_(Scalar other)
        {
            LibTorch.lt_floor_divide_scalar_(this, other);
            return this;
        }

        public Tensor fmod(Tensor target) => LibTorch.lt_fmod(this, target);

        public Tensor fmod(Scalar scalar) => LibTorch.lt_fmod_scalar(this, scalar);

        public Tensor fmod_(Tensor target)
        {
            LibTorch.lt_fmod_(this, target);
            return this;
        }

        public Tensor fmod_(Scalar scalar)
        {
            LibTorch.lt_fmod_scalar_(this, scalar);
            return this;
        }

        public Tensor remainder(Tensor target) => LibTorch.lt_remainder(this, target);

        public Tensor remainder(Scalar scalar) => LibTorch.lt_remainder_scalar(this, scalar);

        public Tensor remainder_(Tensor target)
        {
            LibTorch.lt_remainder_(this, target);
            return this;
        }

        public Tensor remainder_(Scalar scalar)
        {
            LibTorch.lt_remainder_scalar_(this, scalar);
            return this;
        }

        public Tensor pow(Tensor exponent) => LibTorch.lt_pow(this, exponent);

        public Tensor pow(Scalar exponent) => LibTorch.lt_pow_scalar(this, exponent);

        public Tensor pow_(Tensor exponent)
        {
            LibTorch.lt_pow_(this, exponent);
            return this;
        }

        public Tensor pow_(Scalar exponent)
        {
            LibTorch.lt_pow_scalar_(this, exponent);
            return this;
        }

        public Tensor atan2(Tensor other) => LibTorch.lt_atan2(this, other);

        public Tensor atan2_(Tensor other)
        {
            LibTorch.lt_atan2_(this, other);
            return this;
        }

        public Tensor fmax(Tensor other) => LibTorch.lt_fmax(this, other);

        public Tensor fmin(Tensor other) => LibTorch.lt_fmin(this, other);

        public Tensor maximum(Tensor other) => LibTorch.lt_maximum(this, other);

        public Tensor max(Tensor other) => maximum(other);

        public Tensor minimum(Tensor other) => LibTorch.lt_minimum(this, other);

        public Tensor min(Tensor other) => minimum(other);

        public Tensor logaddexp(Tensor other) => LibTorch.lt_logaddexp(this, other);

        public Tensor bitwise_and(Tensor other) => LibTorch.lt_bitwise_and(this, other);

        public Tensor bitwise_and_(Tensor other)
        {
            LibTorch.lt_bitwise_and_(this, other);
            return this;
        }

        public Tensor bitwise_or(Tensor other) => LibTorch.lt_bitwise_or(this, other);

        public Tensor bitwise_or_(Tensor other)
        {
            LibTorch.lt_bitwise_or_(this, other);
            return this;
        }

        public Tensor bitwise_xor(Tensor other) => LibTorch.lt_bitwise_xor(this, other);

        public Tensor bitwise_xor_(Tensor other)
        {
            LibTorch.lt_bitwise_xor_(this, other);
            return this;
        }

        public Tensor logical_and(Tensor other) => LibTorch.lt_logical_and(this, other);

        public Tensor logical_and_(Tensor other)
        {
            LibTorch.lt_logical_and_(this, other);
            return this;
        }

        public Tensor logical_or(Tensor other) => LibTorch.lt_logical_or(this, other);

        public Tensor logical_or_(Tensor other)
        {
            LibTorch.lt_logical_or_(this, other);
            return this;
        }

        public Tensor logical_xor(Tensor other) => LibTorch.lt_logical_xor(this, other);

        public Tensor logical_xor_(Tensor other)
        {
            LibTorch.lt_logical_xor_(this, other);
            return this;
        }

        /// <summary>this + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => LibTorch.lt_addcmul(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            LibTorch.lt_addcmul_(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary>this + value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => LibTorch.lt_addcdiv(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => addcdiv(tensor1, tensor2, One);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            LibTorch.lt_addcdiv_(this, tensor1, tensor2, value);
            return this;
        }

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => addcdiv_(tensor1, tensor2, One);

        /// <summary>this + weight · (end − this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => LibTorch.lt_lerp(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight)
        {
            LibTorch.lt_lerp_(this, end, weight);
            return this;
        }

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => LibTorch.lt_clamp(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => LibTorch.lt_clamp_tensor(this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            LibTorch.lt_clamp_(this, min, max);
            return this;
        }

        public Tensor clamp_(Tensor? min = null, Tensor? max = null)
        {
            LibTorch.lt_clamp_tensor_(this, min, max);
            return this;
        }

        public Tensor clamp_max(Scalar max) => LibTorch.lt_clamp(this, null, max);

        public Tensor clamp_max_(Scalar max)
        {
            LibTorch.lt_clamp_(this, null, max);
            return this;
        }

        public Tensor clamp_min(Scalar min) => LibTorch.lt_clamp(this, min, null);

        public Tensor clamp_min_(Scalar min)
        {
            LibTorch.lt_clamp_(this, min, null);
            return this;
        }

        public Tensor round(long decimals = 0L) => LibTorch.lt_round(this, decimals);

        public Tensor round_(long decimals = 0L)
        {
            LibTorch.lt_round_(this, decimals);
            return this;
        }

        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) =>
            LibTorch.lt_nan_to_num(this, nan, Optional.Span(in posinf), Optional.Span(in neginf));

        public Tensor fill_(Scalar value)
        {
            LibTorch.lt_fill_(this, value);
            return this;
        }

        public Tensor zero_()
        {
            LibTorch.lt_zero_(this);
            return this;
        }

        /// <summary>Elements of <paramref name="value"/> where the mask is true, this tensor's elsewhere.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => LibTorch.lt_masked_fill(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            LibTorch.lt_masked_fill_(this, mask, value);
            return this;
        }

        /// <summary>This tensor's elements where the condition is true, those of <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => LibTorch.lt_where(condition, this, y);

        private static readonly Scalar One = Scalar.Of(1L);
    }
}
